import type { ListingFacts } from '../../src/engine/listing-facts.ts'
import type { Edition } from '../../src/engine/listing-subject.ts'

/** The faultless offers that faults are planted in. */
export type CleanOffer = 'saas' | 'dataverse'

/** A change to the offer's folder. Pointers are RFC 6901 and lead into `offer.json`. */
export type Change =
  | { readonly set: string; readonly to: unknown }
  | { readonly remove: string }
  | { readonly put: string; readonly bytes: () => Uint8Array }
  | { readonly lose: string }
  /** Changes a text in the AppSource package; `package.zip/…` leads into the archive inside it. */
  | { readonly inPackage: string; readonly from: string; readonly to: string }
  | { readonly putInPackage: string; readonly bytes: () => Uint8Array }
  | { readonly loseInPackage: string }
  | { readonly renameInPackage: string; readonly as: string }
  /** Packs everything of the AppSource package into one folder more. */
  | { readonly nestPackageIn: string }

/** A place at which a good checker points. */
export type ExpectedPlace =
  | { readonly pointer: string }
  | { readonly file: string }
  /** An entry of the AppSource package; with a text, the line that holds it. */
  | { readonly entry: string; readonly line?: string }

/** A fault as vendors make it, planted in an offer that nothing is wrong with. */
export interface BlindFault {
  /** What the vendor did. */
  readonly name: string
  /** Why it is sent back, or which limit it breaks. */
  readonly reason: string
  /** `rejection` for a reason that reviewers or the marketplace send offers back for, `limit` for a documented limit. */
  readonly basis: 'rejection' | 'limit'
  /** Where the reason stands. */
  readonly source: string
  readonly offers: readonly CleanOffer[]
  readonly changes: readonly Change[]
  readonly facts?: ListingFacts
  /** `current` when left out. */
  readonly edition?: Edition
  /** One of them has to be named. */
  readonly at: readonly ExpectedPlace[]
  /** How grave it is at least. */
  readonly severity: 'error' | 'warning' | 'info'
  /** What was expected wrongly before the first run, and why it was changed after it. */
  readonly corrected?: string
}

/** The day of all checks, so that what ends does not end with the calendar. */
export const today = '2026-03-02'

export const bothOffers: readonly CleanOffer[] = ['saas', 'dataverse']

/** Pages that the sources below are read from. */
export const sources = {
  fields: 'https://learn.microsoft.com/partner-center/marketplace/dynamics-365-customer-engage-offer-listing',
  properties: 'https://learn.microsoft.com/partner-center/marketplace/dynamics-365-customer-engage-properties',
  availability: 'https://learn.microsoft.com/partner-center/marketplace/dynamics-365-customer-engage-availability',
  technical:
    'https://learn.microsoft.com/partner-center/marketplace/dynamics-365-customer-engage-technical-configuration',
  criteria: 'https://learn.microsoft.com/partner-center/marketplace/marketplace-criteria-content-validation',
  saasListing: 'https://learn.microsoft.com/partner-center/marketplace/create-new-saas-offer-listing',
  saasPlan: 'https://learn.microsoft.com/partner-center/marketplace/plan-saas-offer',
  categories: 'https://learn.microsoft.com/partner-center/marketplace/categories',
  policies: 'https://learn.microsoft.com/legal/marketplace/certification-policies',
  package: 'https://learn.microsoft.com/power-platform/developer/appsource/create-package-app',
  checklist: 'https://learn.microsoft.com/power-platform/developer/appsource/appendix-app-certification-checklist',
  leads:
    'https://learn.microsoft.com/partner-center/marketplace/partner-center-portal/commercial-marketplace-get-customer-leads',
  testDrive: 'https://learn.microsoft.com/power-automate/developer/dev-appsource-test-drive',
  landingPage: 'https://learn.microsoft.com/partner-center/marketplace/azure-ad-free-or-trial-landing-page',
  reviewed: 'https://learn.microsoft.com/partner-center/marketplace/gtm-offer-listing-best-practices',
} as const
