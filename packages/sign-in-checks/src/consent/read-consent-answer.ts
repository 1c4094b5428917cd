import { addressOf } from '../registration/read-app-registration.ts'
import { isGuid } from '../rules/guid.ts'
import { explainError } from './explain-error.ts'

/** What came back from the page on which an administrator agrees. */
export type ConsentAnswer =
  | {
      readonly outcome: 'granted'
      /**
       * Which tenant the answer names. Anybody can write any tenant into an address: never let somebody in, and never
       * unlock anything, because of it; ask for a token of that tenant, and believe the token.
       */
      readonly claimedTenant: string
      readonly scopes: readonly string[]
    }
  | {
      readonly outcome: 'refused'
      /** Entra's word, such as `access_denied`. */
      readonly error: string
      /** The number in Entra's message, such as `AADSTS65004`, when there is one. */
      readonly code: string | undefined
      readonly why: string
      readonly fix: string
    }
  | { readonly outcome: 'not-an-answer'; readonly why: string; readonly fix: string }

/** What the answer is compared with. */
export interface ExpectedAnswer {
  /** The state that was sent, from where it was remembered. */
  readonly state: string
  /** The tenant that was asked, when one was. */
  readonly tenant?: string
}

/** Reads the address an administrator came back to, or its query. An answer without the right state is no answer. Never throws. */
export function readConsentAnswer(address: string, expected: ExpectedAnswer): ConsentAnswer {
  const values = addressOf(address)?.searchParams ?? new URLSearchParams(address.replace(/^[^?]*\?/, ''))
  if (expected.state === '' || values.get('state') !== expected.state) {
    return notAnAnswer(
      'Its state is not the one that was sent, so somebody else may have made it.',
      'Ignore it, and send the administrator to a new consent address.',
    )
  }
  const error = values.get('error')
  if (error !== null) {
    const { code, why, fix } = explainError(values.get('error_description') ?? '', error)
    return { outcome: 'refused', error, code, why, fix }
  }
  const tenant = values.get('tenant') ?? ''
  if (values.get('admin_consent')?.toLowerCase() !== 'true' || !isGuid(tenant)) {
    return notAnAnswer(
      'It says neither that consent was given, for a tenant, nor why not.',
      'Send the administrator to a new consent address.',
    )
  }
  if (
    expected.tenant !== undefined &&
    isGuid(expected.tenant) &&
    expected.tenant.toLowerCase() !== tenant.toLowerCase()
  ) {
    return notAnAnswer(
      'It names another tenant than the one that was asked.',
      'Ask who signed in: the consent may have been given in the wrong organisation.',
    )
  }
  return { outcome: 'granted', claimedTenant: tenant, scopes: (values.get('scope') ?? '').split(' ').filter(Boolean) }
}

function notAnAnswer(why: string, fix: string): ConsentAnswer {
  return { outcome: 'not-an-answer', why, fix }
}
