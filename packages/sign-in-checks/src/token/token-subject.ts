import { type RuleFamily, ruleFamilyOf } from '@sevenstep/rule-engine'
import type { ApiKey } from '../data/permissions.ts'
import type { Edition, Profile } from '../engine/sign-in-subject.ts'
import type { ReadToken } from './token-claims.ts'

/** What a token is meant for. */
export interface TokenExpectation {
  /** The API it is to be sent to; `sign-in` for an ID token, which is for the application itself. */
  readonly api: ApiKey | 'sign-in'
  /** Scopes that it has to hold. */
  readonly scopes: readonly string[]
  /** The application that ought to have asked for it. */
  readonly clientId?: string | undefined
  /** The id of the tenant whose user ought to be signed in. */
  readonly tenant?: string | undefined
  /** The address of the environment, for Dataverse, whose tokens name it. */
  readonly environment?: string | undefined
  /** Seconds since 1970. */
  readonly now: number
}

/** What rules about a token look at: its claims, never the token. */
export interface TokenSubject {
  readonly token: ReadToken
  readonly expected: TokenExpectation
}

/** A family of rules about tokens. */
export type TokenFamily = RuleFamily<TokenSubject, Profile, Edition>

/** Where findings about a token point: there is no file, and nothing of it is shown. */
export const tokenPlace: { readonly path: string } = { path: 'token' }

/** Gives a family about tokens its type. */
export const defineTokenFamily: (family: TokenFamily) => TokenFamily = ruleFamilyOf<TokenSubject, Profile, Edition>()
