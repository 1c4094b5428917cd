import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { actionHeaders, applicationUser, rowFailures, webApi } from './dataverse-requests.ts'
import { dataverseSource } from './dataverse-sources.ts'

/** A row named by type and id, for example `{"@odata.type":"Microsoft.Dynamics.CRM.workflow","workflowid":"…"}`. */
const rowReference = z.looseObject({ '@odata.type': z.string() })

const principalAccess = z.looseObject({
  Principal: rowReference,
  /** Names of rights parted by commas: `ReadAccess, WriteAccess`. */
  AccessMask: z.string(),
})

const common = {
  service: 'dataverse',
  credentials: applicationUser,
  failures: rowFailures,
  sources: [dataverseSource('flowCode', 'documentation'), dataverseSource('docs', 'documentation')],
} as const

/** Sharing a row, such as a cloud flow, with users of the organisation. */
export const sharing = {
  grant: defineOperation({
    ...common,
    id: 'sharing.grant',
    title: 'Shares a row with a user.',
    method: 'POST',
    path: `${webApi}/GrantAccess`,
    request: {
      headers: actionHeaders,
      body: z.looseObject({ Target: rowReference, PrincipalAccess: principalAccess }),
    },
    responses: { 204: z.undefined() },
    repetition: 'idempotent',
  }),
  modify: defineOperation({
    ...common,
    id: 'sharing.modify',
    title: 'Replaces the rights of a user on a row.',
    method: 'POST',
    path: `${webApi}/ModifyAccess`,
    request: {
      headers: actionHeaders,
      body: z.looseObject({ Target: rowReference, PrincipalAccess: principalAccess }),
    },
    responses: { 204: z.undefined() },
    repetition: 'idempotent',
  }),
  revoke: defineOperation({
    ...common,
    id: 'sharing.revoke',
    title: 'Takes a row back from a user.',
    method: 'POST',
    path: `${webApi}/RevokeAccess`,
    request: { headers: actionHeaders, body: z.looseObject({ Target: rowReference, Revokee: rowReference }) },
    responses: { 204: z.undefined() },
    repetition: 'idempotent',
  }),
  list: defineOperation({
    ...common,
    id: 'sharing.list',
    title: 'Lists with whom a row is shared.',
    method: 'GET',
    path: `${webApi}/RetrieveSharedPrincipalsAndAccess(Target=@tid)`,
    request: {
      /** `{'@odata.id':'workflows(id)'}` */
      query: z.object({ '@tid': z.string() }),
      headers: actionHeaders,
    },
    responses: { 200: z.looseObject({ PrincipalAccesses: z.array(principalAccess) }) },
    repetition: 'safe',
  }),
}
