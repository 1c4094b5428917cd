import type { Logger } from 'pino'
import { exitCodes } from './exit-codes.ts'

/**
 * Ends the process when a fault reaches nobody: what state it left is not known. One line in the log says so; whoever
 * keeps the tracker running starts it again, and interrupted work is taken up from the database.
 */
export function reportCrashes(log: Logger): void {
  for (const kind of ['unhandledRejection', 'uncaughtException'] as const) {
    process.on(kind, (error: unknown) => {
      log.fatal({ err: error, kind }, 'A fault reached nobody, so the tracker ends. Start it again; report this line.')
      log.flush()
      process.exit(exitCodes.fault)
    })
  }
}
