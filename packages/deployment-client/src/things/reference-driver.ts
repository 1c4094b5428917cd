import type { JsonObject } from '../model/content.ts'
import type { WantedReference } from '../model/wanted.ts'
import type { InstalledReference } from '../target/database-area.ts'
import { TargetFailure } from '../target/target-failure.ts'
import { database } from './database.ts'
import { type Driver, type Found, neededConnectorId, shownConnectorId, type Workbench } from './driver.ts'

const apiPrefix = '/providers/Microsoft.PowerApps/apis/'

/** Connection references: recognised by their logical name. */
export const referenceDriver: Driver<WantedReference> = {
  kind: 'connection-reference',
  loses: 'Flows that use it have no connection and stop.',
  content: async ({ connection }, bench) => ({
    connector: await shownConnectorId(connection.connector, bench),
    connection: connection.id,
  }),
  find: async (wanted, bench) => foundOf(await findReference(wanted.name, bench)),
  async create(wanted, bench) {
    const { connection, id, name, displayName, broughtBy } = wanted
    if (broughtBy !== undefined) throw notBrought(name, broughtBy)
    const connectorId = `${apiPrefix}${await neededConnectorId(connection.connector, bench)}`
    const binding = { logicalName: name, displayName, connectorId, connectionId: connection.id }
    await database(bench).createReference(id, binding)
    return id
  },
  update: (wanted, found, bench) => database(bench).bindReference(found.id, wanted.connection.id),
  findRecorded: async ({ name }, bench) => foundOf(await findReference(name, bench)),
  async remove({ id, name }, bench) {
    const reference = await findReference(name, bench)
    // What came with a solution goes with it.
    if (reference !== undefined && !reference.isManaged) await database(bench).removeReference(id)
  },
  comesBack: () => true,
  async restore({ id, name }, { connector, connection }, bench) {
    if (typeof connection !== 'string') return
    if ((await findReference(name, bench)) !== undefined) return database(bench).bindReference(id, connection)
    if (typeof connector !== 'string') return
    const connectorId = `${apiPrefix}${connector}`
    await database(bench).createReference(id, {
      logicalName: name,
      displayName: name,
      connectorId,
      connectionId: connection,
    })
  },
}

async function findReference(name: string, bench: Workbench): Promise<InstalledReference | undefined> {
  const references = await bench.readings.references()
  return references.find(({ logicalName }) => logicalName.toLowerCase() === name.toLowerCase())
}

function foundOf(reference: InstalledReference | undefined): Found | undefined {
  if (reference === undefined) return undefined
  const content: JsonObject = {
    connector: reference.connectorId.split('/').at(-1) ?? '',
    connection: reference.connectionId ?? null,
  }
  return { id: reference.id, content }
}

function notBrought(name: string, solution: string): TargetFailure {
  return new TargetFailure({
    code: 'reference-not-brought',
    what: `The connection reference ${name} is not in the target, although ${solution} was to bring it.`,
    why: 'Somebody deleted it, or the import has not got there yet.',
    fix: 'Run apply again in a minute; if it is still missing, import the solution anew with --refresh.',
  })
}
