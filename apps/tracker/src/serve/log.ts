import { DrizzleQueryError } from 'drizzle-orm'
import { type Logger, pino } from 'pino'
import type { Configuration } from '../configuration/configuration.ts'

/** Fields that may hold something secret, wherever they stand; they are written as `[hidden]`. */
const secretFields = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'codeVerifier',
  'nonce',
  'state',
  'clientSecret',
]

/**
 * The log: one JSON object a line, without secrets. A query that failed is written without its values, which may be
 * anything that people have typed or uploaded.
 */
export function openLog(
  configuration: Pick<Configuration, 'logLevel' | 'version'>,
  destination?: { readonly write: (line: string) => void },
): Logger {
  const options = {
    level: configuration.logLevel,
    base: { service: 'sevenstep-tracker', version: configuration.version },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: withoutValues },
    redact: {
      paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
      censor: '[hidden]',
    },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}

function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error }
  if (!(error instanceof DrizzleQueryError)) {
    const { name, message, stack, cause } = error
    return { type: name, message, stack, ...(cause !== undefined && { cause: withoutValues(cause) }) }
  }
  const cause = error.cause
  return {
    type: error.name,
    query: error.query,
    // The driver's own message names columns and constraints; its `detail`, which quotes values, is left out.
    message: cause instanceof Error ? cause.message : 'A query failed.',
    stack: cause instanceof Error ? cause.stack : undefined,
  }
}
