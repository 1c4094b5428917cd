import { readFileSync } from 'node:fs'
import proxyAddress from 'proxy-addr'
import { z } from 'zod'
import type { Configuration } from './configuration.ts'

/** The environment does not hold a configuration the tracker can run with; the message says what to set. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
}

const flag = z.enum(['0', '1']).transform((value) => value === '1')
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
)

const budget = z.coerce.number().int().min(1)

const environmentSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIRECTORY: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  DATABASE_OWNER_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  DEMO: flag.default(false),
  ENTRA_TENANT_ID: z.string().default('organizations'),
  ENTRA_CLIENT_ID: z.guid().optional(),
  ENTRA_CLIENT_SECRET: z.string().min(1).optional(),
  ENTRA_ALLOWED_TENANTS: list.default([]),
  SESSION_IDLE_MINUTES: z.coerce
    .number()
    .int()
    .min(1)
    .default(8 * 60),
  SESSION_ABSOLUTE_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .default(7 * 24),
  RATE_LIMIT_API: budget.default(600),
  RATE_LIMIT_SIGN_IN: budget.default(60),
  RATE_LIMIT_UPLOADS: budget.default(60),
  TRUSTED_PROXIES: list
    .default([])
    .refine(areAddresses, 'must be addresses or networks such as 10.0.0.0/8, or loopback'),
  COMMIT: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/, 'must be the hexadecimal id of a commit')
    .optional(),
  STOP_DELAY_SECONDS: z.coerce.number().int().min(0).max(120).default(0),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

/** Settings whose value may stand in a file named by the setting with `_FILE` behind it. */
const fromFile = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'ENTRA_CLIENT_SECRET'] as const

/**
 * Reads the configuration from the environment.
 *
 * @throws ConfigurationError naming every setting that is missing or wrong, and what it should be
 */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
  version: string,
): Configuration {
  const given: Record<string, string> = {}
  for (const [name, value] of Object.entries(environment)) if (value !== undefined && value !== '') given[name] = value
  for (const name of fromFile) {
    const file = given[`${name}_FILE`]
    if (file !== undefined) given[name] = readSecret(`${name}_FILE`, file)
  }
  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) {
    throw new ConfigurationError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    )
  }
  const settings = parsed.data
  const publicUrl = (settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, '')
  return {
    host: settings.HOST,
    port: settings.PORT,
    publicUrl,
    database:
      settings.DATABASE_URL === undefined
        ? { kind: 'pglite', directory: settings.DATA_DIRECTORY }
        : {
            kind: 'postgresql',
            url: settings.DATABASE_URL,
            ownerUrl: settings.DATABASE_OWNER_URL,
            poolSize: settings.DATABASE_POOL_SIZE,
          },
    signIn: signInOf(settings, publicUrl),
    session: { idleMinutes: settings.SESSION_IDLE_MINUTES, absoluteHours: settings.SESSION_ABSOLUTE_HOURS },
    rateLimits: {
      api: settings.RATE_LIMIT_API,
      'sign-in': settings.RATE_LIMIT_SIGN_IN,
      uploads: settings.RATE_LIMIT_UPLOADS,
    },
    trustedProxies: settings.TRUSTED_PROXIES,
    stopDelaySeconds: settings.STOP_DELAY_SECONDS,
    logLevel: settings.LOG_LEVEL,
    version,
    commit: settings.COMMIT,
  }
}

function areAddresses(list: readonly string[]): boolean {
  try {
    proxyAddress.compile([...list])
    return true
  } catch {
    return false
  }
}

function signInOf(settings: z.infer<typeof environmentSchema>, publicUrl: string): Configuration['signIn'] {
  const entra = settings.ENTRA_CLIENT_ID !== undefined || settings.ENTRA_CLIENT_SECRET !== undefined
  if (settings.DEMO) {
    if (entra) {
      throw new ConfigurationError(
        'DEMO: the offline demo cannot run beside a real tenant. Its accounts need no password, so remove DEMO, or the ENTRA_ settings.',
      )
    }
    const { hostname } = new URL(publicUrl)
    if (hostname !== 'localhost' && hostname !== '127.0.0.1') {
      throw new ConfigurationError(
        'DEMO: the offline demo answers on localhost only. Its accounts need no password; remove PUBLIC_URL, or set up ENTRA_CLIENT_ID.',
      )
    }
    return { kind: 'demo' }
  }
  if (settings.ENTRA_CLIENT_ID === undefined) {
    throw new ConfigurationError(
      'ENTRA_CLIENT_ID: say which app registration people sign in with, or set DEMO=1 to try the tracker offline.',
    )
  }
  if (settings.ENTRA_TENANT_ID === 'organizations' && settings.ENTRA_ALLOWED_TENANTS.length === 0) {
    throw new ConfigurationError(
      'ENTRA_ALLOWED_TENANTS: with accounts of every organisation, list the tenant ids that may sign in, separated by commas.',
    )
  }
  return {
    kind: 'entra',
    tenantId: settings.ENTRA_TENANT_ID,
    clientId: settings.ENTRA_CLIENT_ID,
    clientSecret: settings.ENTRA_CLIENT_SECRET,
    allowedTenants: settings.ENTRA_ALLOWED_TENANTS,
  }
}

function readSecret(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new ConfigurationError(`${name}: the file it names cannot be read. Check the path and who may read it.`)
  }
}
