import type { FamilyFact } from '../item.ts'
import type { Instant } from '../vocabulary.ts'

/** Why nothing was answered; a closed list. */
export type ProbeFailure =
  | 'address-malformed'
  | 'scheme-refused'
  | 'port-refused'
  | 'credentials-refused'
  | 'name-unresolved'
  | 'address-private'
  | 'redirects-exceeded'
  | 'redirect-malformed'
  | 'timed-out'
  | 'connection-failed'
  | 'certificate-invalid'
  | 'answer-malformed'
  | 'too-large'

/** Why nobody could look; it says nothing of the address and turns no verdict. */
export type ProbeObstacle = 'switched-off' | 'no-way-out' | 'asked-to-wait' | 'interrupted'

/** Part of an address for an administrator’s consent. */
export type ConsentPart = 'address' | 'tenant' | 'client' | 'redirect' | 'scopes' | 'state'

/** What was seen at an address; what was not there, or not looked for, is absent. Nothing else of the answer is kept. */
export interface AddressFacts {
  readonly at: Instant
  /** From the first question to the end of the answer. */
  readonly milliseconds: number
  /** Answers on the way that led on to another address. */
  readonly hops: number
  /** Why there was no answer; then nothing below is there. */
  readonly failure?: ProbeFailure
  readonly status?: number
  /** The address that answered in the end, without query and fragment. */
  readonly finalAddress?: string
  readonly contentType?: string
  /** Cut to 200 characters. */
  readonly title?: string
  /** The headers that rules judge, by their name in lower case; each cut to 2,000 characters. */
  readonly headers?: Readonly<Record<string, string>>
  /** It is a page to sign in: Microsoft’s, or one that asks for a password. */
  readonly signIn?: 'microsoft' | 'other'
  /** Whether the title names the product. */
  readonly namesProduct?: boolean
  /** Whether the answer is an OpenID configuration. */
  readonly isOpenIdConfiguration?: boolean
  /** Parts of a consent address that are missing or wrong. */
  readonly wrongParts?: readonly ConsentPart[]
  /** What the rules that the item names said of the answer. */
  readonly families?: Readonly<Record<string, FamilyFact>>
  /** What those rules found that blocks; the first few, in the rules’ own English. */
  readonly findings?: readonly { readonly rule: string; readonly what: string; readonly fix: string }[]
}

/** An address handed in for an item, and what was seen there. */
export interface ProbedAddress {
  readonly probeId: string
  readonly evidenceId: string
  /** As it was handed in. */
  readonly address: string
  /** What the latest look saw that counts; absent until one did. */
  readonly seen?: AddressFacts
  /** From this moment on it no longer counts. */
  readonly validUntil?: Instant
  /** Why a later look saw nothing. */
  readonly unseen?: { readonly at: Instant; readonly obstacle: ProbeObstacle }
}

/** What was seen at all addresses that are handed in for an item. */
export interface ProbeRecord {
  /** In the order in which they were handed in. */
  readonly addresses: readonly ProbedAddress[]
  /** When they last showed what the item asks, if they ever did. */
  readonly passedAt?: Instant
}
