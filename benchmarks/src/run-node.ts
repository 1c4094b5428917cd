import { spawnSync } from 'node:child_process'

/** Runs a whole process of the same Node. @throws Error where it does not end well. */
export function runNode(args: readonly string[]): number {
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`)
  return 0
}
