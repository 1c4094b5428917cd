import { connectorBody } from '@sevenstep/cloud-access'
import { isObject, type Json, type JsonObject, toJsonObject } from '../../model/content.ts'
import type { ConnectorMaterial } from '../target.ts'

/** Properties of apiProperties.json that a connector gives back; the rest is the service's own. */
const shownProperties = [
  'capabilities',
  'connectionParameterSets',
  'connectionParameters',
  'iconBrandColor',
  'policyTemplateInstances',
  'publisher',
  'scriptOperations',
  'stackOwner',
] as const

/** What is sent to make or change a connector. */
export function writtenConnector(
  material: ConnectorMaterial,
  environment: string,
  files: { readonly iconUri?: string; readonly scriptDefinitionUrl?: string },
) {
  const { displayName, description, definition } = material
  return connectorBody.parse({
    properties: {
      ...toJsonObject(material.properties),
      connectionParameters: withClients(material),
      openApiDefinition: definition,
      backendService: { serviceUrl: serviceUrl(definition) },
      environment: { name: environment },
      displayName,
      description,
      scriptDefinitionUrl: '',
      ...files,
    },
  })
}

/** What a connector shows, in the shape in which a description wants it. */
export function shownConnector(properties: JsonObject, definition: JsonObject | undefined): JsonObject {
  const { displayName, description } = properties
  const shown = shownProperties.flatMap((name): [string, Json][] => {
    const value = properties[name]
    return value === undefined || value === null ? [] : [[name, value]]
  })
  return {
    ...Object.fromEntries(shown),
    displayName: displayName ?? '',
    ...(description !== undefined && { description }),
    ...(definition !== undefined && { definition }),
  }
}

/** Connection parameters with the clients of this target in them. */
export function withClients({ properties, oauth }: ConnectorMaterial): JsonObject | undefined {
  const { connectionParameters } = properties
  if (!isObject(connectionParameters)) return undefined
  const parameters = Object.entries(connectionParameters).map(([name, parameter]) => {
    const client = oauth[name]
    if (client === undefined || !isObject(parameter)) return [name, parameter]
    const settings = isObject(parameter.oAuthSettings) ? parameter.oAuthSettings : {}
    return [name, { ...parameter, oAuthSettings: { ...settings, ...client } }]
  })
  return toJsonObject(Object.fromEntries(parameters))
}

function serviceUrl({ host, basePath, schemes }: JsonObject): string {
  const scheme = Array.isArray(schemes) && schemes.includes('https') ? 'https' : firstOf(schemes)
  return `${scheme}://${typeof host === 'string' ? host : ''}${typeof basePath === 'string' ? basePath : '/'}`
}

function firstOf(schemes: Json | undefined): string {
  const [first]: readonly unknown[] = Array.isArray(schemes) ? schemes : []
  return typeof first === 'string' ? first : 'https'
}
