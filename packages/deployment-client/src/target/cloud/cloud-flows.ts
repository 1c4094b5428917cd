import {
  createFlow,
  deleteFlow,
  flowBody,
  getFlow,
  listFlowPermissions,
  listFlows,
  modifyFlowPermissions,
  startFlow,
  stopFlow,
  updateFlow,
} from '@sevenstep/cloud-access'
import { toJsonObject } from '../../model/content.ts'
import type { FlowArea, FlowMaterial } from '../flow-area.ts'
import type { CloudPlace } from './cloud-place.ts'
import { grantOf, revokingBody, sharingBody } from './permissions.ts'

/** The flows of the person who signed in. */
export function cloudFlows({ calls, environment }: CloudPlace): FlowArea {
  const pathOf = (flow: string) => ({ environment, flow })
  return {
    async list() {
      const query = { $filter: "search('personal')" }
      const flows = await calls.all(listFlows, { path: { environment }, query })
      return flows.map(({ name, properties }) => ({
        id: name,
        name: properties.displayName,
        isOn: isOn(properties.state),
      }))
    },
    async read(id) {
      const flow = await calls.find(getFlow, { path: pathOf(id), query: {} })
      if (flow === undefined) return undefined
      const { displayName, state, definition, connectionReferences } = flow.properties
      return {
        id,
        name: displayName,
        isOn: isOn(state),
        isSuspended: state === 'Suspended',
        definition: toJsonObject(definition),
        connectionReferences: toJsonObject(connectionReferences),
      }
    },
    async create(material) {
      const body = written(material, environment, 'Stopped')
      return (await calls.call(createFlow, { path: { environment }, body })).name
    },
    async update(id, material) {
      await calls.call(updateFlow, { path: pathOf(id), body: written(material, environment) })
    },
    async switch(id, on) {
      await calls.call(on ? startFlow : stopFlow, { path: pathOf(id) })
    },
    remove: (id) => calls.remove(deleteFlow, { path: pathOf(id) }),
    sharing: {
      list: async (id) => (await calls.all(listFlowPermissions, { path: pathOf(id) })).map(grantOf),
      async grant(id, grant) {
        await calls.call(modifyFlowPermissions, { path: pathOf(id), body: sharingBody(grant) })
      },
      async revoke(id, principalId) {
        const body = revokingBody(await calls.all(listFlowPermissions, { path: pathOf(id) }), principalId)
        if (body.delete.length > 0) await calls.call(modifyFlowPermissions, { path: pathOf(id), body })
      },
    },
  }
}

function written({ name, definition, connectionReferences }: FlowMaterial, environment: string, state?: 'Stopped') {
  return flowBody.parse({
    properties: {
      displayName: name,
      definition,
      connectionReferences,
      environment: { name: environment },
      ...(state !== undefined && { state }),
    },
  })
}

function isOn(state: string): boolean {
  return state === 'Started'
}
