import { runInWorkspace } from './bootstrap/run-in-workspace.mjs'

process.exitCode = await runInWorkspace('tools/start/show-check.ts')
