import type { JsonValue } from '@sevenstep/located-json'

/** A connection reference as the Flow API and export packages write it. */
export type FlowApiConnectionReference = {
  /** The connection's bare name; in a package, that of the environment it was exported from. */
  readonly connectionName?: string
  /** `Embedded`: the owner's connection. `Invoker`: the connection of whoever runs the flow. */
  readonly source?: string
  /** `/providers/Microsoft.PowerApps/apis/shared_x`. */
  readonly id?: string
  readonly tier?: string
}

/** A connection reference as flows of a solution write it. */
export type SolutionConnectionReference = {
  /** `embedded` or `invoker`. */
  readonly runtimeSource?: string
  readonly connection?: {
    /** Names a connection reference of the solution. */
    readonly connectionReferenceLogicalName?: string
    /** A connection itself, where none of the solution's references is used. */
    readonly name?: string
  }
  readonly api?: { readonly name?: string; readonly logicalName?: string }
  readonly impersonation?: JsonValue
}

/**
 * How a connection reference is written: `flow-api` in export packages and by the Flow API, `solution` in flows of a
 * solution, `unknown` for what fits neither.
 */
export type ConnectionReferenceForm = 'flow-api' | 'solution' | 'unknown'

/** One connection a flow uses, whichever way it is written. */
export interface FlowConnectionReference {
  /** The name by which triggers and actions refer to it. */
  readonly key: string
  /** `shared_office365`; nothing when not said. */
  readonly apiName?: string
  /** `/providers/Microsoft.PowerApps/apis/shared_office365`; nothing when not said. */
  readonly apiId?: string
  /** Whose connection is used: the owner's, or that of whoever runs the flow. */
  readonly source: 'embedded' | 'invoker' | 'unknown'
  /** Bare name of a connection; `flow-api` form, or a `solution` one without a reference. */
  readonly connectionName?: string
  /** Logical name of the solution's connection reference. */
  readonly logicalName?: string
  readonly tier?: string
  /** Of a custom connector in a solution: its row's name there. */
  readonly apiLogicalName?: string
  /** In an export package: keys of the manifest's resources for the connector and the connection. */
  readonly resources?: { readonly api?: string; readonly connection?: string }
  readonly form: ConnectionReferenceForm
  /** Exactly what the file says. */
  readonly written: JsonValue
}
