import type { JsonValue } from '@sevenstep/located-json'
import { type DefinitionReading, readDefinition } from '../definition/read-definition.ts'
import type { WorkflowDefinition } from '../definition/workflow-definition.ts'
import { isJsonObject } from '../json/json-object.ts'
import { optionalText } from '../json/optional-text.ts'
import type {
  FlowApiConnectionReference,
  FlowConnectionReference,
  SolutionConnectionReference,
} from './connection-reference.ts'
import { apiIdPrefix, normaliseConnectionReferences } from './normalise-connection-references.ts'
import { retargetDefinition } from './retarget-definition.ts'

/** A flow without the place it is kept in: what both of the ways to write one have in common. */
export interface PlainFlow {
  readonly displayName?: string
  readonly definition: WorkflowDefinition
  readonly connectionReferences: readonly FlowConnectionReference[]
}

/** The body with which the Flow API creates or updates a flow. */
export interface FlowApiBody {
  readonly properties: {
    readonly displayName: string
    readonly state?: 'Started' | 'Stopped'
    readonly definition: WorkflowDefinition
    readonly connectionReferences: { readonly [key: string]: FlowApiConnectionReference }
    readonly environment?: { readonly name: string }
  }
}

/** What a cloud flow of a solution holds: the file in `Workflows/`, and the column `clientdata` of its row. */
export interface ClientData {
  readonly properties: {
    readonly connectionReferences: { readonly [key: string]: SolutionConnectionReference }
    readonly definition: WorkflowDefinition
    readonly templateName: string | null
  }
  readonly schemaVersion: string
}

/** The connection to use for a reference. */
export interface ChosenConnection {
  /** Bare name of the connection. */
  readonly connectionName: string
  /** The connector's name in the target, where it differs: custom connectors have another one in every environment. */
  readonly apiName?: string
}

/** What a body of the Flow API says beyond the flow itself. */
export interface FlowApiBodyOptions {
  readonly displayName: string
  readonly state?: 'Started' | 'Stopped'
  /** Name of the environment, for the body's own mention of it. */
  readonly environment?: string
  /** Says which connection each reference gets; nothing leaves it unbound. */
  readonly connectionFor: (reference: FlowConnectionReference) => ChosenConnection | undefined
}

/** A body, or the references that no connection was named for or whose connector is not known. */
export type FlowApiBodyWriting =
  | { readonly ok: true; readonly body: FlowApiBody }
  | { readonly ok: false; readonly unbound: readonly FlowConnectionReference[] }

/** Writes a flow as the Flow API takes it. Where a connector has another name in the target, calls of it follow. */
export function toFlowApiBody(flow: PlainFlow, options: FlowApiBodyOptions): FlowApiBodyWriting {
  const references: [string, FlowApiConnectionReference][] = []
  const unbound: FlowConnectionReference[] = []
  const renamed = new Map<string, string>()
  for (const reference of flow.connectionReferences) {
    const chosen = options.connectionFor(reference)
    const apiName = chosen?.apiName ?? reference.apiName
    if (chosen === undefined || apiName === undefined) {
      unbound.push(reference)
      continue
    }
    if (reference.apiName !== undefined && reference.apiName !== apiName) renamed.set(reference.apiName, apiName)
    const source = reference.source === 'invoker' ? 'Invoker' : 'Embedded'
    references.push([reference.key, { connectionName: chosen.connectionName, source, id: `${apiIdPrefix}${apiName}` }])
  }
  if (unbound.length > 0) return { ok: false, unbound }
  const { displayName, state, environment } = options
  const properties = {
    displayName,
    ...(state === undefined ? {} : { state }),
    definition: retargetDefinition(flow.definition, renamed),
    connectionReferences: Object.fromEntries(references),
    ...(environment === undefined ? {} : { environment: { name: environment } }),
  }
  return { ok: true, body: { properties } }
}

/** What `clientdata` says beyond the flow itself. */
export interface ClientDataOptions {
  /** The solution's connection reference for each of the flow's; nothing keeps the connection's own name. */
  readonly logicalNameFor?: (reference: FlowConnectionReference) => string | undefined
  readonly templateName?: string | null
}

/** Writes a flow as a solution holds it. A reference in that form keeps what else it says, impersonation for one. */
export function toClientData(flow: PlainFlow, options: ClientDataOptions = {}): ClientData {
  const references = flow.connectionReferences.map(
    (reference) => [reference.key, toSolutionForm(reference, options.logicalNameFor?.(reference))] as const,
  )
  const { definition } = flow
  const connectionReferences = Object.fromEntries(references)
  const templateName = options.templateName === undefined ? '' : options.templateName
  return { properties: { connectionReferences, definition, templateName }, schemaVersion: '1.0.0.0' }
}

function toSolutionForm(reference: FlowConnectionReference, chosen: string | undefined): SolutionConnectionReference {
  const { form, written, source, connectionName, apiName, apiLogicalName } = reference
  const logicalName = chosen ?? reference.logicalName
  const connection =
    logicalName === undefined ? optionalText('name', connectionName) : { connectionReferenceLogicalName: logicalName }
  return {
    ...(form === 'solution' && isJsonObject(written) ? written : {}),
    runtimeSource: source === 'invoker' ? 'invoker' : 'embedded',
    connection,
    api: { ...optionalText('name', apiName), ...optionalText('logicalName', apiLogicalName) },
  }
}

/** A flow taken out of JSON, or why there is none in it. */
export type PlainFlowReading =
  | { readonly ok: true; readonly flow: PlainFlow }
  | Extract<DefinitionReading, { readonly ok: false }>

/**
 * Takes the flow out of `clientdata`, a body of the Flow API or `definition.json` of an export, which agree in where
 * definition and references stand. Pointers of faults count from the definition.
 */
export function readPlainFlow(value: JsonValue): PlainFlowReading {
  const properties = isJsonObject(value) && isJsonObject(value.properties) ? value.properties : {}
  const reading = readDefinition(properties.definition)
  if (!reading.ok) return reading
  const { displayName, connectionReferences } = properties
  const flow = {
    ...(typeof displayName === 'string' ? { displayName } : {}),
    definition: reading.definition,
    connectionReferences: normaliseConnectionReferences(connectionReferences),
  }
  return { ok: true, flow }
}
