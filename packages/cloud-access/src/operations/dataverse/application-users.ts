import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { actionHeaders, applicationUser, rowFailures, webApi, writeFailures } from './dataverse-requests.ts'
import { dataverseSource } from './dataverse-sources.ts'
import { readOperations, tableOperations } from './table-operations.ts'

/** A person or an application as a user of the organisation. */
export const systemUserRow = z.looseObject({
  systemuserid: z.string(),
  fullname: z.string().nullable().optional(),
  domainname: z.string().nullable().optional(),
  /** Set for an application user: its client id. */
  applicationid: z.string().nullable().optional(),
  /** Object id in the directory. */
  azureactivedirectoryobjectid: z.string().nullable().optional(),
  /** 0 read and write, 4 non-interactive (applications). */
  accessmode: z.number().nullable().optional(),
  isdisabled: z.boolean().nullable().optional(),
  /** 0 not deleted, 1 soft-deleted. */
  deletedstate: z.number().nullable().optional(),
  _businessunitid_value: z.string().nullable().optional(),
})

const roleLink = z.object({ user: z.string() })
const terraform = [dataverseSource('terraform', 'source'), dataverseSource('docs', 'documentation')] as const
const common = { service: 'dataverse', credentials: applicationUser, sources: terraform } as const

/** Users of the organisation. An application becomes one here, or through environments' own operation for it. */
export const applicationUsers = {
  ...tableOperations({
    area: 'application-users',
    table: 'systemusers',
    noun: 'user',
    row: systemUserRow,
    create: z.looseObject({
      applicationid: z.string(),
      accessmode: z.number().optional(),
      isdisabled: z.boolean().optional(),
      /** `/businessunits(id)` */
      'businessunitid@odata.bind': z.string(),
    }),
    update: z.looseObject({ isdisabled: z.boolean().optional() }),
    notes: [
      'A soft-deleted application user (deletedstate other than 0) keeps the application from being added again until it is removed for good.',
    ],
  }),
  assignRole: defineOperation({
    ...common,
    id: 'application-users.assign-role',
    title: 'Gives a user a security role.',
    method: 'POST',
    path: `${webApi}/systemusers({user})/systemuserroles_association/$ref`,
    request: {
      path: roleLink,
      headers: actionHeaders,
      /** Absolute address of the role: `https://org…/api/data/v9.2/roles(id)`. */
      body: z.looseObject({ '@odata.id': z.string() }),
    },
    responses: { 204: z.undefined() },
    repetition: 'idempotent',
    failures: writeFailures,
  }),
  takeRole: defineOperation({
    ...common,
    id: 'application-users.take-role',
    title: 'Takes a security role from a user.',
    method: 'DELETE',
    path: `${webApi}/systemusers({user})/systemuserroles_association/$ref`,
    request: { path: roleLink, query: z.object({ $id: z.string() }), headers: actionHeaders },
    responses: { 204: z.undefined() },
    repetition: 'idempotent',
    failures: rowFailures,
  }),
}

/** Security roles. */
export const roles = readOperations({
  area: 'roles',
  table: 'roles',
  noun: 'security role',
  row: z.looseObject({
    roleid: z.string(),
    name: z.string(),
    _businessunitid_value: z.string().nullable().optional(),
  }),
})

/** Business units; the root has no parent. */
export const businessUnits = readOperations({
  area: 'business-units',
  table: 'businessunits',
  noun: 'business unit',
  row: z.looseObject({
    businessunitid: z.string(),
    name: z.string().nullable().optional(),
    _parentbusinessunitid_value: z.string().nullable().optional(),
  }),
})
