import type { ListingFacts } from '../engine/listing-facts.ts'
import type { Edition, Profile } from '../engine/listing-subject.ts'
import { makeImage } from '../init/make-image.ts'
import { makePackage } from '../init/make-package.ts'
import { makePdf } from '../init/make-pdf.ts'

/** A file in a test: its text or bytes; nothing takes a file of the faultless offer away. */
export type GivenFile = string | Uint8Array | undefined

/**
 * An offer for a test. An object is laid over a faultless offer of the kind: objects are merged, everything else is put in
 * place of what is there, and `null` leaves a field out. A text is the file as it is.
 */
export interface Given {
  readonly offer: string | Readonly<Record<string, unknown>>
  /** `saas` when left out. */
  readonly kind?: Profile
  readonly files?: Readonly<Record<string, GivenFile>>
  readonly edition?: Edition
  readonly facts?: ListingFacts
  /** `2026-11-20` when left out; empty for a check that does not know the day. */
  readonly today?: string
  /** Name of the offer's file; `offer.json` when left out. */
  readonly path?: string
}

const description = [
  '<p>Fleet Desk lets dispatchers plan every trip in one place, so that no car stands idle.</p>',
  '<p>Trips, drivers and repairs come together in one calendar. With the Power Automate connector a booking can start an approval or a message in Microsoft Teams.</p>',
  '<p>You need a Microsoft 365 account and a Fleet Desk subscription.</p>',
].join('\n')

const contact = { name: 'Ada Fischer', email: 'ada@fleetdesk.example', phone: '+44 20 7946 0123' }

const shared = {
  offerId: 'fleet-desk',
  publisherId: 'fleetdesk',
  publisherName: 'Fleet Desk Ltd',
  alias: 'Fleet Desk',
  language: 'en-us',
  status: 'draft',
  appVersion: '2.1',
  listing: {
    name: 'Fleet Desk',
    websiteUrl: 'https://fleetdesk.example/',
    summary: 'Plan trips, drivers and repairs in one calendar.',
    description,
    keywords: ['trip', 'driver'],
    supportUrl: 'https://fleetdesk.example/support',
    privacyUrl: 'https://fleetdesk.example/privacy',
  },
  contacts: { support: contact, engineering: contact },
  categories: [{ name: 'Productivity', subcategories: ['Workflow Automation'] }, { name: 'Operations & Supply Chain' }],
  industries: [{ name: 'Distribution', verticals: ['Parcel & Package Shipping'] }],
  media: {
    logos: { large: 'images/large.png', small: 'images/small.png' },
    screenshots: [{ file: 'images/calendar.png', caption: 'Trips of a week' }],
    videos: [
      {
        title: 'Fleet Desk in a minute',
        url: 'https://www.youtube.com/watch?v=AbCdEfGhIjk',
        thumbnail: 'images/video.png',
      },
    ],
    documents: [{ title: 'Fleet Desk at a glance', file: 'documents/overview.pdf' }],
  },
  terms: { url: 'https://fleetdesk.example/terms' },
  leads: {
    destination: 'httpsEndpoint',
    httpsEndpointUrl: 'https://fleetdesk.example/leads',
    contactEmails: ['sales@fleetdesk.example'],
  },
}

/** An offer of each kind that nothing is wrong with. */
export const faultlessOffers: Readonly<Record<Profile, Readonly<Record<string, unknown>>>> = {
  saas: {
    offerType: 'saas',
    ...shared,
    listingOption: 'contactMe',
    markets: ['US', 'GB'],
    technical: {
      landingPageUrl: 'https://fleetdesk.example/welcome',
      webhookUrl: 'https://fleetdesk.example/marketplace',
      tenantId: '3f6c2e0a-7a52-4a0e-8d45-5a7d9c0f1b21',
      applicationId: '0d5b2a6e-3f2c-4b6f-9a39-0b1f8a3c7d11',
    },
    certification: { testNotes: 'Sign in as the reviewer account of the certification notes, then plan a trip.' },
  },
  dataverse: {
    offerType: 'dataverse',
    ...shared,
    listing: {
      ...shared.listing,
      helpUrl: 'https://fleetdesk.example/help',
      products: ['Microsoft Teams'],
      applicableProducts: ['Power Automate', 'Sales'],
    },
    listingOption: 'contactMe',
    markets: ['US', 'CA', 'GB'],
    preview: { hideKey: 'fleetpreview' },
    package: {
      file: 'package/fleet-desk.zip',
      url: 'https://fleetdesk.blob.core.windows.net/appsource/fleet-desk.zip',
      access: { permissions: 'r', expires: '2027-03-01' },
      baseLicenceModel: 'User',
    },
    certification: {
      functionalDocument: 'documents/functions.pdf',
      testNotes: 'Sign in as the reviewer account of the certification notes, then plan a trip.',
    },
  },
}

const known = new Map<string, Uint8Array>()

/** A PNG of a size, made once: many tests use the same. */
export function image(width: number, height: number): Uint8Array {
  const key = `${width}×${height}`
  const made = known.get(key) ?? makeImage({ width, height, ground: [30, 84, 180] })
  known.set(key, made)
  return made
}

/** A PDF of one page. */
export const document: Uint8Array = makePdf({ title: 'Fleet Desk', lines: ['At a glance.'] })

/** A package that nothing is wrong with, or one with other parts. */
export function appPackage(change: Partial<Parameters<typeof makePackage>[0]> = {}): Uint8Array {
  return makePackage({
    providerName: 'Fleet Desk Ltd',
    solution: 'FleetDesk',
    startDate: '2026-12-01',
    endDate: '2029-12-01',
    ...change,
  })
}

let plainPackage: Uint8Array | undefined

/** The files of a given offer, its own file among them. */
export function offerFiles(given: Given): readonly { readonly path: string; readonly content: string | Uint8Array }[] {
  const kind = given.kind ?? 'saas'
  plainPackage ??= appPackage()
  const files: Record<string, GivenFile> = {
    'images/large.png': image(216, 216),
    'images/small.png': image(48, 48),
    'images/calendar.png': image(1280, 720),
    'images/video.png': image(1280, 720),
    'documents/overview.pdf': document,
    ...(kind === 'dataverse' && {
      'documents/functions.pdf': document,
      'package/fleet-desk.zip': plainPackage,
    }),
    ...given.files,
  }
  return [
    { path: given.path ?? 'offer.json', content: offerText(given) },
    ...Object.entries(files).flatMap(([path, content]) => (content === undefined ? [] : [{ path, content }])),
  ]
}

/** The text of the offer's file. */
export function offerText({ offer, kind = 'saas' }: Given): string {
  if (typeof offer === 'string') return offer
  return JSON.stringify(merge(faultlessOffers[kind], offer), undefined, 2)
}

/** A merge patch (RFC 7396). */
function merge(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch
  const result: Record<string, unknown> =
    typeof target === 'object' && target !== null && !Array.isArray(target) ? { ...target } : {}
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key]
    else result[key] = merge(result[key], value)
  }
  return result
}
