/** People, applications and licences of one tenant. Secrets and passwords are kept as digests only. */
export interface DirectoryState {
  /** People by object id. */
  accounts: Record<string, AccountState>
  /** Applications registered here, by client id. */
  applications: Record<string, ApplicationState>
  /** Every application that acts in this tenant, wherever it is registered, by client id. */
  servicePrincipals: Record<string, ServicePrincipalState>
  /** Products bought, by SKU id. */
  subscriptions: Record<string, SubscriptionState>
}

/** A person. */
export interface AccountState {
  objectId: string
  userPrincipalName: string
  name: string
  mail?: string
  enabled: boolean
  /** Two letters; without it no licence can be assigned. */
  usageLocation?: string
  /** Directory roles, as they are called: `Global Administrator`, `Power Platform Administrator`, … */
  directoryRoles: string[]
  /** SKU ids of assigned licences. */
  licences: string[]
  /** SHA-256 of the password, hexadecimal; without it the person signs in on the page only. */
  passwordDigest?: string
  /** Shown on the sign-in page. */
  description?: string
}

/** An app registration. */
export interface ApplicationState {
  clientId: string
  /** Object id of the registration, which is not the client id. */
  objectId: string
  name: string
  signInAudience: 'AzureADMyOrg' | 'AzureADMultipleOrgs'
  /** Whether it can keep a secret; public ones sign in with device code, PKCE or password only. */
  publicClient: boolean
  redirectUris: string[]
  /** SHA-256 of each secret, hexadecimal, with the end of its life. */
  secrets: { keyId: string; digest: string; hint: string; displayName?: string; endDateTime?: string }[]
  /** Public keys (PEM, SPKI) of certificates for client assertions. */
  certificateKeys: string[]
  /** Whose tokens are taken as proof of identity (workload identity federation). */
  federatedCredentials: FederatedCredentialState[]
  /** Permissions the application asks for: what `.default` stands for. */
  requiredPermissions: { resource: string; scopes: string[]; roles: string[] }[]
  identifierUris: string[]
  /** Scopes it offers to others, for on-behalf-of. */
  exposedScopes: string[]
  createdDateTime: string
  /** Properties given through Graph that nothing here acts on, kept as they came. */
  more: Record<string, unknown>
}

/** A federated credential of an application. */
export interface FederatedCredentialState {
  name: string
  issuer: string
  subject: string
  audience: string
  /** Public key (PEM, SPKI) the issuer signs with, so that nothing has to be fetched. */
  issuerKey: string
}

/** An application as it exists in one tenant. */
export interface ServicePrincipalState {
  objectId: string
  clientId: string
  name: string
  enabled: boolean
  /** Application permissions that an administrator agreed to: what comes as `roles`. */
  roles: { resource: string; role: string }[]
}

/** A consent to delegated permissions. */
export interface ConsentState {
  clientId: string
  /** Object id of the person, or everybody, where an administrator agreed. */
  principal: string
  /** Client id of the API the scopes belong to. */
  resource: string
  scopes: string[]
}

/** A product the tenant bought. */
export interface SubscriptionState {
  skuId: string
  skuPartNumber: string
  enabledUnits: number
  servicePlans: { servicePlanId: string; servicePlanName: string }[]
}
