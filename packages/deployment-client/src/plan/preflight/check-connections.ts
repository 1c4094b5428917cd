import type { DraftFinding, Location } from '@sevenstep/findings'
import type { BoundConnection } from '../../model/wanted.ts'
import type { InstalledConnection } from '../../target/target.ts'
import { TargetFailure } from '../../target/target-failure.ts'
import { connectorIdOf } from '../../things/driver.ts'
import { deploymentFinding } from '../deployment-finding.ts'
import type { PreflightContext } from './preflight.ts'

/** Connections: there, of the right connector, signed in, shared with whoever deploys; connectors before connections. */
export async function checkConnections(context: PreflightContext): Promise<DraftFinding[]> {
  const findings: DraftFinding[] = []
  for (const bound of context.deployment.connections) {
    const location = context.deployment.locate(bound.place)
    findings.push(...(await checkConnector(bound, location, context)))
    findings.push(
      ...(bound.isCreated ? await checkConsent(bound, location, context) : await checkBound(bound, location, context)),
    )
  }
  return findings
}

async function checkConnector(
  { connector, name }: BoundConnection,
  location: Location,
  { bench }: PreflightContext,
): Promise<DraftFinding[]> {
  if (
    !('id' in connector) ||
    (await bench.readings.once(`has ${connector.id}`, () => bench.target.connectors.has(connector.id)))
  ) {
    return []
  }
  const { environment } = await bench.readings.facts()
  const data = { connector: connector.id, name, environment: environment.name }
  return [deploymentFinding('connector-before-connection', location, data)]
}

/** A connection that is made here and signs in a person waits for one. */
async function checkConsent(
  bound: BoundConnection,
  location: Location,
  { deployment, bench }: PreflightContext,
): Promise<DraftFinding[]> {
  const wanted = deployment.wanted.find((one) => one.kind === 'connection' && one.name === bound.name)
  if (wanted?.kind !== 'connection') return []
  const installed = (await bench.readings.connections()).find(({ id }) => id === bound.id)
  if (installed?.state === 'connected') return []
  return wanted.signsInPerson || installed?.state === 'error'
    ? [deploymentFinding('consent-missing', location, { name: bound.name })]
    : []
}

async function checkBound(
  { id, name, connector }: BoundConnection,
  location: Location,
  { bench }: PreflightContext,
): Promise<DraftFinding[]> {
  const { environment, principal, portal } = await bench.readings.facts()
  if (id.includes('/')) {
    return [deploymentFinding('connection-id-bare', location, { id, bare: id.split('/').at(-1) ?? '' })]
  }
  const installed = (await bench.readings.connections()).find((one) => one.id.toLowerCase() === id.toLowerCase())
  if (installed === undefined) {
    return [deploymentFinding('connection-there', location, { id, name, environment: environment.name })]
  }
  const findings: DraftFinding[] = []
  const wantedId = await connectorIdOf(connector, bench)
  if (wantedId !== undefined && wantedId.toLowerCase() !== installed.connectorId.toLowerCase()) {
    const data = { id, actual: installed.connectorId, wanted: wantedId }
    findings.push(deploymentFinding('connection-of-connector', location, data))
  }
  if (installed.state === 'error') {
    const detail = installed.detail ?? 'it is in error'
    findings.push(
      deploymentFinding('connection-working', location, { id, name: installed.displayName, detail, portal }),
    )
  }
  const shared = await isShared(installed, principal.objectId, bench)
  if (shared === false) {
    const data = { id, name: installed.displayName, principal: principal.name }
    findings.push(deploymentFinding('connection-shared', location, data))
  } else if (shared === undefined) {
    const detail = 'the connection’s permissions may not be read with this credential'
    const subject = `Whether ${name} is shared with ${principal.name}`
    const fix = 'Ask its owner, or look at it in the portal.'
    findings.push(deploymentFinding('not-asked', location, { subject, detail, fix }))
  }
  return findings
}

/** Nothing where it cannot be told. */
async function isShared(
  installed: InstalledConnection,
  objectId: string | undefined,
  { target }: PreflightContext['bench'],
): Promise<boolean | undefined> {
  if (objectId === undefined) return undefined
  if (installed.ownerId?.toLowerCase() === objectId.toLowerCase()) return true
  try {
    const grants = await target.connections.sharing.list(`${installed.connectorId}/${installed.id}`)
    return grants.some(({ principalId, kind, role }) => {
      if (kind === 'tenant' || kind === 'group') return role !== 'can-view'
      return principalId.toLowerCase() === objectId.toLowerCase() && role !== 'can-view'
    })
  } catch (error) {
    if (error instanceof TargetFailure) return undefined
    throw error
  }
}
