import { join } from 'node:path'
import { allChecks } from './verify/all-checks.ts'
import { runChecks } from './verify/run-checks.ts'

process.exitCode = (await runChecks(allChecks(join(import.meta.dirname, '..')))) ? 0 : 1
