/** How the tracker runs; read once from the environment, see `readConfiguration`. */
export interface Configuration {
  readonly host: string
  readonly port: number
  /** The address people use, without a trailing slash; cookies and redirects follow from it. */
  readonly publicUrl: string
  readonly database:
    | { readonly kind: 'pglite'; readonly directory: string }
    | {
        readonly kind: 'postgresql'
        readonly url: string
        readonly ownerUrl: string | undefined
        readonly poolSize: number
      }
  readonly signIn:
    | { readonly kind: 'demo' }
    | {
        readonly kind: 'entra'
        readonly tenantId: string
        readonly clientId: string
        readonly clientSecret: string | undefined
        readonly allowedTenants: readonly string[]
      }
  readonly session: { readonly idleMinutes: number; readonly absoluteHours: number }
  /** Requests a minute: for each person or token, and for each address that nobody is known at. */
  readonly rateLimits: {
    readonly api: number
    readonly changes: number
    readonly 'sign-in': number
    readonly uploads: number
  }
  /** How our server looks at addresses that vendors hand in. */
  readonly probes: {
    /** False where it opens none at all. */
    readonly enabled: boolean
    /** Networks that it may reach beside the public internet, in CIDR notation. */
    readonly networks: readonly string[]
    readonly ports: readonly number[]
    /** Looks an hour for each vendor; a programme as a whole has ten times as many. */
    readonly perHour: number
  }
  /** Addresses or networks of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[]
  /** How long to go on serving once told to stop, while `/readyz` already says no; balancers need that long to see it. */
  readonly stopDelaySeconds: number
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  readonly version: string
  /** The commit it was built from, where the build says so. */
  readonly commit: string | undefined
}

/** As much of it as a command needs that only works on the database: nobody signs in. */
export type DatabaseConfiguration = Omit<Configuration, 'signIn'>
