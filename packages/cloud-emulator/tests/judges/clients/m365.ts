import { executeCommand } from '@pnp/cli-microsoft365'

// Runs alone, as a user's own script would: the community CLI through the proxy, which knows nothing of the emulator.
const commands: readonly (readonly [string, Record<string, unknown>])[] = JSON.parse(process.env.COMMANDS ?? '[]')
const results: unknown[] = []
for (const [command, options] of commands) {
  try {
    const { stdout } = await executeCommand(command, { output: 'json', ...options })
    results.push(stdout === '' ? null : JSON.parse(stdout))
  } catch (error) {
    results.push({ failed: String(Object(Object(error).error).message ?? Object(error).stderr ?? error) })
  }
}
console.log(JSON.stringify(results))
