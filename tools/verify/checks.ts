import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findStale, readExisting, runGenerators } from '../generate/run-generators.ts'
import { checkCitedPaths } from './cited-paths.ts'
import { checkImportDirection } from './import-direction.ts'
import { checkNodeFreeEntries } from './node-free-entries.ts'
import { describeProblem, type Problem } from './problem.ts'
import { readSource, type SourceFile } from './read-source.ts'
import { roomRules } from './rooms.ts'
import { runTool } from './run-tool.ts'
import { findOutliers } from './sizes.ts'
import { listFiles, readRooms } from './workspace.ts'

/** How one check ended; `notes` are shown but fail nothing. */
interface Outcome {
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

/** The checks in two rows that may run beside each other; within a row each waits for the one before. */
export function allChecks(root: string): Check[][] {
  const sources = lazily(() => readSources(root))
  return [
    [
      toolCheck(
        root,
        'types',
        ['tsc', '-b', 'tsconfig.tests.json'],
        'Correct the types; start with the first message.',
      ),
      { name: 'generated files', run: () => checkGenerated(root) },
    ],
    [
      toolCheck(
        root,
        'lint and format',
        ['biome', 'check', '--error-on-warnings'],
        'Run "pnpm format"; what it leaves has to be mended by hand.',
      ),
      toolCheck(
        root,
        'dead exports',
        ['knip', '--no-progress', '--no-config-hints'],
        'Delete what nobody uses, or export it from the package’s entry.',
      ),
      {
        name: 'import direction',
        run: () => ({ problems: checkImportDirection(readRooms(root), sources(), roomRules) }),
      },
      {
        name: 'browser entries',
        run: () => ({ problems: checkNodeFreeEntries(readRooms(root), sources(), roomRules) }),
      },
      { name: 'cited paths', run: () => checkDocumentation(root) },
      { name: 'sizes', run: () => ({ problems: [], notes: findOutliers(sources().filter(isOwnCode)) }) },
    ],
  ]
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

function toolCheck(root: string, name: string, [command = '', ...args]: readonly string[], fix: string): Check {
  return {
    name,
    async run() {
      const { code, output } = await runTool(command, args, root)
      if (code === 0) return { problems: [] }
      const what = `${[command, ...args].join(' ')} ended with code ${code}.`
      return { output, problems: [{ what, why: 'Its reasons stand above.', fix }] }
    },
  }
}

async function checkGenerated(root: string): Promise<Outcome> {
  return { problems: findStale(await runGenerators(root), (path) => readExisting(root, path)) }
}

function checkDocumentation(root: string): Outcome {
  const pages = [
    ...readdirSync(root).filter((name) => name.endsWith('.md')),
    ...listFiles(root, 'docs', (path) => path.endsWith('.md')),
    ...readRooms(root)
      .map(({ folder }) => `${folder}/README.md`)
      .filter((path) => existsSync(join(root, path))),
  ].map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  return { problems: checkCitedPaths(pages, (path) => existsSync(join(root, path)), readdirSync(root)) }
}

/** Scripts under packaging/smoke run in other projects, where the arrows of this workspace do not hold. */
function readSources(root: string): SourceFile[] {
  const isSource = (path: string) => /\.(ts|tsx|mjs|js)$/.test(path) && !path.startsWith('tools/packaging/smoke/')
  return readRooms(root)
    .flatMap(({ folder }) => listFiles(root, folder, isSource))
    .map((path) => readSource(path, readFileSync(join(root, path), 'utf8')))
}

function isOwnCode({ path }: SourceFile): boolean {
  return !path.includes('.test.') && !path.includes('/generated/')
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
