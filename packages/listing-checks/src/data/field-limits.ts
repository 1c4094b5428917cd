import type { Edition, Profile } from '../engine/listing-subject.ts'
import type { SourceKey } from './sources.ts'

/** How much a field may hold. */
export interface FieldLimit {
  /** Where the field stands in an offer, as a path of keys. */
  readonly path: readonly string[]
  /** What people call it. */
  readonly title: string
  readonly unit: 'characters' | 'entries'
  /** The most that is taken today. */
  readonly current: number
  /** Another number in February 2018. */
  readonly early?: number
  /** Offer types that have the field; both when left out. */
  readonly profiles?: readonly Profile[]
  readonly source: SourceKey
  /** Set where the number is known at second hand or differs between pages. */
  readonly confidence?: 'low'
  readonly note?: string
}

/** Every field with a limit on its length or on how many entries it has. Numbers that change are changed here alone. */
export const fieldLimits = {
  offerId: { path: ['offerId'], title: 'offer ID', unit: 'characters', current: 50, source: 'dataverse-setup' },
  name: {
    path: ['listing', 'name'],
    title: 'name',
    unit: 'characters',
    current: 200,
    early: 50,
    source: 'dataverse-listing',
    note: 'An older page says 50.',
  },
  summary: {
    path: ['listing', 'summary'],
    title: 'search summary',
    unit: 'characters',
    current: 100,
    source: 'dataverse-listing',
  },
  description: {
    path: ['listing', 'description'],
    title: 'description',
    unit: 'characters',
    current: 3000,
    source: 'dataverse-listing',
    note: 'Mark-up counts. Partner Center may take 5,000 by now; the pages that were read say 3,000.',
  },
  gettingStarted: {
    path: ['listing', 'gettingStarted'],
    title: 'getting started instructions',
    unit: 'characters',
    current: 3000,
    profiles: ['saas'],
    source: 'saas-listing',
  },
  keywords: {
    path: ['listing', 'keywords'],
    title: 'search keywords',
    unit: 'entries',
    current: 3,
    source: 'dataverse-listing',
  },
  products: {
    path: ['listing', 'products'],
    title: 'products your app works with',
    unit: 'entries',
    current: 3,
    profiles: ['dataverse'],
    source: 'dataverse-listing',
  },
  screenshots: {
    path: ['media', 'screenshots'],
    title: 'screenshots',
    unit: 'entries',
    current: 5,
    source: 'dataverse-listing',
  },
  videos: { path: ['media', 'videos'], title: 'videos', unit: 'entries', current: 4, source: 'dataverse-listing' },
  documents: {
    path: ['media', 'documents'],
    title: 'supporting documents',
    unit: 'entries',
    current: 3,
    source: 'dataverse-listing',
  },
  categories: {
    path: ['categories'],
    title: 'categories',
    unit: 'entries',
    current: 2,
    early: 3,
    source: 'dataverse-properties',
    confidence: 'low',
    note: 'One older page on SaaS offers says three.',
  },
  subcategories: {
    path: ['categories', 'subcategories'],
    title: 'subcategories of one category',
    unit: 'entries',
    current: 2,
    source: 'dataverse-properties',
  },
  industries: {
    path: ['industries'],
    title: 'industries',
    unit: 'entries',
    current: 2,
    source: 'dataverse-properties',
  },
  verticals: {
    path: ['industries', 'verticals'],
    title: 'verticals of one industry',
    unit: 'entries',
    current: 2,
    source: 'dataverse-properties',
  },
  amendments: {
    path: ['terms', 'amendments'],
    title: 'custom amendments of the standard contract',
    unit: 'entries',
    current: 10,
    profiles: ['saas'],
    source: 'saas-plan',
  },
  usefulLinkTitle: {
    path: ['listing', 'usefulLinks', 'title'],
    title: 'title of a useful link',
    unit: 'characters',
    current: 255,
    profiles: ['saas'],
    source: 'saas-listing',
  },
  campaignSource: {
    path: ['campaign', 'src'],
    title: 'campaign parameter "src"',
    unit: 'characters',
    current: 16,
    source: 'listing-practices',
  },
  campaignId: {
    path: ['campaign', 'mktcmpid'],
    title: 'campaign parameter "mktcmpid"',
    unit: 'characters',
    current: 16,
    source: 'listing-practices',
  },
  testDriveDescription: {
    path: ['testDrive', 'description'],
    title: 'description of the test drive',
    unit: 'characters',
    current: 3000,
    source: 'test-drive-technical',
  },
  testDriveAccess: {
    path: ['testDrive', 'accessInformation'],
    title: 'access information of the test drive',
    unit: 'characters',
    current: 10000,
    source: 'test-drive-technical',
  },
  testDriveManual: {
    path: ['testDrive', 'userManual'],
    title: 'file name of the user manual',
    unit: 'characters',
    current: 255,
    source: 'test-drive-technical',
  },
} as const satisfies Readonly<Record<string, FieldLimit>>

/** A key of {@link fieldLimits}. */
export type LimitedField = keyof typeof fieldLimits

/** The most a field may hold in an edition. */
export function limitOf(field: LimitedField, edition: Edition): number {
  const limit: FieldLimit = fieldLimits[field]
  return edition === '2018-02' ? (limit.early ?? limit.current) : limit.current
}
