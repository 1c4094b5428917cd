import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { actionHeaders, applicationUser, neededComponent, solutionWorkFailures, webApi } from './dataverse-requests.ts'
import { dataverseSource } from './dataverse-sources.ts'
import { readOperations, tableOperations } from './table-operations.ts'

/** Who publishes solutions; its prefix begins the names of everything in them. */
export const publisherRow = z.looseObject({
  publisherid: z.string(),
  uniquename: z.string(),
  friendlyname: z.string().nullable().optional(),
  customizationprefix: z.string().nullable().optional(),
})

/** An installed solution. */
export const solutionRow = z.looseObject({
  solutionid: z.string(),
  uniquename: z.string(),
  friendlyname: z.string().nullable().optional(),
  version: z.string(),
  ismanaged: z.boolean(),
  isvisible: z.boolean().optional(),
  installedon: z.string().nullable().optional(),
  solutionpackageversion: z.string().nullable().optional(),
  _publisherid_value: z.string().nullable().optional(),
  _parentsolutionid_value: z.string().nullable().optional(),
  publisherid: publisherRow.nullable().optional(),
})

const rows = tableOperations({
  area: 'solutions',
  table: 'solutions',
  noun: 'solution',
  row: solutionRow,
  create: z.looseObject({
    uniquename: z.string(),
    friendlyname: z.string(),
    version: z.string(),
    'publisherid@odata.bind': z.string(),
  }),
  update: z.looseObject({ friendlyname: z.string().optional(), version: z.string().optional() }),
  failures: {
    delete: [...neededComponent, { status: 429, code: '0x80071151', failure: 'solution-work-running' }],
  },
  notes: ['Removing a managed solution uninstalls it with its components; an unmanaged one leaves its components.'],
})

const common = {
  service: 'dataverse',
  method: 'POST',
  credentials: applicationUser,
  failures: solutionWorkFailures,
} as const

/** Solutions: rows, and what is done with their files apart from importing. */
export const solutions = {
  ...rows,
  export: defineOperation({
    ...common,
    id: 'solutions.export',
    title: 'Exports a solution and answers when the file is ready.',
    path: `${webApi}/ExportSolution`,
    request: { headers: actionHeaders, body: z.looseObject({ SolutionName: z.string(), Managed: z.boolean() }) },
    /** The zip, base64. */
    responses: { 200: z.looseObject({ ExportSolutionFile: z.string() }) },
    repetition: 'safe',
    sources: [dataverseSource('docs', 'documentation')],
  }),
  exportAsync: defineOperation({
    ...common,
    id: 'solutions.export-async',
    title: 'Begins to export a solution.',
    path: `${webApi}/ExportSolutionAsync`,
    request: { headers: actionHeaders, body: z.looseObject({ SolutionName: z.string(), Managed: z.boolean() }) },
    responses: { 200: z.looseObject({ AsyncOperationId: z.string(), ExportJobId: z.string() }) },
    repetition: 'start',
    completion: { kind: 'async-operation', polledBy: 'async-operations.get' },
    sources: [dataverseSource('docs', 'documentation')],
  }),
  downloadExport: defineOperation({
    ...common,
    id: 'solutions.download-export',
    title: 'Gives the file of an export that has ended.',
    path: `${webApi}/DownloadSolutionExportData`,
    request: { headers: actionHeaders, body: z.looseObject({ ExportJobId: z.string() }) },
    responses: { 200: z.looseObject({ ExportSolutionFile: z.string() }) },
    repetition: 'safe',
    sources: [dataverseSource('docs', 'documentation')],
  }),
  publishAll: defineOperation({
    ...common,
    id: 'solutions.publish-all',
    title: 'Publishes every unmanaged customisation.',
    path: `${webApi}/PublishAllXml`,
    request: { headers: actionHeaders, body: z.looseObject({}) },
    responses: { 204: z.undefined() },
    repetition: 'idempotent',
    sources: [dataverseSource('docs', 'documentation')],
  }),
}

/** Publishers. */
export const publishers = tableOperations({
  area: 'publishers',
  table: 'publishers',
  noun: 'publisher',
  row: publisherRow,
  create: z.looseObject({
    uniquename: z.string(),
    friendlyname: z.string(),
    customizationprefix: z.string(),
    customizationoptionvalueprefix: z.number(),
  }),
  update: z.looseObject({ friendlyname: z.string().optional() }),
})

/** Which components belong to which solution. */
export const solutionComponents = readOperations({
  area: 'solution-components',
  table: 'solutioncomponents',
  noun: 'component of a solution',
  row: z.looseObject({
    solutioncomponentid: z.string(),
    /** 29 flow, 372 connector; numbers of newer kinds differ by organisation. */
    componenttype: z.number(),
    objectid: z.string(),
    _solutionid_value: z.string().nullable().optional(),
  }),
})
