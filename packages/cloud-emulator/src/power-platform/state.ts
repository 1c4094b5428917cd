import type { WorkPlan } from '../operation/work-plan.ts'
import type { JsonValue } from './shared/json-value.ts'

/**
 * What one environment holds on the Power Apps, Flow and BAP planes. Plain JSON, so that a snapshot of the emulator is
 * `JSON.stringify`; maps are objects by name. Secrets are not kept: only that one was given.
 */
export interface PowerPlatformState {
  /** Custom connectors made on this plane or brought by a solution, by name (`shared_…`). */
  connectors: Record<string, ConnectorState>
  /** Connections by their bare id (no dashes). */
  connections: Record<string, ConnectionState>
  /** "My flows"; flows in a solution are rows of Dataverse and are not repeated here. */
  flows: Record<string, FlowState>
  packaging: PackagingState
  /** Data policies (DLP) that are looked at when a flow is turned on. */
  dataPolicies: DataPolicyState[]
}

export interface ConnectorState {
  name: string
  displayName: string
  description: string
  iconUri?: string
  iconBrandColor?: string
  publisher?: string
  /** `apiProperties` as last written, with every client secret taken out. */
  properties: Record<string, unknown>
  /** The OpenAPI definition as uploaded. */
  definition: unknown
  serviceUrl?: string
  scriptDefinitionUrl?: string
  /** Whether an OAuth client secret is stored. */
  secretStored: boolean
  /** Id of the row in Dataverse, for a connector that came by solution. */
  connectorRow?: string
  /** Object id. */
  createdBy: string
  createdTime: string
  changedTime: string
  permissions: PermissionState[]
  /** Blob that `originalSwaggerUrl` points to. */
  definitionBlob?: BlobAddress
}

export interface BlobAddress {
  /** `{account}/{name}` */
  container: string
  blob: string
}

export interface ConnectionState {
  /** Bare id, without dashes. */
  name: string
  /** Connector's name (`shared_…`). */
  connector: string
  displayName: string
  /** `unauthenticated` until somebody signed in through the consent link. */
  status: 'connected' | 'unauthenticated' | 'error'
  accountName?: string
  /** Parameters that are not secret. */
  parameters: Record<string, unknown>
  parameterSet?: { name: string; values: Record<string, unknown> }
  /** Names of secret parameters that have a value. */
  secretsStored: string[]
  /** Object id. */
  createdBy: string
  createdTime: string
  lastModifiedTime: string
  permissions: PermissionState[]
  /** Codes of consent links that were given out and not used yet, with the moment they end. */
  consentCodes: Record<string, { expires: string; redirectUrl: string; objectId: string }>
}

export interface PermissionState {
  principal: string
  principalType: 'User' | 'Group' | 'ServicePrincipal' | 'Tenant'
  roleName: 'Owner' | 'CanEdit' | 'CanView' | 'CanViewWithShare'
}

export interface FlowState {
  name: string
  displayName: string
  state: 'Started' | 'Stopped' | 'Suspended'
  suspensionReason: string
  definition: Record<string, JsonValue>
  /** As the Flow plane writes them: `{connectionName, source, id}` by key. */
  connectionReferences: Record<string, JsonValue>
  /** Object id. */
  creator: string
  createdTime: string
  lastModifiedTime: string
  failureAlerts: boolean
  permissions: PermissionState[]
  runs: FlowRunState[]
  /** Set while the flow lies in the recycle bin. */
  deletedTime?: string
}

export interface FlowRunState {
  name: string
  status: 'Running' | 'Succeeded' | 'Failed' | 'Cancelled'
  startTime: string
  /** May lie ahead: until then the run shows as running. */
  endTime?: string
  triggerName: string
  error?: { code: string; message: string }
}

export interface PackagingState {
  /** Storage containers by `{account}/{name}`. */
  containers: Record<string, ContainerState>
  /** Long-running work of package import by id. */
  operations: Record<string, PackagingOperationState>
}

export interface ContainerState {
  /** First label of its host. */
  account: string
  name: string
  /** Key that its signatures are made with, base64. */
  key: string
  blobs: Record<string, BlobState>
  /** Blocks that were uploaded and not put together yet: blob name to block id to base64. */
  blocks: Record<string, Record<string, string>>
}

export interface BlobState {
  /** Base64. */
  content: string
  contentType: string
  lastModified: string
}

export interface PackagingOperationState {
  id: string
  kind: 'listImportParameters' | 'importPackage'
  packageLink: string
  /** Before its end, details and resources are absent from answers. */
  plan: WorkPlan
  /** Set by what was found, once the work was carried out. */
  status: 'Running' | 'Succeeded' | 'Failed'
  details: Record<string, unknown>
  resources: Record<string, unknown>
  errors: { code: string; message: string }[]
  /** Object id of who began it. */
  startedBy: string
}

export interface DataPolicyState {
  displayName: string
  /** Connector names in the business group; all others that are not blocked are non-business. */
  business: string[]
  blocked: string[]
}

/** What an environment is made with. */
export interface WrittenEnvironment {
  displayName: string
  /** `Production`, `Sandbox`, `Trial` or `Developer`. */
  sku: string
  region: string
  /** Of its database; without it there is none. */
  domainName?: string
  baseLanguage?: number
}

/** The making of an environment. */
export interface LifecycleState {
  id: string
  /** Name of the environment that comes out of it. */
  environment: string
  written: WrittenEnvironment
  plan: WorkPlan
  state: 'Running' | 'Succeeded' | 'Failed'
  error?: { code: string; message: string }
  /** Object id. */
  startedBy: string
}

/** What a tenant holds beside its environments. */
export interface TenantPowerPlatformState {
  /** Applications registered as management apps, by client id. */
  managementApplications: Record<string, { registeredTime: string; registeredBy: string }>
  /** Environments that are being made, and those that were, by id of the work. */
  lifecycleOperations: Record<string, LifecycleState>
}

/** Nothing in it yet. */
export function createPowerPlatformState(): PowerPlatformState {
  return {
    connectors: {},
    connections: {},
    flows: {},
    packaging: { containers: {}, operations: {} },
    dataPolicies: [],
  }
}

/** No application is registered. */
export function createTenantPowerPlatformState(): TenantPowerPlatformState {
  return { managementApplications: {}, lifecycleOperations: {} }
}
