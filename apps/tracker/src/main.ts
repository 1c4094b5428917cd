import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { printConfiguration } from './configuration/print-configuration.ts'
import { ConfigurationError, readConfiguration } from './configuration/read-configuration.ts'
import { DatabaseRefusal } from './db/refusal.ts'
import { migrate } from './operations/migrate.ts'
import { rebuild } from './operations/rebuild.ts'
import { runServer } from './operations/run-server.ts'
import { seedDemo } from './operations/seed-demo.ts'
import { verifyAudit } from './operations/verify-audit.ts'

/** Exit codes that differ from 0: what was asked for could not be done, or the start was refused. */
const exitCodes = { failed: 1, refused: 2 } as const

const version = readVersion()
const configuration = () => readConfiguration(process.env, version)

const program = new Command('sevenstep-tracker')
  .description('The partner onboarding tracker. Without a command it serves.')
  .version(version)
  .option('--print-config', 'print the configuration, without secrets, and stop')
  .option('--migrate-only', 'bring the tables up to date and stop')
  .action(async (options: { printConfig?: true; migrateOnly?: true }) => {
    if (options.printConfig) return console.log(printConfiguration(configuration()))
    return options.migrateOnly ? migrate(configuration()) : runServer(configuration())
  })

program
  .command('seed')
  .description('fill an empty database with the demo’s vendors, products and people')
  .option('--now <moment>', 'the moment the demo takes for the present, as ISO 8601; now unless given')
  .action((options: { now?: string }) => seedDemo(configuration(), options.now))

program
  .command('rebuild')
  .description('work out the derived state of every product anew and say where it differed')
  .option('--check', 'change nothing; fail where anything differs')
  .action(async (options: { check?: true }) => {
    if (!(await rebuild(configuration(), { check: options.check === true }))) process.exitCode = exitCodes.failed
  })

program
  .command('audit')
  .description('the record of what happened')
  .command('verify')
  .description('work out the hash of every event anew')
  .action(async () => {
    if (!(await verifyAudit(configuration()))) process.exitCode = exitCodes.failed
  })

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof ConfigurationError || error instanceof DatabaseRefusal)) throw error
  console.error(`sevenstep-tracker cannot start.\n${error.message}`)
  process.exitCode = exitCodes.refused
}

function readVersion(): string {
  // Written by us beside the build; its version is a string.
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
  return manifest.version
}
