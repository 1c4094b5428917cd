import type { DescribedConnection } from '../description/description-schema.ts'
import { contentHash, isObject, type JsonObject, toJsonObject } from '../model/content.ts'
import type { ConnectorReference, WantedConnection } from '../model/wanted.ts'
import { deploymentFinding } from '../plan/deployment-finding.ts'
import { isReference } from '../secrets/secret-reference.ts'
import type { ResolveContext } from './resolve-context.ts'

/** Binds every connection of a description: to an existing one that the target names, or to one that is created. */
export function bindConnections(context: ResolveContext): WantedConnection[] {
  const { materials, target, ids, connections } = context
  const targetIndex = materials.description.targets.indexOf(target)
  return (materials.description.connections ?? []).flatMap((described, index) => {
    const { name } = described
    const connector = referenceTo(described.connector)
    const existing = target.connections?.[name]
    if (existing !== undefined) {
      const place = ['targets', targetIndex, 'connections', name]
      connections.push({ name, connector, id: existing, isCreated: false, place })
      return []
    }
    const place = ['connections', index]
    const id = ids.connection(name)
    connections.push({ name, connector, id, isCreated: true, place })
    return [wantedConnection(described, connector, id, place, context)]
  })
}

function referenceTo(connector: string): ConnectorReference {
  return /^shared_/i.test(connector) ? { id: connector } : { own: connector }
}

function wantedConnection(
  described: DescribedConnection,
  connector: ConnectorReference,
  id: string,
  place: readonly PropertyKey[],
  context: ResolveContext,
): WantedConnection {
  const { name, displayName = name, parameters = {}, parameterSet } = described
  const own = 'own' in connector ? context.materials.connectors.get(connector.own) : undefined
  const declared = isObject(own?.properties.connectionParameters) ? own.properties.connectionParameters : {}
  for (const [parameter, value] of Object.entries(parameters)) {
    if (isReference(value) || typeOf(declared[parameter]) !== 'securestring') continue
    const location = context.materials.source.locate([...place, 'parameters', parameter])
    context.findings.push({
      ...deploymentFinding('secret-by-reference', location, { name: parameter }),
      ...(location.range !== undefined && { hides: location.range }),
    })
  }
  return {
    kind: 'connection',
    address: `connection/${name}`,
    name,
    place,
    needs: 'own' in connector ? [`connector/${connector.own}`] : [],
    hash: contentHash(toJsonObject({ connector, displayName, parameters, parameterSet })),
    connector,
    id,
    displayName,
    parameters,
    signsInPerson: signsInPerson(own?.properties, described),
    ...(parameterSet !== undefined && { parameterSet }),
  }
}

/** Of connectors that are not ours nobody says it here; without any value, only signing in is left. */
function signsInPerson(own: JsonObject | undefined, { parameters, parameterSet }: DescribedConnection): boolean {
  if (own === undefined) return parameters === undefined && parameterSet === undefined
  const declared = isObject(own.connectionParameters) ? Object.values(own.connectionParameters) : []
  return declared.some((parameter) => typeOf(parameter) === 'oauthsetting')
}

function typeOf(parameter: unknown): string | undefined {
  return isObject(parameter) && typeof parameter.type === 'string' ? parameter.type.toLowerCase() : undefined
}
