import { z } from 'zod'
import { neededComponent } from './dataverse-requests.ts'
import { tableOperations } from './table-operations.ts'

/** A connection reference: what flows of a solution name instead of a connection. */
export const connectionReferenceRow = z.looseObject({
  connectionreferenceid: z.string(),
  connectionreferencelogicalname: z.string(),
  connectionreferencedisplayname: z.string().nullable().optional(),
  /** `/providers/Microsoft.PowerApps/apis/shared_x` */
  connectorid: z.string().nullable().optional(),
  /** Bare id of the connection; nothing while unbound. */
  connectionid: z.string().nullable().optional(),
  description: z.string().nullable().optional(),
  promptingbehavior: z.number().nullable().optional(),
  statecode: z.number().optional(),
  ismanaged: z.boolean().optional(),
  _customconnectorid_value: z.string().nullable().optional(),
  _ownerid_value: z.string().nullable().optional(),
})

const columns = {
  connectionreferencedisplayname: z.string().optional(),
  description: z.string().optional(),
  /** Bare id, without the connector's name in front. */
  connectionid: z.string().nullable().optional(),
  promptingbehavior: z.number().optional(),
  'CustomConnectorId@odata.bind': z.string().optional(),
}

/** Connection references; binding one to another connection is an update of `connectionid`. */
export const connectionReferences = tableOperations({
  area: 'connection-references',
  table: 'connectionreferences',
  noun: 'connection reference',
  row: connectionReferenceRow,
  create: z.looseObject({ ...columns, connectionreferencelogicalname: z.string(), connectorid: z.string() }),
  update: z.looseObject({ ...columns, connectorid: z.string().optional() }),
  failures: { delete: neededComponent },
  notes: ['Flows keep the connection they were turned on with; turn them off and on after binding another one.'],
})
