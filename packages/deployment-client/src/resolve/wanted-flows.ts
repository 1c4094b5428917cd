import { encodeApiName, parseApiName } from '@sevenstep/flow-templates'
import type { DescribedFlow, DescribedPackage } from '../description/description-schema.ts'
import type { ReadFlow, ReadReference } from '../materials/materials.ts'
import { contentHash, toJsonObject } from '../model/content.ts'
import type {
  BoundConnection,
  FlowReference,
  WantedFlow,
  WantedPackage,
  WantedReference,
  WantedVariable,
} from '../model/wanted.ts'
import { deploymentFinding } from '../plan/deployment-finding.ts'
import { calledFlows, childFlowsByName } from './child-flows.ts'
import { flowRoute } from './flow-route.ts'
import { needsOf, type ResolveContext } from './resolve-context.ts'

/** The flows of a description, and the connection references that are made for those outside solutions. */
export function wantedFlows(
  context: ResolveContext,
  settings: readonly (WantedReference | WantedVariable)[],
): { flows: (WantedFlow | WantedPackage)[]; references: WantedReference[] } {
  const { description, flows, packages } = context.materials
  const made = new Map<string, WantedReference>()
  const one = (
    described: DescribedFlow | DescribedPackage,
    read: ReadFlow | undefined,
    place: readonly PropertyKey[],
  ) => (read === undefined ? [] : wantedFlow(described, read, place, context, settings, made))
  const all = [
    ...(description.packages ?? []).flatMap((given, index) =>
      one(given, packages.get(given.name), ['packages', index]),
    ),
    ...(description.flows ?? []).flatMap((given, index) => one(given, flows.get(given.name), ['flows', index])),
  ]
  return { flows: all.map((flow) => behindItsChildren(flow, all)), references: [...made.values()] }
}

/** A flow is written after those it calls, and removed before them. */
function behindItsChildren<F extends WantedFlow | WantedPackage>(
  flow: F,
  all: readonly (WantedFlow | WantedPackage)[],
): F {
  const called = new Set(calledFlows(flow.definition))
  const children = all.filter((one) => one.kind === 'flow' && one.address !== flow.address && called.has(one.id))
  return { ...flow, needs: [...flow.needs, ...children.map(({ address }) => address)] }
}

function wantedFlow(
  described: DescribedFlow | DescribedPackage,
  read: ReadFlow,
  place: readonly PropertyKey[],
  context: ResolveContext,
  settings: readonly (WantedReference | WantedVariable)[],
  made: Map<string, WantedReference>,
): (WantedFlow | WantedPackage)[] {
  const { name } = described
  const { materials, facts, routes, findings, ids } = context
  const chosen = flowRoute(described.route, read.bytes === undefined ? 'flow' : 'package', facts)
  const isPackage = chosen.ok && chosen.route === 'package' && read.bytes !== undefined
  const address = `${isPackage ? 'package' : 'flow'}/${name}`
  if (!chosen.ok) {
    const { detail, fix } = chosen
    findings.push(deploymentFinding('route-possible', materials.source.locate(place), { part: address, detail, fix }))
    return []
  }
  const { route, because } = chosen
  routes.push({ part: address, route, because })
  const references = read.references.map((reference) => bindReference(reference, described, context, settings))
  if (route === 'solution') makeReferences(references, place, context, settings, made)
  const keys = new Set(read.references.flatMap(({ key, connector }) => [key.toLowerCase(), connector.toLowerCase()]))
  const displayName = described.displayName ?? read.displayName
  const description =
    'description' in described && described.description !== undefined ? described.description : read.description
  const common = {
    address,
    name,
    place,
    needs: [
      ...references.flatMap(({ connection }) => needsOf(connection)),
      ...(route === 'solution' ? references.map(({ logicalName }) => `connection-reference/${logicalName}`) : []),
    ],
    hash: contentHash(
      toJsonObject({ read: read.hash, displayName, description, references: references.map(hashable) }),
    ),
    displayName,
    definition: childFlowsByName(read.definition, context),
    references,
    surplusBindings: Object.keys(described.connections ?? {}).filter((key) => !keys.has(key.toLowerCase())),
  }
  const { bytes } = read
  if (isPackage && bytes !== undefined) return [{ ...common, kind: 'package', bytes, file: described.file }]
  const solution = 'solution' in described ? described.solution : undefined
  return [
    { ...common, kind: 'flow', route, id: ids.flow(name), description, ...(solution !== undefined && { solution }) },
  ]
}

function hashable({ key, source, connection, logicalName }: FlowReference) {
  return { key, source, logicalName, connector: connection?.connector, id: connection?.id }
}

function bindReference(
  { key, connector, source }: ReadReference,
  described: DescribedFlow | DescribedPackage,
  context: ResolveContext,
  settings: readonly (WantedReference | WantedVariable)[],
): FlowReference {
  const given = described.connections ?? {}
  const name = given[key] ?? given[connector]
  const connection =
    name === undefined ? onlyFitting(connector, context) : context.connections.find((one) => one.name === name)
  const fitting = settings.filter(
    (one): one is WantedReference =>
      one.kind === 'connection-reference' && one.broughtBy === undefined && one.connection.name === connection?.name,
  )
  const ownName = `${context.materials.description.prefix ?? 'new'}_${safe(context.materials.description.name)}_${safe(connection?.name ?? key)}`
  const logicalName = fitting.length === 1 && fitting[0] !== undefined ? fitting[0].name : ownName
  return { key, packagedConnector: connector, source, logicalName, ...(connection !== undefined && { connection }) }
}

/** The one connection that fits, where nobody said which. */
function onlyFitting(connector: string, { connections, materials }: ResolveContext): BoundConnection | undefined {
  const fitting = connections.filter(({ connector: reference }) => {
    if ('id' in reference) return reference.id.toLowerCase() === connector.toLowerCase()
    const title = materials.connectors.get(reference.own)?.displayName
    // Custom connectors are called after their title, with an ending that differs everywhere.
    return title !== undefined && encodeApiName(parseApiName(connector).title) === encodeApiName(title)
  })
  return fitting.length === 1 ? fitting[0] : undefined
}

/** A flow outside solutions needs connection references, too; one to a connection is made. */
function makeReferences(
  references: readonly FlowReference[],
  place: readonly PropertyKey[],
  { ids }: ResolveContext,
  settings: readonly (WantedReference | WantedVariable)[],
  made: Map<string, WantedReference>,
): void {
  for (const { logicalName, connection } of references) {
    if (connection === undefined || made.has(logicalName) || settings.some(({ name }) => name === logicalName)) continue
    made.set(logicalName, {
      kind: 'connection-reference',
      address: `connection-reference/${logicalName}`,
      name: logicalName,
      place,
      needs: needsOf(connection),
      hash: contentHash(toJsonObject({ connector: connection.connector, id: connection.id })),
      id: ids.reference(logicalName),
      displayName: connection.name,
      connection,
    })
  }
}

function safe(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '')
}
