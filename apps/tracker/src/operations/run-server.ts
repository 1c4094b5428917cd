import type { Configuration } from '../configuration/configuration.ts'
import { seedWorld } from '../demo/seed-world.ts'
import { systemClock } from '../domain/clock.ts'
import { createApp } from '../http/app.ts'
import { askForDueWork } from '../jobs/ask-for-due-work.ts'
import { jobHandlers, lookHandlers, timedKinds } from '../jobs/job-handlers.ts'
import { type JobRunner, runJobs } from '../jobs/run-jobs.ts'
import { buildServices } from '../serve/build-services.ts'
import { openLog } from '../serve/log.ts'
import { openDatabase } from '../serve/open-database.ts'
import { openSignIn } from '../serve/open-sign-in.ts'
import { startServer } from '../serve/serve.ts'
import { reportCrashes } from './report-crash.ts'

/** How often work that comes with time is asked for, in milliseconds. */
const timedWorkEvery = 60_000

/** Opens everything, listens, and closes everything in the opposite order when told to stop. */
export async function runServer(configuration: Configuration): Promise<void> {
  const log = openLog(configuration)
  reportCrashes(log)
  const database = await openDatabase(configuration, log)
  const isDemo = configuration.signIn.kind === 'demo'
  if (isDemo) await seedWorld(database, systemClock.now())
  const { signIn, stop: stopSignIn } = await openSignIn(configuration, systemClock)
  let runners: readonly JobRunner[] = []
  const services = buildServices({
    configuration,
    database,
    signIn,
    clock: systemClock,
    log,
    wakeJobs: () => {
      for (const runner of runners) runner.wake()
    },
  })
  runners = [jobHandlers(services), lookHandlers(services)].map((handlers) =>
    runJobs({
      database,
      clock: systemClock,
      handlers,
      onError: (error, job) => log.error({ err: error, job: job?.id, kind: job?.kind }, 'A job failed.'),
    }),
  )
  const ask = () =>
    askForDueWork(services, timedKinds).catch((error: unknown) =>
      log.error({ err: error }, 'Timed work was not asked for.'),
    )
  await ask()
  const timer = setInterval(ask, timedWorkEvery)
  const server = await startServer({
    app: createApp(services),
    host: configuration.host,
    port: configuration.port,
    readiness: services.readiness,
    stopDelaySeconds: configuration.stopDelaySeconds,
    log,
  })
  log.info({ address: configuration.publicUrl, database: database.kind }, 'The tracker is ready.')
  if (isDemo) console.log(welcome(configuration))
  const stop = async () => {
    clearInterval(timer)
    await server.stop()
    await Promise.all(runners.map((runner) => runner.stop()))
    await stopSignIn()
    await database.close()
    log.info('The tracker has stopped.')
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stop().catch((error: unknown) => {
        log.error({ err: error }, 'The tracker did not stop cleanly.')
        process.exitCode = 1
      })
    })
  }
}

/** Where to go and whom to be, for somebody who has just started the demo. */
function welcome({ publicUrl, database }: Configuration): string {
  const kept = database.kind === 'pglite' ? `the folder ${database.directory}` : 'your PostgreSQL'
  return [
    '',
    `  Sevenstep is ready: ${publicUrl}`,
    '',
    '  Sign in offline as one of the demo’s people, for example',
    '    Anna de Vries   ISV admin       answers the goals, proves items, asks for a review',
    '    Eva Lindqvist   Reviewer        decides',
    '    Daan Bakker     Partner manager sees the portfolio move',
    '',
    `  What you change is kept in ${kept}. Ctrl-C stops.`,
    '',
  ].join('\n')
}
