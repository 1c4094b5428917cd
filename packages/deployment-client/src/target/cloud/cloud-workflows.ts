import { solutionFlows } from '@sevenstep/cloud-access'
import { isObject, type JsonObject, toJsonObject } from '../../model/content.ts'
import type { DatabaseArea, WorkflowMaterial } from '../database-area.ts'
import { atOrganization, type Organization } from './organization.ts'

type WorkflowArea = Pick<
  DatabaseArea,
  'workflow' | 'workflows' | 'createWorkflow' | 'updateWorkflow' | 'switchWorkflow' | 'removeWorkflow'
>

/** Cloud flows of an organisation. */
export function cloudWorkflows(organization: Organization): WorkflowArea {
  const { calls } = organization
  const at = atOrganization(organization)
  return {
    async workflow(id) {
      const row = await calls.find(solutionFlows.get, { path: { id }, query: {} }, at)
      if (row === undefined) return undefined
      const etag = row['@odata.etag']
      return {
        id,
        name: row.name ?? '',
        description: row.description ?? '',
        isOn: row.statecode === 1,
        isSuspended: row.statecode === 2,
        isManaged: row.ismanaged === true,
        ...clientData(row.clientdata ?? ''),
        ...(typeof row._ownerid_value === 'string' && { ownerId: row._ownerid_value }),
        ...(typeof etag === 'string' && { etag }),
      }
    },
    async workflows() {
      const query = { $select: 'workflowid,name,statecode,ismanaged,category', $filter: 'category eq 5' }
      const rows = await calls.all(solutionFlows.list, { query }, at)
      return rows.map(({ workflowid: id, name, statecode, ismanaged }) => ({
        id,
        name: name ?? '',
        isOn: statecode === 1,
        isManaged: ismanaged === true,
      }))
    },
    async createWorkflow(material) {
      const { id, solution } = material
      const headers = solution === undefined ? {} : { 'mscrm.solutionuniquename': solution }
      const body = { workflowid: id, category: 5, type: 1, primaryentity: 'none', ...written(material) }
      await calls.call(solutionFlows.create, { headers, query: {}, body }, at)
    },
    async updateWorkflow(material, etag) {
      const headers = { 'if-match': etag ?? '*' }
      await calls.call(
        solutionFlows.update,
        { path: { id: material.id }, headers, query: {}, body: written(material) },
        at,
      )
    },
    async switchWorkflow(id, isOn) {
      const common = { path: { id }, headers: { 'if-match': '*' } }
      if (isOn) await calls.call(solutionFlows.turnOn, { ...common, body: { statecode: 1 } }, at)
      else await calls.call(solutionFlows.turnOff, { ...common, body: { statecode: 0 } }, at)
    },
    removeWorkflow: (id) => calls.remove(solutionFlows.delete, { path: { id } }, at),
  }
}

function written({ name, description, connectionReferences, definition }: WorkflowMaterial) {
  const properties = { connectionReferences, definition, templateName: '' }
  return { name, description, clientdata: JSON.stringify({ properties, schemaVersion: '1.0.0.0' }) }
}

/** What is no JSON has neither definition nor references, and differs from whatever is wanted. */
function clientData(text: string): { connectionReferences: JsonObject; definition: JsonObject } {
  let properties: unknown
  try {
    properties = toJsonObject(JSON.parse(text)).properties
  } catch {
    properties = undefined
  }
  const { connectionReferences, definition } = isObject(properties) ? properties : {}
  return {
    connectionReferences: isObject(connectionReferences) ? connectionReferences : {},
    definition: isObject(definition) ? definition : {},
  }
}
