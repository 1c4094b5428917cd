import { readConnectorFolder } from '@sevenstep/connector-schema/node'
import { type JsonNode, toValue } from '@sevenstep/located-json'
import type { DescribedConnector } from '../description/description-schema.ts'
import { contentHash, hashBytes, isObject, type JsonObject, toJsonObject } from '../model/content.ts'
import { type MaterialProblem, type MaterialReading, unreadable } from './material-problem.ts'
import type { ReadConnector } from './materials.ts'

/** Reads a connector's folder. Client secrets in it are refused: they belong into the environment or a file of their own. */
export function readConnectorMaterial(
  path: string,
  { folder, oauth = {} }: Pick<DescribedConnector, 'folder' | 'oauth'>,
): MaterialReading<ReadConnector> {
  const reading = readConnectorFolder(path)
  if (!reading.ok) return unreadable(folder, reading.problem.what)
  const { definitionFile, propertiesFile, icon, script } = reading.connector
  const definition = objectOf(definitionFile?.json.root)
  if (definition === undefined) return unreadable(folder, 'it holds no apiDefinition.swagger.json that can be read.')
  const file = propertiesFile?.path ?? 'apiProperties.json'
  const { properties: given } = objectOf(propertiesFile?.json.root) ?? {}
  const properties = isObject(given) ? given : {}
  const secrets = clientSecrets(properties, `${folder}/${file}`)
  if (secrets.length > 0) return { ok: false, problems: secrets }
  const info = isObject(definition.info) ? definition.info : {}
  const displayName = typeof info.title === 'string' ? info.title.trim() : ''
  if (displayName === '') return unreadable(folder, 'its definition has no title, which names the connector.')
  return {
    ok: true,
    material: {
      displayName,
      description: typeof info.description === 'string' ? info.description : '',
      definition,
      properties,
      ...(icon !== undefined && { icon: { fileName: icon.path, bytes: icon.bytes } }),
      ...(script !== undefined && { script: script.text }),
      hash: contentHash(
        toJsonObject({
          definition,
          properties,
          icon: icon === undefined ? undefined : hashBytes(icon.bytes),
          script: script?.text,
          oauth,
        }),
      ),
    },
  }
}

function objectOf(node: JsonNode | undefined): JsonObject | undefined {
  const value = node === undefined ? undefined : toValue(node)
  return isObject(value) ? value : undefined
}

function clientSecrets(properties: JsonObject, file: string): MaterialProblem[] {
  const { connectionParameters } = properties
  if (!isObject(connectionParameters)) return []
  return Object.entries(connectionParameters).flatMap(([parameter, value]) => {
    const settings = isObject(value) && isObject(value.oAuthSettings) ? value.oAuthSettings : {}
    const secret = settings.clientSecret
    const isSecret =
      typeof secret === 'string' && secret !== '' && !/^(?:<.*>|\{.*\}|\*+|x+|placeholder)$/i.test(secret)
    return isSecret ? [{ kind: 'secret', file, parameter } as const] : []
  })
}
