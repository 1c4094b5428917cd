import { createHash } from 'node:crypto'
import type { Text } from '@sevenstep/onboarding'
import canonicalize from 'canonicalize'
import type { auditEvents } from '../db/schema/index.ts'

/** One sentence of the record, as a verb gives it; who, when and the chain are added when it is written. */
export interface AuditEntry {
  /** What was done, as `subject.verb`, such as `evidence.submitted`. */
  readonly action: string
  readonly subjectType: string
  readonly subjectId: string
  /** What was done to which, without the actor: "asked for a review of step 2 of Fleet Connect". */
  readonly sentence: Text
  /** What changed, as JSON; never a secret, never bytes. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/** A row of the record. */
export type AuditEvent = typeof auditEvents.$inferSelect

/** The hash before the first event of a chain. */
export const chainStart = '0'.repeat(64)

/**
 * The hash that seals an event: SHA-256 over the hash before it and the event as canonical JSON (RFC 8785), in
 * hexadecimal. Changing, removing or inserting an event breaks every later hash of its chain.
 */
export function sealOf(event: Omit<AuditEvent, 'hash'>): string {
  const sealed = canonicalize({ ...event, at: event.at.toISOString() })
  return createHash('sha256').update(`${event.previousHash}\n${sealed}`).digest('hex')
}
