import { describeProblem, type Problem } from './problem.ts'

/** How one check ended; `notes` are shown but fail nothing. */
export interface Outcome {
  readonly problems: readonly Problem[]
  /** What the tool behind the check said, in its own words. */
  readonly output?: string
  readonly notes?: readonly string[]
}

/** One question asked of the whole repository. */
export interface Check {
  readonly name: string
  readonly run: () => Outcome | Promise<Outcome>
}

/** Runs the rows beside each other and prints every outcome as it comes; true when nothing was wrong. */
export async function runChecks(rows: readonly (readonly Check[])[]): Promise<boolean> {
  const results = await Promise.all(
    rows.map(async (row) => {
      let good = true
      for (const check of row) good = (await runOne(check)) && good
      return good
    }),
  )
  return results.every(Boolean)
}

async function runOne({ name, run }: Check): Promise<boolean> {
  const began = performance.now()
  const { problems, output, notes = [] } = await run()
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const said = [
    ...(output === undefined ? [] : [output]),
    ...problems.map(describeProblem),
    ...notes.map((note) => `  note: ${note}`),
  ]
  console.log([`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`, ...said].join('\n'))
  return problems.length === 0
}
