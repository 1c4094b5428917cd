import { runInWorkspace } from './bootstrap/run-in-workspace.mjs'

process.exitCode = await runInWorkspace('tools/test/run-tests.ts')
