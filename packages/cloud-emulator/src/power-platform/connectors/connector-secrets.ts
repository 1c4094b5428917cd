import { EmulatedFailure } from '../../operation/emulated-failure.ts'

type JsonObject = Record<string, unknown>

/**
 * Takes the client secrets out of a connector's properties, wherever sign-in with OAuth stands in them.
 *
 * @returns the properties without secrets, how many sign-ins there are, and how many came with a secret.
 */
export function withoutSecrets(properties: JsonObject): { properties: JsonObject; signIns: number; secrets: number } {
  const copy = structuredClone(properties)
  let signIns = 0
  let secrets = 0
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) visit(each)
    if (!isObject(value)) return
    const settings = value.oAuthSettings
    if (isObject(settings)) {
      // Connectors that use the directory's own sign-in without a registration of theirs need no secret.
      if (settings.clientId !== undefined) signIns += 1
      if (typeof settings.clientSecret === 'string' && settings.clientSecret !== '') secrets += 1
      delete settings.clientSecret
    }
    for (const each of Object.values(value)) visit(each)
  }
  visit(copy.connectionParameters)
  visit(copy.connectionParameterSets)
  return { properties: copy, signIns, secrets }
}

/** @throws EmulatedFailure where a connector signs in with OAuth and no client secret is known. */
export function demandSecret({ signIns, secrets }: { signIns: number; secrets: number }, stored: boolean): void {
  if (signIns === 0 || secrets > 0 || stored) return
  throw new EmulatedFailure(
    400,
    'OAuthSettingsMissingClientSecret',
    "The connector signs in with OAuth 2.0, so 'connectionParameters.token.oAuthSettings.clientSecret' is required when it is created.",
  )
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
