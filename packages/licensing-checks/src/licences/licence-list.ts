import type { JudgedFile, Place } from '@sevenstep/rule-engine'
import type { FlowUse } from '../entitlement/flow-use.ts'

/** The kinds of lists that are read; each is recognised by what stands in it. */
export type LicenceListFormat =
  | 'graph-subscriptions'
  | 'graph-licences-of-user'
  | 'graph-users'
  | 'partner-center-subscriptions'
  | 'partner-center-licences-of-user'
  | 'partner-center-orders'
  | 'combined'
  | 'flows'
  | 'csv'
  | 'csv-products'

/** The kinds in words. */
export const formatNames: Readonly<Record<LicenceListFormat, string>> = {
  'graph-subscriptions': 'subscriptions of a tenant (Microsoft Graph)',
  'graph-licences-of-user': 'licences of a user (Microsoft Graph)',
  'graph-users': 'users with licences (Microsoft Graph)',
  'partner-center-subscriptions': 'subscriptions of a customer (Partner Center)',
  'partner-center-licences-of-user': 'licences of a user (Partner Center)',
  'partner-center-orders': 'purchased subscriptions of a customer (Partner Center)',
  combined: 'licences of a tenant',
  flows: 'flows and who runs them',
  csv: 'table of users and licences (CSV)',
  'csv-products': 'table of products and seats (CSV)',
}

/**
 * Whether a plan of a licence works: `on`; `off`, an administrator took it away; `pending`, not provisioned yet or
 * waiting for somebody; `unknown`, the list does not say.
 */
export type PlanState = 'on' | 'off' | 'pending' | 'unknown'

/** A licence as a list says that somebody holds it. */
export interface HeldLicence {
  /** GUID in lower case; nothing where the list only has a name that stands for no product or for several. */
  readonly skuId: string | undefined
  /** What the list calls it. */
  readonly name: string
  /**
   * By what it was recognised: `held` for a name that one product of the tenant has, by another list; `several` for a name that
   * products share, `nothing` for one that the catalogue lacks.
   */
  readonly matchedBy: 'id' | 'held' | 'name' | 'several' | 'nothing'
  /** How the plans are that the list does not name. */
  readonly others: PlanState
  /** Whether a plan works, by its id in lower case. */
  planState(planId: string): PlanState
  /** Plans the list names, with their state and place; empty where it names none. */
  readonly plans: readonly HeldPlan[]
  readonly at: Place
}

/** A plan of a held licence as the list has it. */
export interface HeldPlan {
  readonly id: string
  readonly name: string
  /** As it stands in the list, for example `PendingInput`. */
  readonly status: string
  readonly state: PlanState
  readonly at: Place
}

/** A person of a list. */
export interface LicensedUser {
  /** Object id or, without one, the user name; in lower case: how users of several lists are brought together. */
  readonly id: string
  /** User name (UPN), else whatever names the person. */
  readonly name: string
  readonly isGuest: boolean
  /** False for an account that cannot sign in. */
  readonly isEnabled: boolean
  /** Two letters; null where the list has the field and it is empty; nothing where the list has no such field. */
  readonly usageLocation: string | null | undefined
  readonly licences: readonly HeldLicence[]
  /** Whether the list says how the assignment of licences went; left out, no error proves nothing. */
  readonly saysAssignments: boolean
  /** What went wrong when licences were assigned. */
  readonly assignmentErrors: readonly AssignmentError[]
  readonly at: Place
}

/** An assignment that failed or is in doubt. */
export interface AssignmentError {
  readonly skuId: string
  /** As Graph names it, for example `CountViolation`. */
  readonly error: string
  readonly state: string
  readonly at: Place
}

/** A product of which the tenant holds seats. */
export interface Subscription {
  readonly skuId: string
  readonly name: string
  /** As it stands in the list: `Enabled`, `Warning`, `Suspended`, … */
  readonly status: string | undefined
  /** Seats that may be assigned, those in their grace time included. */
  readonly seats: number | undefined
  readonly used: number | undefined
  /** True where the list names the product by its title alone. */
  readonly isByName?: true
  readonly at: Place
}

/** A purchase as Partner Center or Graph knows it, with its end. */
export interface Purchase {
  readonly id: string
  readonly name: string
  readonly skuId: string | undefined
  readonly status: string | undefined
  readonly isTrial: boolean | undefined
  readonly autoRenew: boolean | undefined
  /** `YYYY-MM-DD`. */
  readonly ends: string | undefined
  readonly at: Place
}

/** A file that was read. */
export interface ReadLicenceFile {
  readonly file: JudgedFile
  /** Nothing where it is no list of licences. */
  readonly format: LicenceListFormat | undefined
  readonly subscriptions: readonly Subscription[]
  readonly purchases: readonly Purchase[]
  readonly users: readonly LicensedUser[]
  readonly flows: readonly FlowUse[]
  /** What could not be used, with its place. */
  readonly problems: readonly ReadProblem[]
  /** Values that nobody should see again, such as the password in an answer of Partner Center. */
  readonly secrets: readonly Place[]
}

/** Something in a file that could not be used. */
export interface ReadProblem {
  /** What is wrong, as a sentence without its last stop. */
  readonly what: string
  readonly at: Place
}
