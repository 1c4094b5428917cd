import type { DescribedValue, SecretReference } from '../secrets/secret-reference.ts'
import type { VariableType } from '../target/database-area.ts'
import type { SharingKind, SharingRole } from '../target/target.ts'
import type { JsonObject } from './content.ts'

/** `kind/name`, by which plan and journal speak of a thing. */
export type Address = string

/** A connector of this deployment, whose id is known once it is there, or one by its id. */
export type ConnectorReference = { readonly own: string } | { readonly id: string }

/** What every wanted thing has. */
interface WantedBase {
  readonly address: Address
  readonly name: string
  /** Where the description asks for it. */
  readonly place: readonly PropertyKey[]
  /** What has to be there first. */
  readonly needs: readonly Address[]
  /** Hash of everything that was given, also of what no target gives back; never of a secret. */
  readonly hash: string
}

/** A custom connector. */
export interface WantedConnector extends WantedBase {
  readonly kind: 'connector'
  readonly displayName: string
  readonly description: string
  readonly definition: JsonObject
  readonly properties: JsonObject
  readonly icon?: { readonly fileName: string; readonly bytes: Uint8Array }
  readonly script?: string
  readonly oauth: Readonly<Record<string, { readonly clientId?: string; readonly clientSecret?: SecretReference }>>
}

/** A connection that is created; bound ones are only checked. */
export interface WantedConnection extends WantedBase {
  readonly kind: 'connection'
  readonly connector: ConnectorReference
  readonly id: string
  readonly displayName: string
  readonly parameters: Readonly<Record<string, DescribedValue>>
  readonly parameterSet?: string
  /** Whether a person has to sign in to it, as its connector's parameters say. */
  readonly signsInPerson: boolean
}

/** A connection as others bind it. */
export interface BoundConnection {
  readonly name: string
  readonly connector: ConnectorReference
  readonly id: string
  /** Created by this deployment, or given by id. */
  readonly isCreated: boolean
  readonly place: readonly PropertyKey[]
}

/** A connection reference of the database. */
export interface WantedReference extends WantedBase {
  readonly kind: 'connection-reference'
  readonly id: string
  readonly displayName: string
  readonly connection: BoundConnection
  /** Address of the solution that brings it; otherwise it is created. */
  readonly broughtBy?: Address
}

/** The value of an environment variable. */
export interface WantedVariable extends WantedBase {
  readonly kind: 'environment-variable'
  readonly definitionId: string
  readonly valueId: string
  readonly displayName: string
  readonly value?: DescribedValue
  readonly type?: VariableType
  readonly broughtBy?: Address
}

/** One flow as a package brings it. */
export interface PackagedFlow {
  /** Where a solution names it so. */
  readonly id?: string
  readonly name: string
  readonly isOn: boolean
  readonly definition: JsonObject
  readonly connectionReferences: JsonObject
}

/** A solution package. */
export interface WantedSolution extends WantedBase {
  readonly kind: 'solution'
  readonly uniqueName: string
  readonly version: string
  readonly isManaged: boolean
  readonly bytes: Uint8Array
  readonly file: string
  readonly overwriteUnmanaged: boolean
  readonly turnOnFlows: boolean
  readonly flows: readonly PackagedFlow[]
  readonly references: readonly { readonly logicalName: string; readonly connectorId: string }[]
  readonly variables: readonly {
    readonly schemaName: string
    readonly hasDefault: boolean
    readonly hasCurrentValue: boolean
    readonly isRequired: boolean
  }[]
  /** Solutions it needs, with the least version. */
  readonly dependencies: readonly {
    readonly uniqueName: string
    readonly version?: string
    readonly component: string
  }[]
}

/** A flow that is written into the database. */
export interface WantedFlow extends WantedBase {
  readonly kind: 'flow'
  readonly route: 'solution' | 'package'
  /** In the database; flows of a person get theirs from the service. */
  readonly id: string
  readonly displayName: string
  readonly description: string
  readonly definition: JsonObject
  /** Key of each reference, the connector it was made with, and what stands behind it here. */
  readonly references: readonly FlowReference[]
  /** Keys that the description binds and the flow does not have. */
  readonly surplusBindings: readonly string[]
  readonly solution?: string
}

/** One connection reference of a flow. */
export interface FlowReference {
  readonly key: string
  /** Id of the connector in the file, such as `shared_office365`. */
  readonly packagedConnector: string
  /** Whose connection is used: `embedded` the owner's, `invoker` that of whoever runs it. */
  readonly source: 'embedded' | 'invoker'
  readonly connection?: BoundConnection
  /** Logical name of the connection reference in the database. */
  readonly logicalName: string
}

/** A flow that the target's own package import brings. */
export interface WantedPackage extends WantedBase {
  readonly kind: 'package'
  readonly displayName: string
  readonly bytes: Uint8Array
  readonly file: string
  readonly definition: JsonObject
  readonly references: readonly FlowReference[]
  readonly surplusBindings: readonly string[]
}

/** Whether a flow runs. */
export interface WantedActivation extends WantedBase {
  readonly kind: 'activation'
  /** The flow or package of this deployment, or the solution that brings it. */
  readonly flow: { readonly address: Address; readonly databaseId?: string }
  readonly isOn: boolean
  /** Database ids and names of flows it calls. */
  readonly calls: readonly string[]
}

/** Who else may use something. */
export interface WantedSharing extends WantedBase {
  readonly kind: 'sharing'
  readonly subject: Address
  /** Where a connection is shared, created or bound. */
  readonly connection?: BoundConnection
  readonly principalId: string
  readonly principalKind: SharingKind
  readonly role: SharingRole
}

/** Anything that a deployment wants in a target. */
export type Wanted =
  | WantedConnector
  | WantedConnection
  | WantedReference
  | WantedVariable
  | WantedSolution
  | WantedFlow
  | WantedPackage
  | WantedActivation
  | WantedSharing

/** The kinds of things a deployment has, in the order in which they are listed. */
export const wantedKinds = [
  'connector',
  'connection',
  'solution',
  'environment-variable',
  'connection-reference',
  'flow',
  'package',
  'activation',
  'sharing',
] as const

/** One of {@link wantedKinds}. */
export type WantedKind = (typeof wantedKinds)[number]
