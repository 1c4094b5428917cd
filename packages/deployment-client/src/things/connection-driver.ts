import type { JsonObject } from '../model/content.ts'
import type { WantedConnection } from '../model/wanted.ts'
import { isReference } from '../secrets/secret-reference.ts'
import type { InstalledConnection } from '../target/target.ts'
import { TargetFailure } from '../target/target-failure.ts'
import { type Driver, type Found, neededConnectorId, shownConnectorId, type Workbench } from './driver.ts'

/** Connections: their id is worked out from the names of deployment and connection, so that making one twice makes one. */
export const connectionDriver: Driver<WantedConnection> = {
  kind: 'connection',
  loses: 'Whoever signed in to it has to sign in to a new one, and flows that use it stop.',
  content: async (wanted, bench) => ({
    connector: await shownConnectorId(wanted.connector, bench),
    displayName: wanted.displayName,
  }),
  async find(wanted, bench) {
    return foundOf(await findById(wanted.id, bench))
  },
  async create(wanted, bench) {
    await put(wanted, bench)
    return wanted.id
  },
  update: (wanted, _, bench) => put(wanted, bench),
  findRecorded: async ({ id }, bench) => foundOf(await findById(id, bench)),
  async remove({ id }, bench) {
    const connection = await findById(id, bench)
    if (connection !== undefined) await bench.target.connections.remove(connection.connectorId, id)
  },
  restore: { impossible: 'the values of a connection cannot be read, so earlier ones cannot be put back' },
  async waitsFor(wanted, { id, needsPerson }, bench) {
    const connection = await findById(id, bench)
    if (connection === undefined || needsPerson !== true) return undefined
    const what = `A person has to sign in to the connection "${wanted.displayName}".`
    const link = await consentLink(connection, bench)
    return { code: 'consent-needed', what, link }
  },
}

async function put(wanted: WantedConnection, bench: Workbench): Promise<void> {
  const connectorId = await neededConnectorId(wanted.connector, bench)
  const parameters = Object.entries(wanted.parameters).map(([name, value]) => [
    name,
    isReference(value) ? bench.secrets.read(value) : value,
  ])
  await bench.target.connections.put(connectorId, wanted.id, {
    displayName: wanted.displayName,
    parameters: Object.fromEntries(parameters),
    ...(wanted.parameterSet !== undefined && { parameterSet: wanted.parameterSet }),
  })
}

/** Where nobody can be sent to a page of their own, the portal shows the connection with a way to mend it. */
async function consentLink({ connectorId, id }: InstalledConnection, bench: Workbench): Promise<string> {
  try {
    return await bench.target.connections.consentLink(connectorId, id)
  } catch (error) {
    if (!(error instanceof TargetFailure)) throw error
    const { environment, portal } = await bench.readings.facts()
    return `${portal}/environments/${encodeURIComponent(environment.id)}/connections`
  }
}

async function findById(id: string, bench: Workbench): Promise<InstalledConnection | undefined> {
  const connections = await bench.readings.connections()
  return connections.find((one) => one.id === id)
}

function foundOf(connection: InstalledConnection | undefined): Found | undefined {
  if (connection === undefined) return undefined
  const content: JsonObject = { connector: connection.connectorId, displayName: connection.displayName }
  return { id: connection.id, content, ...(connection.state === 'error' && { needsPerson: true }) }
}
