import { expect, test } from 'vitest'
import { runTool } from './run-tool.ts'

test('both streams and the exit code are kept', async () => {
  const script = 'console.log("out"); console.error("err"); process.exitCode = 3'
  const { code, output } = await runTool(process.execPath, ['-e', script], process.cwd())
  expect(code).toBe(3)
  expect(output.split('\n').sort()).toEqual(['err', 'out'])
})

test('a command that does not exist is code 127', async () => {
  expect(await runTool('no-such-command-here', [], process.cwd())).toMatchObject({ code: 127 })
})

test('a command that does not end is stopped', async () => {
  const { code, output } = await runTool(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], process.cwd(), {
    timeoutMs: 200,
  })
  expect(code).toBe(1)
  expect(output).toContain('stopped by SIGTERM')
})
