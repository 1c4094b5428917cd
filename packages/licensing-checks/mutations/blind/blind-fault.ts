import type { LicensingFacts } from '../../src/engine/licensing-facts.ts'

/** A change to a list of the tenant. Pointers are RFC 6901. */
export type Change =
  | { readonly in: ListName; readonly set: string; readonly to: unknown }
  | { readonly in: ListName; readonly remove: string }
  | { readonly in: ListName; readonly replace: string; readonly by: string }

/** The lists of the faultless tenant. */
export type ListName = 'users.json' | 'subscriptions.json' | 'flows.json' | 'purchases.json' | 'table.csv'

/** A place at which a good checker points: a node or what lies in it, or a line of a text. */
export interface ExpectedPlace {
  readonly file: ListName
  readonly pointer?: string
  /** The line that holds this text. */
  readonly line?: string
}

/** A fault of a customer’s licences, planted in a tenant that nothing is wrong with. */
export interface BlindFault {
  readonly name: string
  readonly reason: string
  /** `refusal` where Microsoft refuses an order or an assignment, or switches flows off; `limit` for a documented limit. */
  readonly basis: 'refusal' | 'limit'
  readonly source: string
  /** The lists that are checked; the four JSON lists when left out. */
  readonly lists?: readonly ListName[]
  readonly changes: readonly Change[]
  readonly facts?: LicensingFacts
  /** One of them has to be named; empty where only facts tell and any list may carry the finding. */
  readonly at: readonly ExpectedPlace[]
  readonly severity: 'error' | 'warning' | 'info'
  /** What was expected wrongly before the first run, and why it was changed after it. */
  readonly corrected?: string
}

/** The day of all checks. */
export const today = '2026-03-02'

/** Pages that the sources are read from. */
export const sources = {
  types: 'https://learn.microsoft.com/power-platform/admin/power-automate-licensing/types',
  faq: 'https://learn.microsoft.com/power-platform/admin/power-automate-licensing/faqs',
  limits: 'https://learn.microsoft.com/power-platform/admin/api-request-limits-allocations',
  seeded: 'https://learn.microsoft.com/power-platform/admin/power-automate-licensing/seeded-licenses',
  subscribedSkus: 'https://learn.microsoft.com/graph/api/subscribedsku-list',
  licenseDetails: 'https://learn.microsoft.com/graph/api/user-list-licensedetails',
  assignLicense: 'https://learn.microsoft.com/graph/api/user-assignlicense',
  assignmentState: 'https://learn.microsoft.com/graph/api/resources/licenseassignmentstate',
  partnerCenter: 'https://learn.microsoft.com/partner-center/developer/scenarios',
  agreement: 'https://learn.microsoft.com/partner-center/customers/confirm-customer-agreement',
} as const
