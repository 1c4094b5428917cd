import { spawn } from 'node:child_process'

/** How a command ended and everything it said, both streams in order of arrival. */
export interface ToolRun {
  readonly code: number
  readonly output: string
}

/** Runs a command and collects what it says; one that cannot be started ends with code 127. */
export function runTool(
  command: string,
  args: readonly string[],
  cwd: string,
  { environment = process.env, timeoutMs = 300_000 }: { environment?: NodeJS.ProcessEnv; timeoutMs?: number } = {},
): Promise<ToolRun> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    const timer = setTimeout(() => child.kill(), timeoutMs)
    const said: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
    child.once('error', (error) => {
      clearTimeout(timer)
      resolve({ code: 127, output: `${command} could not be started: ${error.message}` })
    })
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      const stopped = signal === null ? '' : `\n${command} was stopped by ${signal}`
      resolve({ code: code ?? 1, output: Buffer.concat(said).toString('utf8').trim() + stopped })
    })
  })
}
