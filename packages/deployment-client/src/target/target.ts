import type { JsonObject } from '../model/content.ts'
import type { DatabaseArea } from './database-area.ts'
import type { FlowArea, PackageArea } from './flow-area.ts'

/** Who deploys: what is known from the credential's own token. */
export interface Principal {
  readonly kind: 'application' | 'person'
  /** Object id in the tenant, where the token says it. */
  readonly objectId?: string
  /** Name to show: the user principal name, or the application's id. */
  readonly name: string
}

/** What is known of a target before anything is deployed. */
export interface TargetFacts {
  readonly tenant: string
  readonly environment: { readonly id: string; readonly name: string }
  /** Address of the environment's database; nothing where it has none. */
  readonly organization?: string
  readonly principal: Principal
  /** Where people sign in to connections. */
  readonly portal: string
}

/** A connector as the target shows it; keys that it never gives back are left out of the content. */
export interface InstalledConnector {
  /** Such as `shared_contoso-5fbooks-5f1a2b`. */
  readonly id: string
  readonly displayName: string
  readonly content: JsonObject
}

/** Everything that a connector is made from. */
export interface ConnectorMaterial {
  readonly displayName: string
  readonly description: string
  readonly definition: JsonObject
  /** The properties of apiProperties.json, without client secrets. */
  readonly properties: JsonObject
  readonly icon?: { readonly fileName: string; readonly bytes: Uint8Array }
  readonly script?: string
  /** Client of each OAuth parameter; secrets are here only while a call is being made. */
  readonly oauth: Readonly<Record<string, { readonly clientId?: string; readonly clientSecret?: string }>>
}

/** Custom connectors of a target. */
export interface ConnectorArea {
  /** Ids and names of the custom connectors; without content. */
  list(): Promise<readonly { readonly id: string; readonly displayName: string }[]>
  read(id: string): Promise<InstalledConnector | undefined>
  /** Whether a connector of this id exists, custom or not. */
  has(id: string): Promise<boolean>
  create(material: ConnectorMaterial): Promise<string>
  update(id: string, material: ConnectorMaterial): Promise<void>
  remove(id: string): Promise<void>
  /** The platform's own check of a definition; its complaints, word for word. */
  validate(material: ConnectorMaterial): Promise<readonly string[]>
  readonly sharing: SharingArea
}

/** A connection as the target shows it. */
export interface InstalledConnection {
  readonly id: string
  readonly connectorId: string
  readonly displayName: string
  readonly state: 'connected' | 'error' | 'unknown'
  /** What the target says about a state that is not `connected`. */
  readonly detail?: string
  readonly ownerId?: string
}

/** What a connection is made from. */
export interface ConnectionMaterial {
  readonly displayName: string
  readonly parameters: Readonly<Record<string, string | number | boolean>>
  readonly parameterSet?: string
}

/** Connections of a target. */
export interface ConnectionArea {
  list(): Promise<readonly InstalledConnection[]>
  read(connectorId: string, id: string): Promise<InstalledConnection | undefined>
  put(connectorId: string, id: string, material: ConnectionMaterial): Promise<void>
  remove(connectorId: string, id: string): Promise<void>
  /** Where a person signs in to the connection. */
  consentLink(connectorId: string, id: string): Promise<string>
  readonly sharing: SharingArea
}

/** What somebody may do with a thing. */
export type SharingRole = 'can-view' | 'can-view-with-share' | 'can-edit'

/** Who somebody is. */
export type SharingKind = 'user' | 'group' | 'service-principal' | 'tenant'

/** One person, group or application that may use a thing. */
export interface Grant {
  readonly principalId: string
  readonly kind: SharingKind
  readonly role: SharingRole | 'owner'
}

/** Who may use things of one kind; `id` is as the thing's own area says it, `connector/connection` for connections. */
export interface SharingArea {
  list(id: string): Promise<readonly Grant[]>
  grant(id: string, grant: Grant): Promise<void>
  revoke(id: string, principalId: string): Promise<void>
}

/** Long-running work that a target has accepted. */
export interface TargetWork {
  /** Text from which the work is found again after the process was killed; no secret. */
  readonly handle: string
  /** Waits until it is over; throws {@link import('./target-failure.ts').TargetFailure} when it failed. */
  done(): Promise<void>
}

/** What is reported while long-running work goes on. */
export type WorkProgress = (progress: { readonly percent?: number; readonly said?: string }) => void

/** How calls that take time are watched. */
export interface TargetOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: WorkProgress
}

/**
 * One environment of one tenant, as a deployment sees it: the only way to the cloud. What a credential or an
 * environment does not allow has no area here.
 */
export interface Target {
  facts(): Promise<TargetFacts>
  readonly connectors: ConnectorArea
  readonly connections: ConnectionArea
  /** The environment's database. */
  readonly database?: DatabaseArea
  /** The person's own flows. */
  readonly flows?: FlowArea
  /** Import of export packages. */
  readonly packages?: PackageArea
  /** Names of the service plans of a user's licences; nothing where they may not be read. */
  servicePlans(objectId: string): Promise<readonly string[] | undefined>
}
