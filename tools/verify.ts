import { join } from 'node:path'
import { allChecks, runChecks } from './verify/checks.ts'

process.exitCode = (await runChecks(allChecks(join(import.meta.dirname, '..')))) ? 0 : 1
