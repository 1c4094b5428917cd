import { type Logger, pino } from 'pino'
import type { Configuration } from '../configuration/configuration.ts'

/** Fields that may hold something secret, wherever they stand; they are written as `[hidden]`. */
const secretFields = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'code',
  'codeVerifier',
  'nonce',
  'state',
  'clientSecret',
]

/** The log: one JSON object a line on standard output, without secrets. */
export function openLog(configuration: Pick<Configuration, 'logLevel' | 'version'>): Logger {
  return pino({
    level: configuration.logLevel,
    base: { service: 'sevenstep-tracker', version: configuration.version },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
      censor: '[hidden]',
    },
  })
}
