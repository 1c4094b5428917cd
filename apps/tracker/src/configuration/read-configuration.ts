import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import proxyAddress from 'proxy-addr'
import { z } from 'zod'
import type { Configuration, DatabaseConfiguration } from './configuration.ts'

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

const address = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
const minutes = z.coerce.number().int().min(1)
const proxies = list.default([]).refine(areAddresses, 'must be addresses or networks such as 10.0.0.0/8, or loopback')

const networks = list
  .default([])
  .refine((all) => all.every(isNetwork), 'must be networks in CIDR notation, such as 10.20.0.0/16')
const port = z.coerce.number<string>().int().min(1).max(65_535)
const ports = list.pipe(z.array(port).min(1)).default([443, 80])

const environmentSchema = z.object({
  HOST: z.string().default('127.0.0.1').describe('Address to listen at; `0.0.0.0` in a container.'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe('Port to listen at.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Address people use; cookies, redirects and links follow from it. `http://localhost:PORT` unless set.'),
  DATA_DIRECTORY: z
    .string()
    .min(1)
    .default('data')
    .describe('Folder of the embedded database, where no PostgreSQL is set.'),
  DATABASE_URL: address.optional().describe('PostgreSQL as the weak role; the embedded database unless set.'),
  DATABASE_OWNER_URL: address.optional().describe('The same database as its owner; only to change tables.'),
  DATABASE_POOL_SIZE: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(10)
    .describe('Connections to PostgreSQL at most.'),
  DEMO: flag.default(false).describe('`1` for demo data and an offline sign-in; on localhost only.'),
  ENTRA_TENANT_ID: z.string().default('organizations').describe('Tenant of the app registration, or `organizations`.'),
  ENTRA_CLIENT_ID: z.guid().optional().describe('Application (client) id of the app registration.'),
  ENTRA_CLIENT_SECRET: z.string().min(1).optional().describe('Its client secret.'),
  ENTRA_ALLOWED_TENANTS: list.default([]).describe('Tenant ids that may sign in, separated by commas.'),
  SESSION_IDLE_MINUTES: minutes.default(8 * 60).describe('A session ends after so many minutes without a request.'),
  SESSION_ABSOLUTE_HOURS: minutes.default(7 * 24).describe('A session ends after so many hours in any case.'),
  RATE_LIMIT_API: budget.default(600).describe('Requests to the API a minute for each person or token.'),
  RATE_LIMIT_CHANGES: budget.default(120).describe('Forms sent a minute by each person.'),
  RATE_LIMIT_SIGN_IN: budget.default(60).describe('Sign-ins, links and unknown tokens a minute for each address.'),
  RATE_LIMIT_UPLOADS: budget.default(60).describe('Uploads a minute for each person or token.'),
  PROBES: z
    .enum(['public', 'off'])
    .optional()
    .describe(
      '`public` where our server looks at addresses that vendors hand in, or `off`; `off` in the demo unless set.',
    ),
  PROBE_NETWORKS: networks.describe('Networks it may reach beside the public internet, such as `10.20.0.0/16`.'),
  PROBE_PORTS: ports.describe('Ports it speaks to.'),
  RATE_LIMIT_PROBES: budget.default(60).describe('Looks an hour for each vendor; a programme has ten times as many.'),
  TRUSTED_PROXIES: proxies.describe('Proxies whose X-Forwarded-For is believed: addresses, networks, `loopback`.'),
  COMMIT: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/, 'must be the hexadecimal id of a commit')
    .optional()
    .describe('Commit it was built from, told by /version.'),
  STOP_DELAY_SECONDS: z.coerce
    .number()
    .int()
    .min(0)
    .max(120)
    .default(0)
    .describe('Time to go on serving once told to stop, while /readyz already says no.'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('Least that is written: debug, info, warn, error or silent.'),
})

/** One setting of the environment, for people to read. */
export interface Setting {
  readonly name: string
  /** As it would be written in the environment; empty where there is none. */
  readonly usual: string
  readonly meaning: string
  /** Whether the value may stand in a file named by the setting with `_FILE` behind it. */
  readonly fromFile: boolean
}

/** Every setting there is. */
export function everySetting(): readonly Setting[] {
  return Object.entries(environmentSchema.shape).map(([name, schema]) => {
    // What is not set is read as its default, and as undefined where there is none.
    const usual: unknown = schema.safeParse(undefined).data
    return {
      name,
      usual: typeof usual === 'boolean' ? String(Number(usual)) : String(usual ?? ''),
      meaning: schema.description ?? '',
      fromFile: fromFile.some((one) => one === name),
    }
  })
}

/** Settings whose value may stand in a file named by the setting with `_FILE` behind it. */
const fromFile = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'ENTRA_CLIENT_SECRET'] as const

/**
 * Reads the configuration from the environment.
 *
 * @throws ConfigurationError naming every setting that is missing or wrong, and what it should be
 */
export function readConfiguration(environment: Environment, version: string): Configuration {
  const settings = readSettings(environment)
  const configuration = databaseConfigurationOf(settings, version)
  return { ...configuration, signIn: signInOf(settings, configuration.publicUrl) }
}

/**
 * Reads as much of the configuration as a command needs that only works on the database; how people sign in need not be
 * settled for it.
 *
 * @throws ConfigurationError as {@link readConfiguration} does
 */
export function readDatabaseConfiguration(environment: Environment, version: string): DatabaseConfiguration {
  return databaseConfigurationOf(readSettings(environment), version)
}

type Environment = Readonly<Record<string, string | undefined>>
type Settings = z.infer<typeof environmentSchema>

function readSettings(environment: Environment): Settings {
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
  return parsed.data
}

function databaseConfigurationOf(settings: Settings, version: string): DatabaseConfiguration {
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
    session: { idleMinutes: settings.SESSION_IDLE_MINUTES, absoluteHours: settings.SESSION_ABSOLUTE_HOURS },
    rateLimits: {
      api: settings.RATE_LIMIT_API,
      changes: settings.RATE_LIMIT_CHANGES,
      'sign-in': settings.RATE_LIMIT_SIGN_IN,
      uploads: settings.RATE_LIMIT_UPLOADS,
    },
    probes: {
      enabled: (settings.PROBES ?? (settings.DEMO ? 'off' : 'public')) === 'public',
      networks: settings.PROBE_NETWORKS,
      ports: settings.PROBE_PORTS,
      perHour: settings.RATE_LIMIT_PROBES,
    },
    trustedProxies: settings.TRUSTED_PROXIES,
    stopDelaySeconds: settings.STOP_DELAY_SECONDS,
    logLevel: settings.LOG_LEVEL,
    version,
    commit: settings.COMMIT,
  }
}

/** In CIDR notation; what cannot be read would permit nothing, and nobody would be told. */
function isNetwork(text: string): boolean {
  const [address = '', bits = '', ...more] = text.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most
}

function areAddresses(list: readonly string[]): boolean {
  try {
    proxyAddress.compile([...list])
    return true
  } catch {
    return false
  }
}

function signInOf(settings: Settings, publicUrl: string): Configuration['signIn'] {
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
