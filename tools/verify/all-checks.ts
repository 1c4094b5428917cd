import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findStale, readExisting, runGenerators } from '../generate/run-generators.ts'
import { checkCitedPaths } from './cited-paths.ts'
import { checkImportDirection } from './import-direction.ts'
import { checkNodeFreeEntries } from './node-free-entries.ts'
import { readSource, type SourceFile } from './read-source.ts'
import { roomRules } from './rooms.ts'
import type { Check, Outcome } from './run-checks.ts'
import { runTool } from './run-tool.ts'
import { findOutliers } from './sizes.ts'
import { checkTypeCoverage, type TypeScriptProject } from './type-coverage.ts'
import { listFiles, readRooms } from './workspace.ts'

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
      { name: 'type coverage', run: () => checkProjects(root) },
      {
        name: 'browser entries',
        run: () => ({ problems: checkNodeFreeEntries(readRooms(root), sources(), roomRules) }),
      },
      { name: 'cited paths', run: () => checkDocumentation(root) },
      { name: 'sizes', run: () => ({ problems: [], notes: findOutliers(sources().filter(isOwnCode)) }) },
    ],
  ]
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

function checkProjects(root: string): Outcome {
  const rooms = readRooms(root)
  const projects = ['', ...rooms.map(({ folder }) => folder)]
    .filter((folder) => existsSync(join(root, folder, 'tsconfig.json')))
    .map((folder) => [folder, readProject(join(root, folder, 'tsconfig.json'))] as const)
  const files = rooms.flatMap(({ folder }) => listFiles(root, folder, (path) => /\.tsx?$/.test(path)))
  const testPatterns = readProject(join(root, 'tsconfig.tests.json')).include ?? []
  return { problems: checkTypeCoverage({ rooms, projects: new Map(projects), testPatterns, files }) }
}

/** The compiler, which has read the same file in the types check, says what is wrong with a malformed one. */
function readProject(path: string): TypeScriptProject {
  return JSON.parse(readFileSync(path, 'utf8')) as TypeScriptProject
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
