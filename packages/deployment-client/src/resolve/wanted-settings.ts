import { contentHash, toJsonObject } from '../model/content.ts'
import type { BoundConnection, WantedReference, WantedSolution, WantedVariable } from '../model/wanted.ts'
import { deploymentFinding } from '../plan/deployment-finding.ts'
import type { DescribedValue } from '../secrets/secret-reference.ts'
import { needsOf, type ResolveContext } from './resolve-context.ts'

/** Environment variables and connection references: what the description says, then what settings files of pac say. */
export function wantedSettings(
  context: ResolveContext,
  solutions: readonly WantedSolution[],
): (WantedReference | WantedVariable)[] {
  return [...variables(context, solutions), ...references(context, solutions)]
}

function variables(context: ResolveContext, solutions: readonly WantedSolution[]): WantedVariable[] {
  const { materials, target } = context
  const described = (materials.description.environmentVariables ?? []).map((one, index) => {
    const value = target.environmentVariables?.[one.name] ?? one.value
    return wantedVariable({ ...one, value, place: ['environmentVariables', index] }, context, solutions)
  })
  const said = new Set(described.map(({ name }) => name.toLowerCase()))
  const fromSettings = [...materials.solutions].flatMap(([index, { settings }]) =>
    settings.variables
      .filter(({ name }) => !said.has(name.toLowerCase()))
      .map((one) => wantedVariable({ ...one, place: ['solutions', index, 'settings'] }, context, solutions)),
  )
  return [...described, ...fromSettings]
}

interface GivenVariable {
  readonly name: string
  readonly value: DescribedValue | undefined
  readonly type?: WantedVariable['type'] | undefined
  readonly displayName?: string | undefined
  readonly place: readonly PropertyKey[]
}

function wantedVariable(
  { name, value, type, displayName = name, place }: GivenVariable,
  { ids }: ResolveContext,
  solutions: readonly WantedSolution[],
): WantedVariable {
  const broughtBy = solutions.find((solution) =>
    solution.variables.some(({ schemaName }) => schemaName.toLowerCase() === name.toLowerCase()),
  )?.address
  return {
    kind: 'environment-variable',
    address: `environment-variable/${name}`,
    name,
    place,
    needs: broughtBy === undefined ? [] : [broughtBy],
    hash: contentHash(toJsonObject({ value, type })),
    definitionId: ids.variable(name),
    valueId: ids.value(name),
    displayName,
    ...(value !== undefined && { value }),
    ...(type !== undefined && { type }),
    ...(broughtBy !== undefined && { broughtBy }),
  }
}

function references(context: ResolveContext, solutions: readonly WantedSolution[]): WantedReference[] {
  const { materials, connections } = context
  const described = (materials.description.connectionReferences ?? []).flatMap((one, index) => {
    const connection = connections.find(({ name }) => name === one.connection)
    if (connection === undefined) return []
    const place = ['connectionReferences', index]
    return [wantedReference(one.name, one.displayName, connection, place, context, solutions)]
  })
  const said = new Set(described.map(({ name }) => name.toLowerCase()))
  const fromSettings = [...materials.solutions].flatMap(([index, { settings }]) =>
    settings.references
      .filter(({ name }) => !said.has(name.toLowerCase()))
      .map(({ name, connectionId, connectorId }) => {
        const place = ['solutions', index, 'settings']
        const connector = { id: connectorId.split('/').at(-1) ?? '' }
        const connection = { name, connector, id: connectionId, isCreated: false, place }
        connections.push(connection)
        return wantedReference(name, undefined, connection, place, context, solutions)
      }),
  )
  return [...described, ...fromSettings]
}

function wantedReference(
  name: string,
  displayName: string | undefined,
  connection: BoundConnection,
  place: readonly PropertyKey[],
  { ids, findings, materials }: ResolveContext,
  solutions: readonly WantedSolution[],
): WantedReference {
  const declared = solutions.flatMap(({ address, references: all }) =>
    all
      .filter(({ logicalName }) => logicalName.toLowerCase() === name.toLowerCase())
      .map((one) => ({ ...one, address })),
  )[0]
  if (declared !== undefined && 'id' in connection.connector) {
    const wanted = declared.connectorId.split('/').at(-1) ?? ''
    const actual = connection.connector.id
    if (wanted !== '' && wanted.toLowerCase() !== actual.toLowerCase()) {
      const data = { id: connection.id, actual, wanted }
      findings.push(deploymentFinding('connection-of-connector', materials.source.locate(place), data))
    }
  }
  return {
    kind: 'connection-reference',
    address: `connection-reference/${name}`,
    name,
    place,
    needs: [...needsOf(connection), ...(declared === undefined ? [] : [declared.address])],
    hash: contentHash(toJsonObject({ connector: connection.connector, id: connection.id })),
    id: ids.reference(name),
    displayName: displayName ?? name,
    connection,
    ...(declared !== undefined && { broughtBy: declared.address }),
  }
}
