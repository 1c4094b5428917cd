import { spawn } from 'node:child_process'

/** Runs a command of the workspace with its output shown as it comes; resolves to its exit code. */
export function runStep(command: string, args: readonly string[], cwd: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
