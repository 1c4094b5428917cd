import { z } from 'zod'
import type { evidenceVersions } from '../../db/schema/index.ts'
import type { RowOf } from '../../reads/api/read-rows.ts'
import { personIn } from './rows.ts'
import { moment, named, person, version } from './schemas.ts'

type Names = ReadonlyMap<string, string>

/** One version of a piece of evidence. */
const evidenceVersion = z.object({
  number: z.int(),
  kind: z.enum(['file', 'link', 'statement']),
  fileName: z.string().nullable(),
  mediaType: z.string().nullable(),
  size: z.int().nullable(),
  hash: z.string().meta({ description: 'SHA-256 in hexadecimal.' }),
  link: z.string().nullable(),
  statement: z.string().nullable(),
  uploadedBy: z.string(),
  uploadedAt: moment,
})

/** A piece of evidence with its versions. */
export const evidenceSchema = named(
  'Evidence',
  z.object({
    id: z.string(),
    version,
    productId: z.string(),
    itemId: z.string(),
    state: z.string(),
    current: z.int().meta({ description: 'Number of the version that counts.' }),
    validUntil: moment.nullable(),
    acceptedHash: z.string().nullable(),
    createdBy: z.string(),
    createdAt: moment,
    updatedAt: moment,
    versions: z.array(evidenceVersion),
  }),
)

/** Puts a piece and its versions together. */
export function tellEvidence(row: RowOf<'evidence'>, versions: readonly (typeof evidenceVersions.$inferSelect)[]) {
  return { ...row, versions: versions.filter(({ evidenceId }) => evidenceId === row.id) }
}

/** What our server saw at an address, or why it did not look. */
const addressFacts = z
  .object({
    at: moment,
    milliseconds: z.int(),
    hops: z.int(),
    failure: z.string().optional(),
    status: z.int().optional(),
    finalAddress: z.string().optional(),
    contentType: z.string().optional(),
    title: z.string().optional(),
    headers: z.record(z.string(), z.string()).optional(),
    signIn: z.enum(['microsoft', 'other']).optional(),
    namesProduct: z.boolean().optional(),
    isOpenIdConfiguration: z.boolean().optional(),
    wrongParts: z.array(z.string()).optional(),
    findings: z.array(z.object({ rule: z.string(), what: z.string(), fix: z.string() })).optional(),
    families: z
      .record(
        z.string(),
        z.object({ outcome: z.string(), errors: z.int(), warnings: z.int(), first: z.string().optional() }),
      )
      .optional(),
  })
  .meta({ description: 'What was seen; `failure` says why there was no answer.' })

/** An address that was handed in, and what our server saw there. */
export const probeSchema = named(
  'Probe',
  z.object({
    id: z.string(),
    version,
    productId: z.string(),
    itemId: z.string(),
    evidenceId: z.string(),
    number: z.int().meta({ description: 'The version of the evidence that holds the address.' }),
    address: z.string(),
    seen: addressFacts.nullable(),
    doubt: addressFacts.nullable().meta({
      description: 'A failure that may pass by itself; it counts when the next look sees one too.',
    }),
    unseen: z
      .object({ at: moment, obstacle: z.enum(['switched-off', 'no-way-out', 'asked-to-wait', 'interrupted']) })
      .nullable()
      .meta({ description: 'Why the latest look saw nothing.' }),
    passedAt: moment.nullable(),
    lookedAt: moment.nullable(),
    nextLookAt: moment,
    createdAt: moment,
  }),
)

/** A comment, or an internal note for those who may read it. A hidden one keeps its place and loses its words. */
export const commentSchema = named(
  'Comment',
  z.object({
    id: z.string(),
    version,
    productId: z.string(),
    itemId: z.string().nullable(),
    visibility: z.enum(['internal', 'shared']),
    authorId: z.string(),
    authorName: z.string(),
    body: z.string().nullable(),
    hiddenAt: moment.nullable(),
    createdAt: moment,
    updatedAt: moment,
  }),
)

/** A comment as it is told; what was hidden is not. */
export function tellComment(row: RowOf<'comments'>) {
  return { ...row, body: row.hiddenAt === null ? row.body : null }
}

/** A waiver asked for, in force, or over. */
export const waiverSchema = named(
  'Waiver',
  z.object({
    id: z.string(),
    version,
    productId: z.string(),
    itemId: z.string(),
    state: z.enum(['requested', 'approved', 'denied', 'revoked', 'expired']),
    reason: z.string(),
    requestedBy: person,
    requestedAt: moment,
    decidedBy: person.nullable(),
    decidedAt: moment.nullable(),
    decisionNote: z.string().nullable(),
    expiresAt: moment.nullable(),
  }),
)

/** A waiver with the names of its people. */
export function tellWaiver(row: RowOf<'waivers'>, names: Names) {
  return { ...row, requestedBy: personIn(names, row.requestedBy), decidedBy: personIn(names, row.decidedBy) }
}

/** An objection to a finding, and the answer to it. */
export const disputeSchema = named(
  'Dispute',
  z.object({
    id: z.string(),
    version,
    productId: z.string(),
    itemId: z.string(),
    runId: z.string(),
    rule: z.string(),
    fingerprint: z.string(),
    reason: z.string(),
    state: z.enum(['open', 'upheld', 'declined']),
    openedBy: person,
    openedAt: moment,
    answer: z.string().nullable(),
    answeredBy: person.nullable(),
    answeredAt: moment.nullable(),
  }),
)

/** An objection with the names of its people. */
export function tellDispute(row: RowOf<'disputes'>, names: Names) {
  return { ...row, openedBy: personIn(names, row.openedBy), answeredBy: personIn(names, row.answeredBy) }
}
