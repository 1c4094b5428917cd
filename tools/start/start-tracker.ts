import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { runStep } from '../run-step.ts'
import { trackerProgram, trackerSettings } from './tracker-settings.ts'

const root = join(import.meta.dirname, '../..')

process.exitCode = await startTracker(process.argv.slice(2))

/** Builds everything, then runs the tracker, which serves unless a command is given, such as `audit verify`. */
async function startTracker(command: readonly string[]): Promise<number> {
  const built = await runStep('turbo', ['run', 'build', '--output-logs=errors-only', '--ui=stream'], root)
  return built === 0 ? runUntilStopped(command) : built
}

/** Runs the tracker and stays until it has closed its database, however it is told to stop. */
function runUntilStopped(command: readonly string[]): Promise<number> {
  const tracker = spawn(process.execPath, [trackerProgram, ...command], {
    cwd: root,
    stdio: 'inherit',
    env: trackerSettings(process.env),
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => tracker.kill(signal))
  return new Promise((resolve, reject) => {
    tracker.once('error', reject)
    tracker.once('exit', (code) => resolve(code ?? 1))
  })
}
