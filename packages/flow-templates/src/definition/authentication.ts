import type { JsonValue } from '@sevenstep/located-json'
import { isJsonObject } from '../json/json-object.ts'

/** Authentication handed through as the definition's parameter. */
export type AuthenticationByParameter = "@parameters('$authentication')"

/** Authentication taken from the caller's tokens, as flows that others run with their own connections have it. */
export type RawAuthentication = {
  readonly type: 'Raw'
  /** An expression over the header `X-MS-APIM-Tokens`. */
  readonly value: string
}

/** How a call of a connector is authenticated. `other` is what an `Http` action writes, and whatever else there may be. */
export type Authentication =
  | { readonly kind: 'parameter' }
  | {
      readonly kind: 'raw'
      readonly value: string
      /** The key under which the tokens hold the connection's; `$ConnectionKey` as a rule. */
      readonly tokenKey?: string
    }
  | { readonly kind: 'other'; readonly value: JsonValue }

/** Reads the authentication of a trigger or action; nothing when none is written. */
export function authenticationOf({ inputs }: { readonly inputs?: JsonValue }): Authentication | undefined {
  if (!isJsonObject(inputs) || inputs.authentication === undefined) return undefined
  const written = inputs.authentication
  if (typeof written === 'string' && byParameter.test(written)) return { kind: 'parameter' }
  if (isJsonObject(written) && written.type === 'Raw' && typeof written.value === 'string') {
    const tokenKey = rawTokenKey.exec(written.value)?.[1]
    return { kind: 'raw', value: written.value, ...(tokenKey === undefined ? {} : { tokenKey }) }
  }
  return { kind: 'other', value: written }
}

const byParameter = /^@parameters\('\$authentication'\)$/i
const rawTokenKey = /X-MS-APIM-Tokens'\]\)\)\['([^']+)'\]$/i
