import type { ConnectionParameter } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'

/** The types a connection parameter may have, letter by letter. */
export const connectionParameterTypes: readonly string[] = [
  'string',
  'securestring',
  'int',
  'bool',
  'oauthSetting',
  'gatewaySetting',
]

/** True for the parameter that signs in by OAuth, also when its type is in the wrong case. */
export function isOAuth({ type }: ConnectionParameter): boolean {
  return type?.toLowerCase() === 'oauthsetting'
}

/** The settings of a parameter that signs in by OAuth. */
export function oAuthSettingsOf(parameter: ConnectionParameter): JsonNode | undefined {
  const settings = parameter.node.member('oAuthSettings')
  return settings?.kind === 'object' ? settings : undefined
}

/** One of the constraints of a parameter. */
export function constraintOf({ uiDefinition }: ConnectionParameter, key: string): JsonNode | undefined {
  return uiDefinition?.member('constraints')?.member(key)
}

/** True when the person who makes the connection sees a field for it. */
export function isVisible(parameter: ConnectionParameter): boolean {
  const hidden = constraintOf(parameter, 'hidden')?.value
  return !isOAuth(parameter) && String(hidden ?? '').toLowerCase() !== 'true'
}

/** True for a name that only a secret has. Addresses and identifiers around secrets do not count. */
export function isSecretName(name: string): boolean {
  return /(password|passwd|secret|api_?key|private_?key|access_?key|secret_?key|subscription_?key|license_?key)$/i.test(
    name,
  )
}
