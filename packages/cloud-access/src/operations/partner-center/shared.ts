import { z } from 'zod'
import type { Source } from '../evidence.ts'
import type { AcceptedCredentials, KnownFailure } from '../operation.ts'

/** Where every shape here comes from, and how sure that makes us. */
export const partnerCenterSources: readonly [Source, ...Source[]] = [
  { name: 'Partner Center REST reference, translation of October 2021', confidence: 'documentation' },
  {
    name: 'General knowledge of the service, not looked up',
    confidence: 'unverified',
    covers: 'whether anything changed since',
  },
]

/** Accounts of a customer's users were read in an older copy, in English. */
export const customerUserSources: readonly [Source, ...Source[]] = [
  { name: 'Partner Center REST reference, December 2017', confidence: 'documentation' },
  {
    name: 'General knowledge of the service, not looked up',
    confidence: 'unverified',
    covers: 'whether anything changed since',
  },
]

/** Said on every page. */
export const translatedNote =
  'The shapes come from a translation of Microsoft’s reference of October 2021; nothing here was tried against the service. Compare with today’s reference before money depends on it.'

/** Said where something is ordered or changed. */
export const repeatedNote =
  'The reference promises that a call repeated with the same `MS-RequestId` is carried out once. The client repeats it with the same header; after a restart, take the id from your own journal.'

/** Said where an answer comes in pages. */
export const pagesNote =
  'Where `links.next` stands in an answer there is another page: the next request goes to its `uri` with its `headers` (`MS-ContinuationToken`). The reference shows this for invoices and customers; that every list does it is assumed.'

/** Secure application model: a person with several factors consented once for the application. */
export const eitherCredential: AcceptedCredentials = { application: 'accepted', delegated: 'accepted' }

/** Needs a person of the partner behind the token. */
export const partnerPerson: AcceptedCredentials = {
  application: 'refused',
  delegated: 'accepted',
  alternative:
    'Use the secure application model: a person of the partner signs in once with several factors, and the refresh token stays in a vault.',
}

/** The header that makes a repeated call harmless, for reads. */
export const tracedHeaders = z.object({
  'ms-requestid': z.string().optional(),
  'ms-correlationid': z.string().optional(),
})

/** The same for lists, which say in a header which page is asked for: the token of `links.next` of the page before. */
export const listHeaders = tracedHeaders.extend({ 'ms-continuationtoken': z.string().optional() })

/** The same, for calls that must not happen twice. */
export const orderingHeaders = z.object({
  'ms-requestid': z.guid(),
  'ms-correlationid': z.string().optional(),
})

/** What every call of Partner Center may answer. */
export const partnerCenterFailures: readonly KnownFailure[] = [
  { status: 401, failure: 'token-refused' },
  { status: 403, failure: 'not-allowed' },
  { status: 404, failure: 'not-found' },
  { status: 429, failure: 'throttled' },
]

/** What every call about one customer may answer. */
export const customerFailures: readonly KnownFailure[] = [
  ...partnerCenterFailures,
  { status: 404, code: '20002', failure: 'partner-relationship-missing' },
]

const link = z.looseObject({
  uri: z.string(),
  headers: z.array(z.looseObject({ key: z.string(), value: z.string() })).optional(),
})

/** A list as Partner Center gives it. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.looseObject({
    totalCount: z.number().optional(),
    items: z.array(item),
    links: z.looseObject({ next: link.nullable().optional() }).optional(),
  })
}
