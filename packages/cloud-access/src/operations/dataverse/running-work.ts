import { z } from 'zod'
import { readOperations } from './table-operations.ts'

/** Work that goes on in the background of an organisation. */
export const asyncOperationRow = z.looseObject({
  asyncoperationid: z.string(),
  name: z.string().nullable().optional(),
  /** 0 ready, 1 suspended, 2 locked, 3 completed. */
  statecode: z.number(),
  /** 0 waiting for resources, 10 waiting, 20 in progress, 21 pausing, 22 cancelling, 30 succeeded, 31 failed, 32 cancelled. */
  statuscode: z.number(),
  /** 203 import, 202 export, 207 promote, 208 uninstall, 211 upgrade. */
  operationtype: z.number().nullable().optional(),
  messagename: z.string().nullable().optional(),
  message: z.string().nullable().optional(),
  friendlymessage: z.string().nullable().optional(),
  errorcode: z.number().nullable().optional(),
  startedon: z.string().nullable().optional(),
  completedon: z.string().nullable().optional(),
  /** One for each organisation: work on solutions is done one piece at a time. */
  dependencytoken: z.string().nullable().optional(),
})

/** One import of a solution. */
export const importJobRow = z.looseObject({
  importjobid: z.string(),
  solutionname: z.string().nullable().optional(),
  /** From 0 to 100. */
  progress: z.number().nullable().optional(),
  startedon: z.string().nullable().optional(),
  completedon: z.string().nullable().optional(),
  /** XML; `//solutionManifest/result/@result` is `success`, `failure` or `warning`. */
  data: z.string().nullable().optional(),
})

/** Work in the background: imports, exports, upgrades. Done is `statecode` 3, well only with `statuscode` 30. */
export const asyncOperations = readOperations({
  area: 'async-operations',
  table: 'asyncoperations',
  noun: 'piece of background work',
  row: asyncOperationRow,
})

/** Imports of solutions. */
export const importJobs = readOperations({
  area: 'import-jobs',
  table: 'importjobs',
  noun: 'solution import',
  row: importJobRow,
})
