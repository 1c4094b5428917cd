import { DrizzleQueryError } from 'drizzle-orm'
import { ConfigurationError } from '../configuration/read-configuration.ts'
import { DatabaseRefusal } from '../db/refusal.ts'
import { Failure } from '../domain/failure.ts'
import { exitCodes } from './exit-codes.ts'

/**
 * Tells the operator why a command ended: what, why and what to do. Values of a query never go along, since they may be
 * anything that people have written.
 *
 * @returns the exit code
 */
export function tellError(error: unknown): number {
  if (error instanceof ConfigurationError || error instanceof DatabaseRefusal) {
    console.error(`sevenstep-tracker cannot start.\n${error.message}`)
    return exitCodes.refused
  }
  if (error instanceof Failure) {
    console.error([error.what.en, error.why.en, error.fix.en].join('\n'))
    return exitCodes.failed
  }
  const cause = error instanceof DrizzleQueryError ? error.cause : error
  const code = codeOf(cause)
  const known = code === undefined ? undefined : causes[code]
  console.error('sevenstep-tracker ended.')
  console.error(known?.why ?? (cause instanceof Error ? `${cause.name}: ${cause.message}` : 'A fault without a name.'))
  console.error(known?.fix ?? 'This is a fault of the program. Report it with what stands below.')
  if (known === undefined && cause instanceof Error) console.error(cause.stack)
  return known === undefined ? exitCodes.fault : exitCodes.refused
}

/** What goes wrong around the program, by the code that Node or PostgreSQL gives it. */
const causes: Readonly<Record<string, { readonly why: string; readonly fix: string }>> = {
  EADDRINUSE: { why: 'Another program listens at this address.', fix: 'Stop it, or set PORT to another one.' },
  EACCES: {
    why: 'This user may not use the address or the folder.',
    fix: 'Check PORT, DATA_DIRECTORY and who owns it.',
  },
  ENOSPC: { why: 'The disk is full.', fix: 'Make room; nothing that was acknowledged is lost.' },
  EROFS: { why: 'The disk is read-only.', fix: 'Set DATA_DIRECTORY to a folder that can be written.' },
  ECONNREFUSED: { why: 'The database does not answer.', fix: 'Check that PostgreSQL runs, and DATABASE_URL.' },
  ENOTFOUND: { why: 'The name of the database’s server is not known.', fix: 'Check the host in DATABASE_URL.' },
  '28P01': { why: 'The database refuses the password.', fix: 'Check the password in DATABASE_URL.' },
  '28000': { why: 'The database refuses this role.', fix: 'Check the role in DATABASE_URL, and pg_hba.conf.' },
  '3D000': { why: 'There is no such database.', fix: 'Make it, or check the name in DATABASE_URL.' },
  '42501': {
    why: 'The role lacks a privilege.',
    fix: 'Grant it membership of sevenstep_runtime; see docs/operating.md.',
  },
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
