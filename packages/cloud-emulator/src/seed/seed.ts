/** What a cloud begins with, in the words of a file that people write. Whatever has no id gets one that stays the same. */
export interface Seed {
  readonly tenants: readonly SeedTenant[]
}

export interface SeedTenant {
  readonly id: string
  readonly name: string
  /** A verified domain, such as `fabrikam.example`. */
  readonly domain: string
  /** `europe` where nothing is said. */
  readonly region?: string | undefined
  /** Two letters; `NL` where nothing is said. */
  readonly country?: string | undefined
  readonly accounts?: readonly SeedAccount[] | undefined
  readonly applications?: readonly SeedApplication[] | undefined
  /** Applications of other tenants that this one lets in. */
  readonly installed?: readonly SeedInstallation[] | undefined
  readonly licences?: readonly SeedLicence[] | undefined
  readonly environments?: readonly SeedEnvironment[] | undefined
  /** Client ids registered as management applications. */
  readonly managementApplications?: readonly string[] | undefined
  /** What it is as a partner of the Cloud Solution Provider programme. */
  readonly partner?: SeedPartner | undefined
}

export interface SeedPartner {
  /** Ids of tenants that accepted the relationship. */
  readonly customers: readonly string[]
  /** Ids of those among them whose acceptance of the customer agreement is recorded. */
  readonly agreed?: readonly string[] | undefined
}

export interface SeedAccount {
  readonly id?: string | undefined
  readonly name: string
  readonly userName: string
  /** Without one the person signs in on the page only. */
  readonly password?: string | undefined
  readonly roles?: readonly string[] | undefined
  /** Part numbers of licences of the tenant. */
  readonly licences?: readonly string[] | undefined
  readonly usageLocation?: string | undefined
  readonly description?: string | undefined
  readonly enabled?: boolean | undefined
}

export interface SeedApplication {
  readonly id: string
  readonly name: string
  /** `AzureADMyOrg` where nothing is said. */
  readonly audience?: 'AzureADMyOrg' | 'AzureADMultipleOrgs' | undefined
  /** Plain text in the file; the state keeps a digest. */
  readonly secret?: string | undefined
  /** PEM (SPKI). */
  readonly certificateKeys?: readonly string[] | undefined
  readonly federated?:
    | readonly {
        readonly name: string
        readonly issuer: string
        readonly subject: string
        readonly audience: string
        readonly issuerKey: string
      }[]
    | undefined
  readonly redirectUris?: readonly string[] | undefined
  /** Whether people may sign in to it without its secret: device code, user name and password. */
  readonly allowPublicClient?: boolean | undefined
  readonly permissions?: readonly SeedPermission[] | undefined
  readonly identifierUris?: readonly string[] | undefined
  /** Delegated permissions it offers to others. */
  readonly exposes?: readonly string[] | undefined
  /** Whether an administrator of its own tenant agreed to its permissions. */
  readonly consented?: boolean | undefined
}

export interface SeedPermission {
  /** Name (`Microsoft Graph`), client id or identifier of the API. */
  readonly api: string
  readonly delegated?: readonly string[] | undefined
  readonly application?: readonly string[] | undefined
}

export interface SeedInstallation {
  /** Client id. */
  readonly application: string
  /** Whether an administrator agreed to everything it asks for; yes where nothing is said. */
  readonly consented?: boolean | undefined
}

export interface SeedLicence {
  readonly partNumber: string
  readonly skuId?: string | undefined
  readonly units: number
  readonly plans?: readonly { readonly id: string; readonly name: string }[] | undefined
}

export interface SeedEnvironment {
  /** A GUID, or `Default-{tenant id}`; the default environment where nothing is said. */
  readonly id?: string | undefined
  readonly name: string
  /** `Default` for the default environment, else `Production` where nothing is said. */
  readonly kind?: 'Default' | 'Production' | 'Sandbox' | 'Trial' | 'Developer' | undefined
  readonly region?: string | undefined
  /** User names of people who may make things here. */
  readonly makers?: readonly string[] | undefined
  /** User names of people who administer it. */
  readonly administrators?: readonly string[] | undefined
  readonly dataverse?:
    | {
        /** Such as `orgfabrikam`. */
        readonly domain: string
        /** Such as `crm4`; what fits the region where nothing is said. */
        readonly host?: string | undefined
        /** Client ids of applications that are users of it. */
        readonly applicationUsers?: readonly string[] | undefined
        /** User names of people whose licence does not cover premium connectors. */
        readonly unlicensed?: readonly string[] | undefined
      }
    | undefined
  readonly connections?: readonly SeedConnection[] | undefined
  readonly dataPolicies?:
    | readonly {
        readonly name: string
        readonly business: readonly string[]
        readonly blocked?: readonly string[] | undefined
      }[]
    | undefined
}

export interface SeedConnection {
  readonly id?: string | undefined
  /** `shared_…`. */
  readonly connector: string
  readonly name: string
  /** User name. */
  readonly owner: string
  readonly status?: 'connected' | 'unauthenticated' | 'error' | undefined
  /** Who else may use it: user names, or client ids of applications. */
  readonly sharedWith?:
    | readonly { readonly principal: string; readonly role: 'CanEdit' | 'CanView' | 'CanViewWithShare' }[]
    | undefined
}
