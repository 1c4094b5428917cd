import type { CloudClient } from '@sevenstep/cloud-access'
import {
  adminGetEnvironment,
  listLicenceDetails,
  listMyLicenceDetails,
  makerGetEnvironment,
} from '@sevenstep/cloud-access'
import type { Clock } from '../../clock.ts'
import type { Principal, Target, TargetFacts } from '../target.ts'
import { TargetFailure } from '../target-failure.ts'
import { type Calls, callsOf } from './calls.ts'
import { cloudDatabase } from './cloud-database.ts'
import { cloudFlows } from './cloud-flows.ts'
import { cloudPackages } from './cloud-packages.ts'
import type { CloudPlace } from './cloud-place.ts'
import { makerConnections, platformConnections } from './connections.ts'
import { databaseConnectors } from './database-connectors.ts'
import { powerAppsConnectors } from './power-apps-connectors.ts'

/** What a target of the cloud is made of. */
export interface CloudTargetOptions {
  readonly client: CloudClient
  readonly principal: Principal
  readonly environment: string
  /** Address of the database, where it is known already. */
  readonly organization?: string
  readonly clock: Clock
  readonly signal?: AbortSignal
}

const publicPortal = 'https://make.powerautomate.com'

/**
 * A target in one of Microsoft's clouds. Which areas it has follows from who signs in and from what the environment has.
 *
 * @throws TargetFailure when the environment cannot be read.
 */
export async function cloudTarget(options: CloudTargetOptions): Promise<Target> {
  const { client, principal, clock, signal } = options
  const calls = callsOf(client, signal)
  const facts = await readFacts(calls, options)
  const place: CloudPlace = {
    calls,
    lastingCalls: callsOf(client),
    clock,
    environment: facts.environment.id,
    objectId: principal.objectId ?? '',
    portal: facts.portal,
  }
  const { organization } = facts
  const isPerson = principal.kind === 'person'
  const database = organization === undefined ? undefined : { ...place, organization }
  const maker = powerAppsConnectors(place)
  return {
    facts: async () => facts,
    connectors: !isPerson && database !== undefined ? databaseConnectors(database, maker) : maker,
    connections: isPerson ? makerConnections(place) : platformConnections(place),
    ...(database !== undefined && { database: cloudDatabase(database) }),
    ...(isPerson && { flows: cloudFlows(place), packages: cloudPackages(place) }),
    servicePlans: (objectId) => readPlans(calls, objectId, principal),
  }
}

async function readFacts(calls: Calls, options: CloudTargetOptions): Promise<TargetFacts> {
  const { client, principal, environment } = options
  const read = await readEnvironment(calls, options)
  const linked = read?.properties?.linkedEnvironmentMetadata
  const organization = options.organization ?? linked?.instanceUrl ?? linked?.instanceApiUrl
  return {
    tenant: client.tenant,
    environment: { id: read?.name ?? environment, name: read?.properties?.displayName ?? environment },
    principal,
    portal: client.cloud.portal?.value ?? publicPortal,
    ...(organization !== undefined && { organization: originOf(organization, client.cloud.through?.value) }),
  }
}

/** A stand-in shows addresses through itself; calls name the organisation as the cloud knows it. */
function originOf(address: string, through: string | undefined): string {
  const rest =
    through !== undefined && address.startsWith(`${through}/`) ? address.slice(through.length + 1) : undefined
  return new URL(rest === undefined ? address : `https://${rest}`).origin
}

/** An application that nobody registered may still deploy into a database whose address the description gives. */
async function readEnvironment(calls: Calls, { principal, environment, organization }: CloudTargetOptions) {
  if (principal.kind === 'person') return calls.call(makerGetEnvironment, { path: { environment }, query: {} })
  try {
    return await calls.call(adminGetEnvironment, { path: { environment }, query: {} })
  } catch (error) {
    const isRefused = error instanceof TargetFailure && (error.text.status === 403 || error.text.status === 401)
    if (isRefused && organization !== undefined) return undefined
    throw error
  }
}

/** Reading licences takes a right that deploying does not need. */
async function readPlans(calls: Calls, objectId: string, { kind }: Principal): Promise<readonly string[] | undefined> {
  try {
    const licences =
      kind === 'person'
        ? await calls.all(listMyLicenceDetails, { query: {} })
        : await calls.all(listLicenceDetails, { path: { user: objectId }, query: {} })
    return licences.flatMap(({ servicePlans = [] }) =>
      servicePlans
        .filter(({ provisioningStatus = 'Success' }) => provisioningStatus !== 'Disabled')
        .map(({ servicePlanName = '' }) => servicePlanName),
    )
  } catch (error) {
    if (error instanceof TargetFailure) return undefined
    throw error
  }
}
