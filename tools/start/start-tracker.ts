import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { runStep } from '../run-step.ts'

const root = join(import.meta.dirname, '../..')

process.exitCode = await startTracker()

/** Builds everything, then runs the tracker: as the offline demo, unless a real tenant is configured. */
async function startTracker(): Promise<number> {
  const built = await runStep('turbo', ['run', 'build', '--output-logs=errors-only', '--ui=stream'], root)
  if (built !== 0) return built
  const { env } = process
  if (env.ENTRA_CLIENT_ID === undefined) env.DEMO ??= '1'
  if (env.DEMO === '1') env.LOG_LEVEL ??= 'warn'
  env.DATA_DIRECTORY ??= join(root, 'data')
  return serveUntilStopped()
}

/** Runs the tracker and stays until it has closed its database, however it is told to stop. */
function serveUntilStopped(): Promise<number> {
  const tracker = spawn(process.execPath, ['apps/tracker/build/main.js'], { cwd: root, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => tracker.kill(signal))
  return new Promise((resolve, reject) => {
    tracker.once('error', reject)
    tracker.once('exit', (code) => resolve(code ?? 1))
  })
}
