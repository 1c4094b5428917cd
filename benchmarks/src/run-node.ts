import { spawnSync } from 'node:child_process'

/** Runs a whole process of the same Node, with more in its environment. @throws Error where it does not end well. */
export function runNode(args: readonly string[], environment: Readonly<Record<string, string>> = {}): number {
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`)
  return 0
}
