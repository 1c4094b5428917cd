import { z } from 'zod'
import type { AcceptedCredentials, KnownFailure } from '../operation.ts'

/** Where every path begins. v9.0 and v9.1 answer alike; older clients still use them. */
export const webApi = '/api/data/v9.2'

/** A token of an application is taken once the application is a user of the organisation. */
export const applicationUser: AcceptedCredentials = {
  application: 'registered',
  delegated: 'accepted',
  alternative:
    'Add the application as an application user of this environment first (application-users.create, or application-users.add).',
}

const impersonation = {
  /** Object id in the directory of the person to act for; the caller needs the right to act on behalf of others. */
  callerobjectid: z.string().optional(),
  /** The same by `systemuserid`. */
  mscrmcallerid: z.string().optional(),
}

/** Headers of calls that read. */
export const readHeaders = z.object({
  /** `odata.maxpagesize=n`, `odata.include-annotations="*"`; several parted by a comma. */
  prefer: z.string().optional(),
  /** An ETag: 304 comes back when the row is still the same. */
  'if-none-match': z.string().optional(),
  /** `Strong` reads past caches of metadata and privileges. */
  consistency: z.string().optional(),
  ...impersonation,
})

/** Headers of calls that write. */
export const writeHeaders = z.object({
  /** `return=representation` brings the row back. */
  prefer: z.string().optional(),
  /** Unique name of the unmanaged solution that a new component becomes part of. */
  'mscrm.solutionuniquename': z.string().optional(),
  /** `*` keeps an upsert from changing a row that exists (412). */
  'if-none-match': z.string().optional(),
  ...impersonation,
})

/** Headers of a change to a row that must exist. */
export const updateHeaders = writeHeaders.extend({
  /** The row's ETag, or `*` for whatever version is there. Without it the call would create a missing row. */
  'if-match': z.string(),
})

/** Headers of a removal. */
export const deleteHeaders = z.object({ 'if-match': z.string().optional(), ...impersonation })

/** Headers of actions and functions. */
export const actionHeaders = z.object({ prefer: z.string().optional(), ...impersonation })

/** Query options of one row. */
export const rowQuery = z.object({ $select: z.string().optional(), $expand: z.string().optional() })

/** Query options of a list. */
export const listQuery = rowQuery.extend({
  $filter: z.string().optional(),
  $orderby: z.string().optional(),
  $top: z.string().optional(),
  /** `true` adds `@odata.count`, which stops at 5,000. */
  $count: z.string().optional(),
})

/** What every call may answer. */
export const organizationFailures: readonly KnownFailure[] = [
  { status: 401, failure: 'token-refused' },
  { status: 403, code: '0x80072560', failure: 'not-an-organization-user' },
  { status: 403, code: '0x80040220', failure: 'privilege-missing' },
  { status: 429, code: '0x80072322', failure: 'requests-exhausted' },
  { status: 429, code: '0x80072321', failure: 'execution-time-exhausted' },
  { status: 429, code: '0x80072326', failure: 'concurrency-exhausted' },
]

/** What a query adds. */
export const queryFailures: readonly KnownFailure[] = [
  ...organizationFailures,
  { status: 400, code: '0x80060888', failure: 'query-not-understood' },
]

/** What a call for one row adds. */
export const rowFailures: readonly KnownFailure[] = [
  ...queryFailures,
  { status: 404, code: '0x80040217', failure: 'row-not-found' },
]

/** What writing adds. */
export const writeFailures: readonly KnownFailure[] = [
  ...organizationFailures,
  { status: 400, code: '0x80048d19', failure: 'body-not-understood' },
  { status: 404, code: '0x80040217', failure: 'row-not-found' },
  { status: 412, code: '0x80060882', failure: 'row-changed-meanwhile' },
  { status: 412, code: '0x80040237', failure: 'row-exists-already' },
]

/** What work on solutions adds: one organisation does one piece at a time. */
export const solutionWorkFailures: readonly KnownFailure[] = [
  ...organizationFailures,
  { status: 429, code: '0x80071151', failure: 'solution-work-running' },
]

/** What removing a component adds while others need it. */
export const neededComponent: readonly KnownFailure[] = [{ status: 400, code: '0x8004f01f', failure: 'row-in-use' }]
