import type { DraftSubject } from '@sevenstep/findings'
import { checkSubject, type RuleChoice } from '@sevenstep/rule-engine'
import type { Edition } from '../engine/sign-in-subject.ts'
import { tokenFamilies } from '../generated/token-families.ts'
import { readToken } from './read-token.ts'
import type { TokenExpectation, TokenFamily } from './token-subject.ts'

/** How to check a token; everything has a default. */
export interface TokenOptions extends RuleChoice {
  readonly edition?: Edition
  /** Rule families to run instead of all. */
  readonly families?: readonly TokenFamily[]
}

/**
 * Checks whether a token is the one that an API will take: audience, scopes, times, tenant, client, issuer, and that a
 * user stands behind it. Nothing is sent anywhere, the signature is not verified, and no part of the result holds the
 * token. Never throws.
 */
export function checkToken(text: string, expected: TokenExpectation, options: TokenOptions = {}): DraftSubject {
  const { settings, only, skip, edition = 'current', families = tokenFamilies } = options
  const { findings, notChecked } = checkSubject({
    subject: { token: readToken(text), expected },
    files: [],
    families,
    choice: { profile: 'production', edition, settings, only, skip },
  })
  const subject = { path: 'token', kind: 'token', profile: expected.api, target: edition, findings }
  return notChecked.length === 0 ? subject : { ...subject, notChecked }
}
