import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { listSettings } from './configuration/list-settings.ts'
import { printConfiguration } from './configuration/print-configuration.ts'
import { readConfiguration, readDatabaseConfiguration } from './configuration/read-configuration.ts'
import { backup, restore } from './operations/backup.ts'
import { createOrganization } from './operations/create-organization.ts'
import { exitCodes } from './operations/exit-codes.ts'
import { migrate } from './operations/migrate.ts'
import { rebuild } from './operations/rebuild.ts'
import { runServer } from './operations/run-server.ts'
import { seedDemo } from './operations/seed-demo.ts'
import { tellError } from './operations/tell-error.ts'
import { verifyAudit } from './operations/verify-audit.ts'

/** Put in by the bundle, which stands elsewhere than the package's own files. */
declare const bundledVersion: string | undefined

const version = readVersion()
const configuration = () => readConfiguration(process.env, version)
const onDatabase = () => readDatabaseConfiguration(process.env, version)

const program = new Command('sevenstep-tracker')
  .description('The partner onboarding tracker. Without a command it serves.')
  .version(version)
  .option('--print-config', 'print the configuration, without secrets, and stop')
  .option('--list-settings', 'print every setting of the environment as a table in Markdown and stop')
  .option('--migrate-only', 'bring the tables up to date and stop')
  .action(async (options: { printConfig?: true; listSettings?: true; migrateOnly?: true }) => {
    if (options.listSettings) return console.log(listSettings())
    if (options.printConfig) return console.log(printConfiguration(configuration()))
    return options.migrateOnly ? migrate(onDatabase()) : runServer(configuration())
  })

program
  .command('seed')
  .description('fill an empty database with the demo’s vendors, products and people')
  .option('--now <moment>', 'the moment the demo takes for the present, as ISO 8601; now unless given')
  .action((options: { now?: string }) => seedDemo(onDatabase(), options.now))

program
  .command('rebuild')
  .description('work out the derived state of every product anew and say where it differed')
  .option('--check', 'change nothing; fail where anything differs')
  .action(async (options: { check?: true }) => {
    if (!(await rebuild(onDatabase(), { check: options.check === true }))) process.exitCode = exitCodes.failed
  })

program
  .command('audit')
  .description('the record of what happened')
  .command('verify')
  .description('work out the hash of every event anew')
  .action(async () => {
    if (!(await verifyAudit(onDatabase()))) process.exitCode = exitCodes.failed
  })

program
  .command('backup')
  .description('write everything into a file; the tracker may go on serving on PostgreSQL')
  .argument('<file>', 'where to; by custom it ends in .backup.gz')
  .action((file: string) => backup(onDatabase(), file))

program
  .command('restore')
  .description('restore a backup into an empty database')
  .argument('<file>', 'a file that backup wrote, on either database')
  .action((file: string) => restore(onDatabase(), file))

program
  .command('create-organization')
  .description('make a programme and print the link by which its first administrator comes in')
  .argument('<name>', 'what the programme is called')
  .requiredOption('--admin-for <whom>', 'for whom the link is meant, in your words')
  .option('--time-zone <zone>', 'where the programme works', 'Europe/Amsterdam')
  .action((name: string, options: { adminFor: string; timeZone: string }) =>
    createOrganization(onDatabase(), { name, ...options }),
  )

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = tellError(error)
}

function readVersion(): string {
  if (typeof bundledVersion === 'string') return bundledVersion
  // Written by us beside the build; its version is a string.
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
  return manifest.version
}
