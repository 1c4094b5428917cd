import type { JsonObject } from '../model/content.ts'
import type { WantedActivation } from '../model/wanted.ts'
import { database } from './database.ts'
import type { Driver, Found, Workbench } from './driver.ts'
import { findOwnFlow, ownFlows } from './own-flows.ts'

/** Whether flows run; a step of its own, so that they are switched on in order once everything else is there. */
export const activationDriver: Driver<WantedActivation> = {
  kind: 'activation',
  loses: 'The flow stops running.',
  content: async ({ isOn }) => stateOf(isOn),
  async find({ flow }, bench) {
    if (flow.databaseId !== undefined) return findWorkflow(flow.databaseId, bench)
    const wanted = bench.wanted.get(flow.address)
    if (wanted?.kind !== 'flow' && wanted?.kind !== 'package') return undefined
    const found = await findOwnFlow(wanted.address, wanted.displayName, bench)
    return found === undefined ? undefined : findOwn(found.id, bench)
  },
  // A flow that is not there yet is made off, and then switched.
  async create(wanted, bench) {
    bench.readings.forget()
    const found = await this.find(wanted, bench)
    if (found === undefined) throw new Error('A flow was to be switched on before it was there.')
    if (found.content.state !== stateOf(wanted.isOn).state) await this.update(wanted, found, bench)
    return found.id
  },
  update: (wanted, found, bench) => switchFlow(found.id, wanted.isOn, bench),
  async findRecorded({ id }, bench) {
    return (await findWorkflow(id, bench)) ?? findOwn(id, bench)
  },
  async remove({ id }, bench) {
    const workflows = await bench.readings.workflows()
    const workflow = workflows.find((one) => one.id === id)
    if (workflow === undefined) {
      if ((await findOwn(id, bench))?.content.state === 'on') await ownFlows(bench).switch(id, false)
      return
    }
    if (workflow.isOn) await database(bench).switchWorkflow(id, false)
    // An unmanaged solution leaves its flows behind when it goes; those it brought go here. Others go on their own.
    const isOnItsOwn = [...bench.records.values()].some((record) => record.kind === 'flow' && record.id === id)
    if (!workflow.isManaged && !isOnItsOwn) await database(bench).removeWorkflow(id)
  },
  comesBack: () => true,
  restore: ({ id }, before, bench) => switchFlow(id, before.state === 'on', bench),
}

async function switchFlow(id: string, isOn: boolean, bench: Workbench): Promise<void> {
  if ((await findWorkflow(id, bench)) !== undefined) await database(bench).switchWorkflow(id, isOn)
  else await ownFlows(bench).switch(id, isOn)
}

async function findWorkflow(id: string, bench: Workbench): Promise<Found | undefined> {
  const workflows = await bench.readings.workflows()
  const workflow = workflows.find((one) => one.id === id)
  return workflow === undefined ? undefined : { id, content: stateOf(workflow.isOn) }
}

async function findOwn(id: string, bench: Workbench): Promise<Found | undefined> {
  const flows = await bench.readings.flows()
  const flow = flows.find((one) => one.id === id)
  return flow === undefined ? undefined : { id, content: stateOf(flow.isOn) }
}

function stateOf(isOn: boolean): JsonObject {
  return { state: isOn ? 'on' : 'off' }
}
