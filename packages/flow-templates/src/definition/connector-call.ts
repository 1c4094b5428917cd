import type { JsonValue } from '@sevenstep/located-json'
import { isJsonObject } from '../json/json-object.ts'
import { optionalText } from '../json/optional-text.ts'

/** Inputs that name the operation by its id: `OpenApiConnection` and its kin. Written by current designers. */
export type OpenApiConnectionInputs = {
  readonly host: {
    /** `/providers/Microsoft.PowerApps/apis/shared_x`. */
    readonly apiId?: string
    /** The key of the connection reference. */
    readonly connectionName?: string
    readonly operationId?: string
  }
  /** Values by parameter; parts of a body are flattened with slashes, as in `emailMessage/To`. */
  readonly parameters?: { readonly [name: string]: JsonValue }
  readonly authentication?: JsonValue
}

/** Inputs that spell out the request: `ApiConnection` and its kin. Written by older designers. */
export type ApiConnectionInputs = {
  readonly host: {
    /** `name` is an expression over `parameters('$connections')`. */
    readonly connection?: { readonly name?: string }
    readonly api?: { readonly runtimeUrl?: string }
  }
  readonly method?: string
  readonly path?: JsonValue
  readonly queries?: JsonValue
  readonly headers?: JsonValue
  readonly body?: JsonValue
  readonly authentication?: JsonValue
}

/** A call of a connector, whichever of the two ways it is written in. */
export interface ConnectorCall {
  readonly form: 'operation' | 'request'
  /** The key of the flow's connection reference; nothing when it is not said or is an expression not understood. */
  readonly referenceKey?: string
  /** `shared_office365`, where the call says it itself. */
  readonly apiName?: string
  readonly operationId?: string
  /** For the form `request`. */
  readonly method?: string
  readonly path?: JsonValue
  /** Values of the operation's parameters, for the form `operation`. */
  readonly parameters: { readonly [name: string]: JsonValue }
}

/** Reads the call out of the inputs of a trigger or action; nothing when they call no connector. */
export function connectorCallOf({ inputs }: { readonly inputs?: JsonValue }): ConnectorCall | undefined {
  if (!isJsonObject(inputs) || !isJsonObject(inputs.host)) return undefined
  const { host } = inputs
  const parameters = isJsonObject(inputs.parameters) ? inputs.parameters : {}
  if (isJsonObject(host.connection)) {
    const key = referenceKeyOf(textOf(host.connection.name) ?? '')
    const api = isJsonObject(host.api) ? textOf(host.api.runtimeUrl) : undefined
    const apiName = api === undefined ? undefined : /\/apim\/([^/?]+)/.exec(api)?.[1]
    return {
      form: 'request',
      parameters,
      ...(key === undefined ? {} : { referenceKey: key }),
      ...(apiName === undefined ? {} : { apiName: apiName.startsWith('shared_') ? apiName : `shared_${apiName}` }),
      ...optionalText('method', inputs.method),
      ...(inputs.path === undefined ? {} : { path: inputs.path }),
    }
  }
  const apiName = textOf(host.apiId)?.split('/').at(-1)
  const operationId = textOf(host.operationId)
  if (apiName === undefined && operationId === undefined) return undefined
  return {
    form: 'operation',
    parameters,
    ...optionalText('referenceKey', host.connectionName),
    ...optionalText('apiName', apiName),
    ...optionalText('operationId', operationId),
  }
}

/** The key in `@parameters('$connections')['shared_x']['connectionId']`, or in the same list taken from the caller's tokens. */
function referenceKeyOf(expression: string): string | undefined {
  return connectionName.exec(expression)?.[1]?.replaceAll("''", "'")
}

const connectionName =
  /^@(?:parameters\('\$connections'\)|json\(.*X-MS-APIM-Tokens'\]\)\)\['\$connections'\])\['((?:[^']|'')+)'\]\['connectionId'\]$/i

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
