import type { Profile } from '../engine/listing-subject.ts'
import type { OfferFile } from '../offer/offer.ts'
import { placeholderId } from '../text/text-checks.ts'
import { makeImage } from './make-image.ts'
import { makePackage } from './make-package.ts'
import { makePdf } from './make-pdf.ts'

/** What is known of the product already; everything else is left as TODO. */
export interface InitAnswers {
  /** Name of the product; the offer ID is made of it. */
  readonly name?: string
  /** Name of the vendor. */
  readonly publisher?: string
  /** Start of the vendor's site, such as `https://fleetdesk.example`. */
  readonly site?: string
  /** The day as `YYYY-MM-DD`, for the dates of a package. */
  readonly today: string
}

/** Where images and documents are used and how large they are. */
const images = [
  ['images/logo-large.png', 300, 300],
  ['images/logo-small.png', 48, 48],
  ['images/screenshot-1.png', 1280, 720],
] as const

const ground = [38, 70, 120] as const
const encoder = new TextEncoder()

/**
 * Makes a complete offer folder of a kind: the offer's file, images and documents in their right sizes and, for Dataverse,
 * a package in its right form. All that a machine can know is filled in; what only a person can say is marked with TODO,
 * and images and documents are marked as made to be replaced, so that a check names each of them.
 */
export function initOffer(kind: Profile, answers: InitAnswers): readonly OfferFile[] {
  const offer = kind === 'saas' ? saasOffer(answers) : dataverseOffer(answers)
  const files: OfferFile[] = [
    { path: 'offer.json', bytes: encoder.encode(`${JSON.stringify(offer, undefined, 2)}\n`) },
    ...images.map(([path, width, height]) => ({
      path,
      bytes: makeImage({ width, height, ground, isPlaceholder: true }),
    })),
    { path: 'documents/overview.pdf', bytes: placeholderDocument('Overview for customers') },
  ]
  if (kind === 'dataverse') {
    files.push({ path: 'documents/functions.pdf', bytes: placeholderDocument('Every feature, for reviewers') })
    files.push({ path: 'package/app.zip', bytes: placeholderPackage(answers) })
  }
  return files
}

/** What a new folder states although only its owner can say whether it fits: a beginning for each, by its pointer. */
export function assumptionsOf(kind: Profile): readonly { readonly pointer: string; readonly value: string }[] {
  const shared = [
    { pointer: '/offerType', value: kind },
    { pointer: '/language', value: 'en-us' },
    { pointer: '/media/videos', value: '[]' },
    { pointer: '/listingOption', value: 'contactMe' },
  ]
  return kind === 'saas' ? shared : [...shared, { pointer: '/package/baseLicenceModel', value: 'User' }]
}

function placeholderDocument(title: string): Uint8Array {
  return makePdf({ title, lines: ['Replace this document with your own.'], isPlaceholder: true })
}

function placeholderPackage({ publisher, today }: InitAnswers): Uint8Array {
  const [year = '2026'] = today.split('-')
  return makePackage({
    providerName: publisher ?? 'TODO',
    solution: 'TodoReplaceThisSolution',
    startDate: today,
    endDate: `${Number(year) + 3}${today.slice(4)}`,
    isPlaceholder: true,
  })
}

function sharedParts({ name = 'TODO: name of the product', publisher, site }: InitAnswers) {
  const page = (path: string) =>
    site === undefined ? `https://TODO.example/${path}` : `${site.replace(/\/+$/, '')}/${path}`
  const contact = { name: 'TODO: name', email: 'TODO@example.com', phone: 'TODO: +1 425 555 0100' }
  return {
    offerId: offerIdOf(name),
    publisherId: 'TODO: your publisher ID in Partner Center',
    publisherName: publisher ?? 'TODO: your name as customers see it',
    alias: name,
    language: 'en-us',
    status: 'draft',
    appVersion: '1.0',
    listing: {
      name,
      websiteUrl: page(''),
      summary: 'TODO: one sentence of up to 100 characters: what customers gain.',
      description: [
        '<p>TODO: begin with what customers can do with it, and why that matters to them.</p>',
        '<p>TODO: say for whom it is, and how it works together with Power Automate.</p>',
        '<p>TODO: say what customers need beside it, such as licences.</p>',
      ].join('\n'),
      keywords: [],
      supportUrl: page('support'),
      privacyUrl: page('privacy'),
    },
    contacts: { support: contact, engineering: contact },
    categories: [{ name: 'TODO: a category, such as Productivity with Workflow Automation', subcategories: [] }],
    media: {
      logos: { large: 'images/logo-large.png', small: 'images/logo-small.png' },
      screenshots: [{ file: 'images/screenshot-1.png', caption: 'TODO: what the picture shows' }],
      videos: [],
      documents: [{ title: 'TODO: what the document is', file: 'documents/overview.pdf' }],
    },
    terms: { url: page('terms') },
    markets: ['TODO: where you sell, such as US'],
    leads: { destination: 'httpsEndpoint', httpsEndpointUrl: page('leads'), contactEmails: ['TODO@example.com'] },
  }
}

function saasOffer(answers: InitAnswers): object {
  const { leads, ...shared } = sharedParts(answers)
  const { listing, ...rest } = shared
  const site = answers.site?.replace(/\/+$/, '') ?? 'https://TODO.example'
  return {
    offerType: 'saas',
    ...rest,
    listing: { ...listing, gettingStarted: '<p>TODO: how a customer begins.</p>', usefulLinks: [] },
    listingOption: 'contactMe',
    preview: { audience: ['TODO@example.com'] },
    leads,
    technical: { landingPageUrl: `${site}/welcome` },
    certification: { testNotes: 'TODO: how reviewers sign in and what to try. No passwords.' },
  }
}

function dataverseOffer(answers: InitAnswers): object {
  const { leads, listing, ...rest } = sharedParts(answers)
  const site = answers.site?.replace(/\/+$/, '') ?? 'https://TODO.example'
  return {
    offerType: 'dataverse',
    ...rest,
    listing: { ...listing, helpUrl: `${site}/help`, products: [], applicableProducts: ['Power Automate'] },
    listingOption: 'contactMe',
    preview: { hideKey: 'TODO: a key of small letters and digits' },
    leads,
    package: {
      file: 'package/app.zip',
      url: 'https://TODO.blob.core.windows.net/TODO/app.zip',
      access: { permissions: 'r', expires: 'TODO: last day as YYYY-MM-DD' },
      baseLicenceModel: 'User',
    },
    certification: {
      functionalDocument: 'documents/functions.pdf',
      testNotes: 'TODO: how reviewers sign in and what to try. No passwords.',
    },
  }
}

/** An ID of the letters and digits of a name, in the form Partner Center takes. */
function offerIdOf(name: string): string {
  const id = name
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return (id === '' || name.startsWith('TODO') ? placeholderId : id).slice(0, 50)
}
