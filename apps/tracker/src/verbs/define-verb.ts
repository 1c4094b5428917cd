import type { ItemId } from '@sevenstep/onboarding'
import type { ZodType } from 'zod'
import type { AuditEntry } from '../audit/event.ts'
import type { Transaction } from '../db/scope.ts'
import type { NewId } from '../domain/ids.ts'
import type { Place, Principal } from '../domain/principal.ts'
import type { Action } from '../domain/roles.ts'

/** What a verb works with. */
export interface VerbContext {
  readonly transaction: Transaction
  readonly principal: Principal
  readonly place: Place
  readonly now: Date
  readonly newId: NewId
}

/** A verb's place in an ISV: `isvId` is never null there. */
export interface IsvContext extends VerbContext {
  readonly place: { readonly organizationId: string; readonly isvId: string }
}

/** Work to be done once the change is committed. */
export interface JobRequest {
  readonly kind: string
  readonly payload: Readonly<Record<string, string>>
  /** Two waiting jobs with the same key are one. */
  readonly key?: string
  readonly runAt?: Date
}

/** The product whose derived state has to follow the change. */
export interface Touched {
  readonly productId: string
  /** The items whose sources changed; `all` after goals, edition or rule set changed. */
  readonly items: readonly ItemId[] | 'all'
}

/** What a verb did. There is no way to report a change without its sentence for the record. */
export type Outcome<Result> =
  | {
      readonly changed: true
      readonly result: Result
      readonly audit: readonly [AuditEntry, ...AuditEntry[]]
      readonly touched: readonly Touched[]
      readonly jobs: readonly JobRequest[]
    }
  | { readonly changed: false; readonly result: Result }

/** Reports a change. */
export function changed<Result>(
  result: Result,
  audit: AuditEntry | readonly [AuditEntry, ...AuditEntry[]],
  more: { readonly touched?: readonly Touched[]; readonly jobs?: readonly JobRequest[] } = {},
): Outcome<Result> {
  const entries: readonly [AuditEntry, ...AuditEntry[]] = 'action' in audit ? [audit] : audit
  return { changed: true, result, audit: entries, touched: more.touched ?? [], jobs: more.jobs ?? [] }
}

/** Reports that everything was already so. */
export function unchanged<Result>(result: Result): Outcome<Result> {
  return { changed: false, result }
}

/** Something that can be done, with its guards. Made by {@link defineVerb}, carried out by `execute`. */
export interface Verb<Input, Result, Context extends VerbContext = VerbContext> {
  readonly name: string
  readonly where: 'isv' | 'programme'
  /** Any one of these is enough; what else depends on the case is checked in `run`. */
  readonly allowed: readonly [Action, ...Action[]]
  readonly input: ZodType<Input>
  readonly run: (context: Context, input: Input) => Promise<Outcome<Result>>
}

/**
 * Defines a verb. `execute` then checks the permission, parses the input, opens a transaction with the tenant set,
 * runs it, brings the product's derived state up to date and writes the record, all or nothing; a verb cannot forget
 * any of it. `run` must have no effect outside the transaction, since it may be repeated after a deadlock.
 *
 * The result has to be JSON: a repeated request with the same idempotency key gets it from the database.
 */
export function defineVerb<Input, Result>(
  verb: Omit<Verb<Input, Result, IsvContext>, 'where'> & { readonly where: 'isv' },
): Verb<Input, Result, IsvContext>
export function defineVerb<Input, Result>(
  verb: Omit<Verb<Input, Result>, 'where'> & { readonly where: 'programme' },
): Verb<Input, Result>
export function defineVerb<Definition>(verb: Definition): Definition {
  return verb
}
