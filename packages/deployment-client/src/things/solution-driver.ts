import type { WantedReference, WantedSolution, WantedVariable } from '../model/wanted.ts'
import { isReference } from '../secrets/secret-reference.ts'
import { valueText } from '../secrets/secret-source.ts'
import type { InstalledSolution, SolutionImport } from '../target/database-area.ts'
import { TargetFailure } from '../target/target-failure.ts'
import { database } from './database.ts'
import { type Driver, type Found, neededConnectorId, type Workbench } from './driver.ts'

const apiPrefix = '/providers/Microsoft.PowerApps/apis/'

/** Solutions: recognised by unique name, compared by version. */
export const solutionDriver: Driver<WantedSolution> = {
  kind: 'solution',
  loses:
    'Everything that came with it goes: flows, connection references, variables with their values, tables with their rows.',
  content: async ({ version, isManaged }) => ({ version, isManaged }),
  find: async (wanted, bench) => foundOf(await findSolution(wanted.uniqueName, bench)),
  async create(wanted, bench) {
    await importIt(wanted, 'import', bench)
    const installed = await findSolution(wanted.uniqueName, bench)
    return installed?.id ?? wanted.uniqueName
  },
  async update(wanted, found, bench) {
    const isNewer = found.content.version !== wanted.version
    await importIt(wanted, wanted.isManaged && isNewer ? 'upgrade' : 'import', bench)
  },
  findRecorded: async ({ name }, bench) => foundOf(await findSolution(name, bench)),
  async remove({ name }, bench) {
    const installed = await findSolution(name, bench)
    if (installed !== undefined) await database(bench).removeSolution(installed.id)
  },
  stable: ({ version, isManaged }) => ({ version: version ?? null, isManaged: isManaged ?? null }),
  async keepBefore(wanted, { content }, bench) {
    if (content.isManaged === true || holdsSecret(wanted, bench)) return content
    const bytes = await database(bench).exportSolution(wanted.uniqueName, bench.options)
    return { ...content, package: bench.contents.keepBytes(bytes) }
  },
  cannotRestore: (before) =>
    typeof before.package === 'string'
      ? undefined
      : 'the platform does not put an older version of a managed solution over a newer one, and of others the package was not kept',
  async restore({ name }, before, bench) {
    const bytes = typeof before.package === 'string' ? bench.contents.readBytes(before.package) : undefined
    if (bytes === undefined) throw packageGone(name)
    // The platform takes no lower version, but the version of an unmanaged solution is a text that may be written.
    const installed = await findSolution(name, bench)
    const { version } = before
    if (installed !== undefined && typeof version === 'string') {
      await database(bench).setSolutionVersion(installed.id, version)
    }
    const importing = { uniqueName: name, bytes, mode: 'import', overwriteUnmanaged: true, turnOnFlows: true } as const
    const work = await database(bench).importSolution({ ...importing, references: [], variables: [] }, bench.options)
    bench.onAccepted(work.handle)
    await work.done()
    bench.readings.forget()
  },
  async resume(handle, bench) {
    const work = await database(bench).resumeImport(handle, bench.options)
    await work.done()
    bench.readings.forget()
  },
}

async function importIt(wanted: WantedSolution, mode: SolutionImport['mode'], bench: Workbench): Promise<void> {
  const area = database(bench)
  const { uniqueName, bytes, overwriteUnmanaged, turnOnFlows } = wanted
  const [references, variables] = [await bindingsOf(wanted, bench), valuesOf(wanted, bench)]
  const request = { uniqueName, bytes, mode, overwriteUnmanaged, turnOnFlows, references, variables }
  const work = await area.importSolution(request, bench.options)
  bench.onAccepted(work.handle)
  await work.done()
  bench.readings.forget()
}

/** Import and binding go together: a reference that is bound afterwards leaves the flows off. */
async function bindingsOf(wanted: WantedSolution, bench: Workbench): Promise<SolutionImport['references']> {
  const bound = broughtBy<WantedReference>('connection-reference', wanted, bench)
  return Promise.all(
    bound.map(async ({ name, displayName, connection }) => ({
      logicalName: name,
      displayName,
      connectorId: `${apiPrefix}${await neededConnectorId(connection.connector, bench)}`,
      connectionId: connection.id,
    })),
  )
}

function valuesOf(wanted: WantedSolution, bench: Workbench): SolutionImport['variables'] {
  return broughtBy<WantedVariable>('environment-variable', wanted, bench).flatMap(({ name, value }) =>
    value === undefined ? [] : [{ schemaName: name, value: valueText(value, bench.secrets) }],
  )
}

function broughtBy<W extends WantedReference | WantedVariable>(
  kind: W['kind'],
  solution: WantedSolution,
  bench: Workbench,
): W[] {
  return [...bench.wanted.values()].filter(
    (one): one is W => one.kind === kind && 'broughtBy' in one && one.broughtBy === solution.address,
  )
}

/** An export holds the values of its variables; those that are secrets are not kept anywhere. */
function holdsSecret(wanted: WantedSolution, bench: Workbench): boolean {
  return broughtBy<WantedVariable>('environment-variable', wanted, bench).some(({ value }) => isReference(value))
}

function packageGone(name: string): TargetFailure {
  return new TargetFailure({
    code: 'earlier-content-not-kept',
    what: `The earlier version of ${name} cannot be put back.`,
    why: 'Its package is no longer beside the journal, or was changed there.',
    fix: 'Describe the earlier package and run apply.',
  })
}

async function findSolution(uniqueName: string, bench: Workbench): Promise<InstalledSolution | undefined> {
  const solutions = await bench.readings.solutions()
  return solutions.find((one) => one.uniqueName.toLowerCase() === uniqueName.toLowerCase())
}

function foundOf(solution: InstalledSolution | undefined): Found | undefined {
  if (solution === undefined) return undefined
  return { id: solution.id, content: { version: solution.version, isManaged: solution.isManaged } }
}

/** Nobody knows whether an import began: what runs now is waited for, and then the version is looked at. */
export async function settleImports(bench: Workbench): Promise<void> {
  const { database: area } = bench.target
  if (area === undefined) return
  for (const handle of await area.runningImports()) {
    const work = await area.resumeImport(handle, bench.options)
    await work.done().catch((error: unknown) => {
      // How somebody else's work ends is theirs; that it is over is all that matters here.
      if (!(error instanceof TargetFailure)) throw error
    })
  }
  bench.readings.forget()
}
