import { z } from 'zod'
import { EmulatorSettingsError } from './settings-error.ts'

/** A text in both languages of the sign-in page. */
export interface Words {
  readonly en: string
  readonly nl: string
}

/** A Microsoft Entra tenant. */
export interface EmulatedTenant {
  /** A GUID. */
  readonly tenantId: string
  readonly name: string
  /** A verified domain such as `contoso.example`; it may stand for the id in addresses. */
  readonly domain: string
}

/** An app registration. */
export interface EmulatedApplication {
  /** A GUID. */
  readonly clientId: string
  readonly name: string
  /** The tenant in which the application is registered. */
  readonly tenantId: string
  /** Whose accounts may sign in, in the words of the manifest. */
  readonly signInAudience: 'AzureADMyOrg' | 'AzureADMultipleOrgs'
  /** Compared exactly; they also decide where the end of a session may lead. */
  readonly redirectUris: readonly string[]
  /** With a secret or a key the application is confidential and has to prove itself; with neither it is public. */
  readonly clientSecret?: string
  /** Public keys (PEM, SPKI) of the certificates with which the application signs its assertions. */
  readonly certificateKeys?: readonly string[]
}

/** An application with what only a whole emulated cloud knows of it. */
export interface RegisteredApplication extends EmulatedApplication {
  /** It cannot keep a secret; where nothing is said, that follows from whether it has one. */
  readonly publicClient?: boolean
  /** SHA-256 of secrets, hexadecimal, with the end of their lives. */
  readonly secretDigests?: readonly { readonly digest: string; readonly endDateTime?: string }[]
  readonly federatedCredentials?: readonly FederatedCredential[]
  /** Delegated permissions the registration asks for, by client id of the API. */
  readonly requiredPermissions?: readonly { readonly resource: string; readonly scopes: readonly string[] }[]
  /** One of Microsoft's own, which needs nobody's consent. */
  readonly firstParty?: boolean
}

/** Whose tokens prove an application (workload identity federation). */
export interface FederatedCredential {
  readonly issuer: string
  readonly subject: string
  readonly audience: string
  /** Public key (PEM, SPKI) the issuer signs with. */
  readonly issuerKey: string
}

/** A person who can sign in without a password. */
export interface EmulatedAccount {
  /** A GUID. */
  readonly objectId: string
  readonly tenantId: string
  readonly name: string
  /** Shaped like an e-mail address; becomes `preferred_username`. */
  readonly username: string
  /** What the person is, shown first on the sign-in page. */
  readonly role: Words
  /** One line about what the person can do. */
  readonly detail?: Words
  /** App roles for the `roles` claim. */
  readonly appRoles?: readonly string[]
}

/** Everything the emulated platform knows of. */
export interface IdentityDirectory {
  readonly tenants: readonly EmulatedTenant[]
  readonly applications: readonly EmulatedApplication[]
  readonly accounts: readonly EmulatedAccount[]
}

/** What an address's first segment stands for: one tenant, or every tenant there is. */
export type TenantScope =
  | { readonly kind: 'one'; readonly tenant: EmulatedTenant }
  | { readonly kind: 'any'; readonly alias: string }

/** The directory with the questions that the endpoints ask of it. */
export interface DirectoryIndex {
  readonly scopeOf: (segment: string) => TenantScope | undefined
  readonly application: (clientId: string) => RegisteredApplication | undefined
  readonly account: (objectId: string) => EmulatedAccount | undefined
  /** The accounts that may sign in to the application through this scope, in the order given. */
  readonly accountsFor: (scope: TenantScope, application: EmulatedApplication) => readonly EmulatedAccount[]
  readonly tenant: (tenantId: string) => EmulatedTenant | undefined
  readonly redirectUris: readonly string[]
}

const words = z.object({ en: z.string().min(1), nl: z.string().min(1) })

const directorySchema = z.object({
  tenants: z.array(z.object({ tenantId: z.guid(), name: z.string().min(1), domain: z.string().min(3) })).min(1),
  applications: z.array(
    z.object({
      clientId: z.guid(),
      name: z.string().min(1),
      tenantId: z.guid(),
      signInAudience: z.enum(['AzureADMyOrg', 'AzureADMultipleOrgs']),
      redirectUris: z.array(z.url({ protocol: /^https?$/ })).min(1),
      clientSecret: z.string().min(1).optional(),
      certificateKeys: z.array(z.string().startsWith('-----BEGIN PUBLIC KEY-----')).optional(),
    }),
  ),
  accounts: z.array(
    z.object({
      objectId: z.guid(),
      tenantId: z.guid(),
      name: z.string().min(1),
      username: z.email(),
      role: words,
      detail: words.optional(),
      appRoles: z.array(z.string()).optional(),
    }),
  ),
})

const aliases = ['organizations', 'common']

/**
 * Checks the directory and makes it answer questions.
 *
 * @throws EmulatorSettingsError where an id is no GUID, is used twice, or names a tenant that is not there.
 */
export function indexDirectory(directory: IdentityDirectory): DirectoryIndex {
  const shape = directorySchema.safeParse(directory)
  if (!shape.success)
    throw new EmulatorSettingsError(`The emulated directory is not complete.\n${z.prettifyError(shape.error)}`)
  const { tenants, applications, accounts } = directory
  const tenantById = uniquely('tenant', tenants, ({ tenantId }) => tenantId)
  const applicationById = uniquely('application', applications, ({ clientId }) => clientId)
  const accountById = uniquely('account', accounts, ({ objectId }) => objectId)
  for (const { name, tenantId } of [...applications, ...accounts]) {
    if (!tenantById.has(tenantId.toLowerCase())) {
      throw new EmulatorSettingsError(
        `"${name}" belongs to the tenant ${tenantId}, which is not among the tenants. Add it.`,
      )
    }
  }
  return {
    scopeOf: (segment) => {
      const asked = segment.toLowerCase()
      if (aliases.includes(asked)) return { kind: 'any', alias: asked }
      const tenant = tenantById.get(asked) ?? tenants.find(({ domain }) => domain.toLowerCase() === asked)
      return tenant === undefined ? undefined : { kind: 'one', tenant }
    },
    application: (clientId) => applicationById.get(clientId.toLowerCase()),
    account: (objectId) => accountById.get(objectId.toLowerCase()),
    accountsFor: (scope, application) =>
      accounts.filter(
        ({ tenantId }) =>
          (scope.kind === 'any' || same(scope.tenant.tenantId, tenantId)) &&
          (application.signInAudience === 'AzureADMultipleOrgs' || same(application.tenantId, tenantId)),
      ),
    tenant: (tenantId) => tenantById.get(tenantId.toLowerCase()),
    redirectUris: applications.flatMap(({ redirectUris }) => redirectUris),
  }
}

function uniquely<Entry>(kind: string, entries: readonly Entry[], idOf: (entry: Entry) => string): Map<string, Entry> {
  const byId = new Map<string, Entry>()
  for (const entry of entries) {
    const id = idOf(entry).toLowerCase()
    if (byId.has(id)) throw new EmulatorSettingsError(`Two entries share the ${kind} id ${id}. Give each its own.`)
    byId.set(id, entry)
  }
  return byId
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
