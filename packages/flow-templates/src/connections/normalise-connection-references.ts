import type { JsonValue } from '@sevenstep/located-json'
import { isJsonObject, type JsonObject } from '../json/json-object.ts'
import { optionalText } from '../json/optional-text.ts'
import type { FlowConnectionReference } from './connection-reference.ts'

/** Beginning of every connector's resource id. */
export const apiIdPrefix = '/providers/Microsoft.PowerApps/apis/'

/** Reads `connectionReferences` of a flow in either form, or both mixed. What is no object has no references. */
export function normaliseConnectionReferences(written: JsonValue | undefined): readonly FlowConnectionReference[] {
  if (!isJsonObject(written)) return []
  return Object.entries(written).map(([key, value]) => normaliseOne(key, value))
}

function normaliseOne(key: string, written: JsonValue): FlowConnectionReference {
  if (!isJsonObject(written)) return { key, source: 'unknown', form: 'unknown', written }
  const connection = isJsonObject(written.connection) ? written.connection : undefined
  const api = isJsonObject(written.api) ? written.api : undefined
  if (connection !== undefined || api !== undefined) {
    return {
      key,
      ...namesOf(textOf(api, 'name')),
      source: sourceOf(written.runtimeSource ?? written.source),
      ...optionalText('connectionName', bareName(textOf(connection, 'name'))),
      ...optionalText('logicalName', textOf(connection, 'connectionReferenceLogicalName')),
      ...optionalText('apiLogicalName', textOf(api, 'logicalName')),
      form: 'solution',
      written,
    }
  }
  const id = textOf(written, 'id')
  const connectionName = textOf(written, 'connectionName')
  return {
    key,
    ...namesOf(id),
    source: sourceOf(written.source ?? written.runtimeSource),
    ...optionalText('connectionName', bareName(connectionName)),
    ...optionalText('tier', textOf(written, 'tier')),
    form: id === undefined && connectionName === undefined ? 'unknown' : 'flow-api',
    written,
  }
}

/** A connector's name and id out of either. */
export function namesOf(value: string | undefined): { apiName?: string; apiId?: string } {
  const apiName = value?.split('/').at(-1)
  if (apiName === undefined || apiName === '') return {}
  return { apiName, apiId: `${apiIdPrefix}${apiName}` }
}

/** The last part of what may be a connection's whole id. */
function bareName(value: string | undefined): string | undefined {
  return value?.split('/').at(-1)
}

function sourceOf(value: JsonValue | undefined): FlowConnectionReference['source'] {
  const source = typeof value === 'string' ? value.toLowerCase() : ''
  return source === 'embedded' || source === 'invoker' ? source : 'unknown'
}

function textOf(object: JsonObject | undefined, key: string): string | undefined {
  const value = object?.[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}
