import { spreadOf } from '../measure-rounds.ts'
import type { Spread } from '../results.ts'

/** Something that is measured by the clock on the wall and by the processor time of whichever process is looked at. */
export interface TimedStep {
  readonly run: () => Promise<unknown>
  /** Milliseconds so far. */
  readonly processorTime: () => number | Promise<number>
}

/** Milliseconds of one turn. */
export interface Turn {
  readonly clock: number
  readonly processor: number
}

/** Turns of each step, round by round. */
export type Turns<Name extends string> = Readonly<Record<Name, readonly Turn[]>>

/** Runs all steps in turn, round after round; the first rounds warm up and are not counted. */
export async function takeTimedTurns<Name extends string>(
  steps: Readonly<Record<Name, TimedStep>>,
  rounds: number,
): Promise<Turns<Name>> {
  // The names of the steps, and no others.
  const names = Object.keys(steps) as Name[]
  const turns = Object.fromEntries(names.map((name): [Name, Turn[]] => [name, []])) as Record<Name, Turn[]>
  for (let round = -3; round < rounds; round += 1) {
    for (const name of names) {
      const { run, processorTime } = steps[name]
      const before = await processorTime()
      const began = performance.now()
      await run()
      const clock = performance.now() - began
      const processor = (await processorTime()) - before
      if (round >= 0) turns[name].push({ clock, processor })
    }
  }
  return turns
}

/** How many times as much one step took as another, taken inside each round. */
export function ratioOfTurns<Name extends string>(
  turns: Turns<Name>,
  step: Name,
  unit: Name,
  part: keyof Turn,
): Spread {
  return spreadOf(turns[step].map((turn, round) => turn[part] / (turns[unit][round]?.[part] ?? Number.NaN)))
}

/** So many calls, so many of them at a time. */
export async function inParallel(call: () => Promise<unknown>, count: number, parallel: number): Promise<void> {
  let left = count
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      await call()
    }
  }
  await Promise.all(Array.from({ length: parallel }, worker))
}
