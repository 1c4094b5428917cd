import { isObject, type JsonObject } from '../model/content.ts'
import type { WantedFlow } from '../model/wanted.ts'
import type { InstalledWorkflow } from '../target/database-area.ts'
import { database } from './database.ts'
import type { Driver, Found, Workbench } from './driver.ts'
import { flowContent, stableFlowContent } from './flow-content.ts'
import { definitionHere, ownReferences, solutionReferences } from './flow-references.ts'
import { findOwnFlow, ownFlows, readOwnFlow } from './own-flows.ts'

/** Flows from a definition: in the database with an id of ours, or among a person's own flows by name. */
export const flowDriver: Driver<WantedFlow> = {
  kind: 'flow',
  loses: 'Its run history goes with it, and whoever started it by hand or by address no longer can.',
  async content(wanted, bench) {
    const content = flowContent({ ...(await materialOf(wanted, bench)), name: wanted.displayName })
    return wanted.route === 'package' ? content : { ...content, description: wanted.description }
  },
  async find(wanted, bench) {
    if (wanted.route === 'package') return findOwnFlow(wanted.address, wanted.displayName, bench)
    return foundOf(await readWorkflow(wanted.id, bench))
  },
  async create(wanted, bench) {
    const material = await materialOf(wanted, bench)
    if (wanted.route === 'package') return ownFlows(bench).create({ ...material, name: wanted.displayName })
    const { id, displayName: name, solution } = wanted
    await database(bench).createWorkflow({ id, name, ...material, ...(solution && { solution }) })
    return id
  },
  async update(wanted, found, bench) {
    const material = await materialOf(wanted, bench)
    const { displayName: name } = wanted
    if (wanted.route === 'package') return ownFlows(bench).update(found.id, { ...material, name })
    return database(bench).updateWorkflow({ id: found.id, name, ...material }, found.etag)
  },
  async findRecorded({ id }, bench) {
    const workflow = await readWorkflow(id, bench)
    return workflow === undefined ? readOwnFlow(id, bench) : foundOf(workflow)
  },
  async remove({ id }, bench) {
    const workflow = await readWorkflow(id, bench)
    if (workflow === undefined) {
      if ((await readOwnFlow(id, bench)) !== undefined) await ownFlows(bench).remove(id)
      return
    }
    // A flow that is on cannot be deleted.
    if (workflow.isOn) await database(bench).switchWorkflow(id, false)
    await database(bench).removeWorkflow(id)
  },
  comesBack: isOfDatabase,
  async restore({ id, name }, before, bench) {
    const { definition, references, description } = before
    const earlier = {
      name: typeof before.name === 'string' ? before.name : name,
      definition: isObject(definition) ? definition : {},
      connectionReferences: isObject(references) ? references : {},
    }
    const workflow = await readWorkflow(id, bench)
    if (workflow === undefined && !isOfDatabase(before)) return ownFlows(bench).update(id, earlier)
    const material = { id, description: typeof description === 'string' ? description : '', ...earlier }
    if (workflow === undefined) return database(bench).createWorkflow(material)
    return database(bench).updateWorkflow(material, workflow.etag)
  },
  stable: stableFlowContent,
}

async function materialOf(wanted: WantedFlow, bench: Workbench) {
  const { references, route, description } = wanted
  const definition = await definitionHere(wanted.definition, references, bench)
  const write = route === 'package' ? ownReferences : solutionReferences
  return { definition, connectionReferences: await write(references, bench), description }
}

function foundOf(workflow: InstalledWorkflow | undefined): Found | undefined {
  if (workflow === undefined) return undefined
  const { id, etag, description } = workflow
  return { id, content: { ...flowContent(workflow), description, database: true }, ...(etag !== undefined && { etag }) }
}

/** Only flows of the database come back under the id they had. */
function isOfDatabase({ database: isOne }: JsonObject): boolean {
  return isOne === true
}

function readWorkflow(id: string, bench: Workbench): Promise<InstalledWorkflow | undefined> {
  return bench.readings.once(`workflow ${id}`, async () => {
    const workflows = await bench.readings.workflows()
    return workflows.some((one) => one.id === id) ? bench.target.database?.workflow(id) : undefined
  })
}
