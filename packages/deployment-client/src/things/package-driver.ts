import { isObject } from '../model/content.ts'
import type { WantedPackage } from '../model/wanted.ts'
import type { PackageArea, PackageImport } from '../target/flow-area.ts'
import { TargetFailure } from '../target/target-failure.ts'
import { type Driver, type Found, neededConnectorId, type Workbench } from './driver.ts'
import { flowContent, stableFlowContent } from './flow-content.ts'
import { definitionHere, ownReferences } from './flow-references.ts'
import { findOwnFlow, ownFlows, readOwnFlow } from './own-flows.ts'

const apisPrefix = '/providers/Microsoft.PowerApps/apis/'

/** Export packages through the platform's own import: the flow becomes one of the person's. */
export const packageDriver: Driver<WantedPackage> = {
  kind: 'package',
  loses: 'The flow and its run history go.',
  async content(wanted, bench) {
    const definition = await definitionHere(wanted.definition, wanted.references, bench)
    const connectionReferences = await ownReferences(wanted.references, bench)
    return flowContent({ name: wanted.displayName, definition, connectionReferences })
  },
  stable: stableFlowContent,
  find: (wanted, bench) => findOwnFlow(wanted.address, wanted.displayName, bench),
  async create(wanted, bench) {
    await importIt(wanted, undefined, bench)
    const found = await findOwnFlow(wanted.address, wanted.displayName, bench)
    return found?.id ?? ''
  },
  update: (wanted, found, bench) => importIt(wanted, found, bench),
  findRecorded: ({ id }, bench) => readOwnFlow(id, bench),
  async remove({ id }, bench) {
    if ((await readOwnFlow(id, bench)) !== undefined) await ownFlows(bench).remove(id)
  },
  async restore({ id, name }, before, bench) {
    const { definition, references } = before
    await ownFlows(bench).update(id, {
      name: typeof before.name === 'string' ? before.name : name,
      definition: isObject(definition) ? definition : {},
      connectionReferences: isObject(references) ? references : {},
    })
  },
  async resume(handle, bench) {
    const work = await packages(bench).resumeImport(handle, bench.options)
    await work.done()
    bench.readings.forget()
  },
}

async function importIt(wanted: WantedPackage, found: Found | undefined, bench: Workbench): Promise<void> {
  const work = await packages(bench).importPackage(await packageImport(wanted, found?.id, bench), bench.options)
  bench.onAccepted(work.handle)
  await work.done()
  bench.readings.forget()
}

/** What the import is told: which flow, and which connection for each connector. */
export async function packageImport(
  wanted: WantedPackage,
  existingId: string | undefined,
  bench: Workbench,
): Promise<PackageImport> {
  const { displayName: name, file, bytes } = wanted
  const connections = wanted.references.map(async ({ packagedConnector, connection }) => {
    if (connection === undefined) return []
    const connectorId = await neededConnectorId(connection.connector, bench)
    return [[packagedConnector.toLowerCase(), `${apisPrefix}${connectorId}/connections/${connection.id}`] as const]
  })
  return {
    fileName: file.split(/[\\/]/).at(-1) ?? 'package.zip',
    bytes,
    flow: { name, ...(existingId !== undefined && { existingId }) },
    connections: Object.fromEntries((await Promise.all(connections)).flat()),
  }
}

function packages({ target }: Workbench): PackageArea {
  if (target.packages !== undefined) return target.packages
  throw new TargetFailure({
    code: 'no-package-import',
    what: 'Packages cannot be imported with this credential.',
    why: 'The import of packages takes the token of a person.',
    fix: 'Use a person’s credential (device-code or browser), or the solution route.',
  })
}
