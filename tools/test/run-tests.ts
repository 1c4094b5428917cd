import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runStep } from '../run-step.ts'
import { readRooms } from '../verify/workspace.ts'
import { type PackageReport, summarise } from './summarise.ts'

const root = join(import.meta.dirname, '../..')

process.exitCode = await runTests()

/** Builds, runs the repository checks and every test, then says what was tested, what was skipped and why. */
async function runTests(): Promise<number> {
  const folders = readRooms(root).map(({ folder }) => folder)
  // Reports left by an earlier run would be counted again; turbo puts back those of tests it need not repeat.
  for (const folder of folders) rmSync(join(root, folder, 'test-results'), { recursive: true, force: true })

  const failedSteps: string[] = []
  const step = async (name: string, command: string, ...args: string[]): Promise<void> => {
    console.log(`\n── ${name}`)
    if ((await runStep(command, args, root)) !== 0) failedSteps.push(name)
  }
  await step('build', 'turbo', 'run', 'build', '--output-logs=errors-only', '--ui=stream')
  await step('verify', process.execPath, 'tools/verify.ts')
  const quietly = ['--continue=dependencies-successful', '--concurrency=2', '--output-logs=new-only', '--ui=stream']
  await step('tests', 'turbo', 'run', 'test', 'test:packaging', ...quietly)

  const { lines, passed, failed } = summarise(folders.flatMap(readReports), {
    failedSteps,
    requireAll: process.env.SEVENSTEP_REQUIRE_ALL === '1',
  })
  console.log(['', ...lines, `${passed} passed, ${failed} failed`].join('\n'))
  return failed === 0 ? 0 : 1
}

function readReports(folder: string): PackageReport[] {
  const results = join(root, folder, 'test-results')
  if (!existsSync(results)) return []
  return readdirSync(results)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      // Written by vitest's JSON reporter in this very run.
      const report = JSON.parse(readFileSync(join(results, name), 'utf8')) as Omit<PackageReport, 'folder'>
      return { ...report, folder }
    })
}
