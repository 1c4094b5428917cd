import { z } from 'zod'
import { neededComponent } from './dataverse-requests.ts'
import { tableOperations } from './table-operations.ts'

/** A custom connector as a row; the Power Apps API shows the same connector by its `connectorinternalid`. */
export const connectorRow = z.looseObject({
  connectorid: z.string(),
  name: z.string().nullable().optional(),
  displayname: z.string().nullable().optional(),
  description: z.string().nullable().optional(),
  /** 1 custom connector. */
  connectortype: z.number().nullable().optional(),
  /** JSON text of the OpenAPI 2.0 definition. */
  openapidefinition: z.string().nullable().optional(),
  connectionparameters: z.string().nullable().optional(),
  policytemplateinstances: z.string().nullable().optional(),
  scriptoperations: z.string().nullable().optional(),
  customcodeblobcontent: z.string().nullable().optional(),
  iconbrandcolor: z.string().nullable().optional(),
  connectorinternalid: z.string().nullable().optional(),
  ismanaged: z.boolean().optional(),
})

const columns = {
  displayname: z.string().optional(),
  description: z.string().optional(),
  openapidefinition: z.string().max(500_000).optional(),
  connectionparameters: z.string().optional(),
  policytemplateinstances: z.string().optional(),
  scriptoperations: z.string().optional(),
  customcodeblobcontent: z.string().optional(),
  iconbrandcolor: z.string().optional(),
  /** Base64. */
  iconblob: z.string().optional(),
}

/** Custom connectors through Dataverse, the way `pac connector` goes; an application is taken here. */
export const connectorRows = tableOperations({
  area: 'connector-rows',
  table: 'connectors',
  noun: 'connector in a solution',
  row: connectorRow,
  create: z.looseObject({ ...columns, name: z.string(), displayname: z.string(), connectortype: z.number() }),
  update: z.looseObject(columns),
  failures: { delete: neededComponent },
  notes: ['A client secret cannot be given here; enter it in the connector’s security settings afterwards.'],
})
