import {
  connectionReferences,
  connectorRows,
  environmentVariableDefinitions,
  environmentVariableTypes,
  environmentVariableValues,
} from '@sevenstep/cloud-access'
import type { DatabaseArea, InstalledVariable, VariableType } from '../database-area.ts'
import { leasePrefix } from './cloud-lease.ts'
import { atOrganization, type Organization, quoted } from './organization.ts'

/** Connection references of an organisation. */
export function cloudReferences(
  organization: Organization,
): Pick<DatabaseArea, 'references' | 'createReference' | 'bindReference' | 'removeReference'> {
  const { calls } = organization
  const at = atOrganization(organization)
  return {
    async references() {
      const rows = await calls.all(connectionReferences.list, { query: {} }, at)
      return rows.map((row) => ({
        id: row.connectionreferenceid,
        logicalName: row.connectionreferencelogicalname,
        displayName: row.connectionreferencedisplayname ?? '',
        connectorId: row.connectorid ?? '',
        isManaged: row.ismanaged === true,
        ...(typeof row.connectionid === 'string' && row.connectionid !== '' && { connectionId: row.connectionid }),
      }))
    },
    async createReference(id, { logicalName, displayName, connectorId, connectionId }) {
      const custom = await customConnectorRow(organization, connectorId)
      const body = {
        connectionreferenceid: id,
        connectionreferencelogicalname: logicalName,
        connectionreferencedisplayname: displayName,
        connectorid: connectorId,
        connectionid: connectionId,
        ...(custom !== undefined && { 'CustomConnectorId@odata.bind': `/connectors(${custom})` }),
      }
      await calls.call(connectionReferences.create, { body, query: {} }, at)
    },
    async bindReference(id, connectionId) {
      const headers = { 'if-match': '*' }
      await calls.call(
        connectionReferences.update,
        { path: { id }, headers, query: {}, body: { connectionid: connectionId } },
        at,
      )
    },
    removeReference: (id) => calls.remove(connectionReferences.delete, { path: { id } }, at),
  }
}

/** A reference to a custom connector also names its row, where the organisation has one. */
async function customConnectorRow(organization: Organization, connectorId: string): Promise<string | undefined> {
  const name = connectorId.split('/').at(-1) ?? ''
  const query = { $select: 'connectorid,connectorinternalid', $filter: `connectorinternalid eq ${quoted(name)}` }
  const rows = await organization.calls.all(connectorRows.list, { query }, atOrganization(organization))
  return rows[0]?.connectorid
}

const typeNumbers: Readonly<Record<VariableType, number>> = {
  text: environmentVariableTypes.string,
  number: environmentVariableTypes.number,
  boolean: environmentVariableTypes.boolean,
  json: environmentVariableTypes.json,
  'data-source': environmentVariableTypes.dataSource,
  secret: environmentVariableTypes.secret,
}

/** Environment variables of an organisation, with their values. */
export function cloudVariables(
  organization: Organization,
): Pick<DatabaseArea, 'variables' | 'createVariable' | 'removeVariable' | 'setValue' | 'removeValue'> {
  const { calls } = organization
  const at = atOrganization(organization)
  return {
    async variables() {
      const definitions = await calls.all(environmentVariableDefinitions.list, { query: {} }, at)
      const values = await calls.all(environmentVariableValues.list, { query: {} }, at)
      return definitions
        .filter(({ schemaname }) => !schemaname.startsWith(leasePrefix))
        .map((definition): InstalledVariable => {
          const own = values.filter(
            (value) => value._environmentvariabledefinitionid_value === definition.environmentvariabledefinitionid,
          )
          const { defaultvalue } = definition
          return {
            id: definition.environmentvariabledefinitionid,
            schemaName: definition.schemaname,
            displayName: definition.displayname ?? '',
            type: typeOf(definition.type),
            isManaged: definition.ismanaged === true,
            values: own.map(({ environmentvariablevalueid: id, value }) => ({ id, value: value ?? '' })),
            ...(typeof defaultvalue === 'string' && { defaultValue: defaultvalue }),
          }
        })
    },
    async createVariable({ id, schemaName, displayName, type }) {
      const body = {
        environmentvariabledefinitionid: id,
        schemaname: schemaName,
        displayname: displayName,
        type: typeNumbers[type],
      }
      await calls.call(environmentVariableDefinitions.create, { body, query: {} }, at)
    },
    removeVariable: (id) => calls.remove(environmentVariableDefinitions.delete, { path: { id } }, at),
    async setValue(variableId, schemaName, valueId, value) {
      const known = await calls.find(environmentVariableValues.get, { path: { id: valueId }, query: {} }, at)
      if (known !== undefined) {
        const headers = { 'if-match': '*' }
        await calls.call(
          environmentVariableValues.update,
          { path: { id: valueId }, headers, query: {}, body: { value } },
          at,
        )
        return
      }
      const body = {
        environmentvariablevalueid: valueId,
        schemaname: schemaName,
        value,
        'EnvironmentVariableDefinitionId@odata.bind': `/environmentvariabledefinitions(${variableId})`,
      }
      await calls.call(environmentVariableValues.create, { body, query: {} }, at)
    },
    removeValue: (id) => calls.remove(environmentVariableValues.delete, { path: { id } }, at),
  }
}

function typeOf(number: number | undefined): VariableType {
  const known = Object.entries(typeNumbers).find(([, one]) => one === number)
  // Keys of the table above are the types themselves.
  return known === undefined ? 'text' : (known[0] as VariableType)
}
