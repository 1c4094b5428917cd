import type { JsonObject } from '../model/content.ts'
import type { WantedSharing } from '../model/wanted.ts'
import type { Grant, SharingArea } from '../target/target.ts'
import { isMissing } from '../target/target-failure.ts'
import { database } from './database.ts'
import { connectorIdOf, type Driver, type Found, type Workbench } from './driver.ts'
import { findOwnFlow, ownFlows } from './own-flows.ts'

/** Who else may use a connector, connection or flow. The id is the thing and the principal, with a space between. */
export const sharingDriver: Driver<WantedSharing> = {
  kind: 'sharing',
  loses: 'Whoever it was shared with can no longer use it.',
  content: async ({ role }) => ({ role }),
  async find(wanted, bench) {
    const subject = await subjectOf(wanted, bench)
    return subject === undefined ? undefined : findGrant(subject, wanted.principalId, bench)
  },
  async create(wanted, bench) {
    const subject = await subjectOf(wanted, bench)
    if (subject === undefined) throw new Error('Something was to be shared before it was there.')
    await grant(subject, wanted, bench)
    return `${subject} ${wanted.principalId}`
  },
  async update(wanted, found, bench) {
    await grant(splitId(found.id).subject, wanted, bench)
  },
  async findRecorded({ id }, bench) {
    const { subject, principalId } = splitId(id)
    return findGrant(subject, principalId, bench)
  },
  async remove({ id }, bench) {
    const { subject, principalId } = splitId(id)
    const { area, key } = areaOf(subject, bench)
    await area.revoke(key, principalId)
  },
  comesBack: () => true,
  async restore({ id }, before, bench) {
    const { subject, principalId } = splitId(id)
    const { area, key } = areaOf(subject, bench)
    const grants = await area.list(key)
    const known = grants.find((one) => one.principalId === principalId)
    const role = before.role
    if (role !== 'can-view' && role !== 'can-view-with-share' && role !== 'can-edit') return
    await area.grant(key, { principalId, kind: known?.kind ?? 'user', role })
  },
}

/** The owner has every right already. */
function contentOf({ role }: Grant): JsonObject {
  return { role }
}

async function findGrant(subject: string, principalId: string, bench: Workbench): Promise<Found | undefined> {
  const { area, key } = areaOf(subject, bench)
  const grants = await bench.readings.once(`sharing ${subject}`, () => listGrants(area, key))
  const one = grants.find((grant) => grant.principalId.toLowerCase() === principalId.toLowerCase())
  return one === undefined ? undefined : { id: `${subject} ${principalId}`, content: contentOf(one) }
}

/** With a thing its grants are gone. */
async function listGrants(area: SharingArea, key: string): Promise<readonly Grant[]> {
  try {
    return await area.list(key)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

async function grant(subject: string, wanted: WantedSharing, bench: Workbench): Promise<void> {
  const { area, key } = areaOf(subject, bench)
  const { principalId, principalKind: kind, role } = wanted
  await area.grant(key, { principalId, kind, role })
}

/** `connector:id`, `connection:connector/id`, `workflow:id` or `flow:id`; nothing while it is not there. */
async function subjectOf({ subject, connection }: WantedSharing, bench: Workbench): Promise<string | undefined> {
  if (connection !== undefined) {
    const connector = await connectorIdOf(connection.connector, bench)
    return connector === undefined ? undefined : `connection:${connector}/${connection.id}`
  }
  const wanted = bench.wanted.get(subject)
  if (wanted?.kind === 'connector') {
    const id = await connectorIdOf({ own: wanted.name }, bench)
    return id === undefined ? undefined : `connector:${id}`
  }
  if (wanted?.kind === 'flow' && wanted.route === 'solution') return `workflow:${wanted.id}`
  if (wanted?.kind !== 'flow' && wanted?.kind !== 'package') return undefined
  const found = await findOwnFlow(wanted.address, wanted.displayName, bench)
  return found === undefined ? undefined : `flow:${found.id}`
}

function areaOf(subject: string, bench: Workbench): { area: SharingArea; key: string } {
  const colon = subject.indexOf(':')
  const key = subject.slice(colon + 1)
  switch (subject.slice(0, colon)) {
    case 'connector':
      return { area: bench.target.connectors.sharing, key }
    case 'connection':
      return { area: bench.target.connections.sharing, key }
    case 'workflow':
      return { area: database(bench).sharing, key }
    default:
      return { area: ownFlows(bench).sharing, key }
  }
}

function splitId(id: string): { subject: string; principalId: string } {
  const space = id.lastIndexOf(' ')
  return { subject: id.slice(0, space), principalId: id.slice(space + 1) }
}
