import { runInWorkspace } from './bootstrap/run-in-workspace.mjs'

process.exitCode = await runInWorkspace('tools/start/start-tracker.ts')
