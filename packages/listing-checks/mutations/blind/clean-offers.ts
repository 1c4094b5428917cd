import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { makeImage } from '../../src/init/make-image.ts'
import { makePdf } from '../../src/init/make-pdf.ts'
import type { CleanOffer } from './blind-fault.ts'

/** The files of an offer's folder by path. */
export type Folder = Map<string, Uint8Array>

const encoder = new TextEncoder()

/** An image in the colours of the invented vendor. */
export const image = (width: number, height: number, shade = 0) =>
  makeImage({ width, height, ground: [22 + shade, 84, 61] })

const document = (title: string) =>
  makePdf({
    title,
    lines: ['Routes are planned in the morning and change all day.', 'Every change reaches the driver.'],
  })

const contact = { name: 'Ingrid Halvorsen', email: 'ingrid@halvorsen-logistics.example', phone: '+47 22 12 34 56' }

const page = (path: string) => `https://halvorsen-logistics.example/${path}`

const shared = {
  offerId: 'route-desk',
  publisherId: 'halvorsenlogistics',
  publisherName: 'Halvorsen Logistics',
  alias: 'Route Desk',
  language: 'en-us',
  status: 'draft',
  listingOption: 'contactMe',
  appVersion: '3.2',
  contacts: {
    support: contact,
    engineering: { ...contact, name: 'Olav Brekke', email: 'olav@halvorsen-logistics.example' },
  },
  categories: [{ name: 'Operations & Supply Chain' }, { name: 'Productivity', subcategories: ['Workflow Automation'] }],
  industries: [{ name: 'Distribution', verticals: ['Parcel & Package Shipping'] }],
  media: {
    logos: { large: 'images/logo.png', small: 'images/logo-48.png' },
    screenshots: [
      { file: 'images/board.png', caption: 'The board of the day' },
      { file: 'images/driver.png', caption: 'What the driver sees' },
    ],
    videos: [
      {
        title: 'A day in two minutes',
        url: 'https://www.youtube.com/watch?v=Zq3T5mXl8aQ',
        thumbnail: 'images/video.png',
      },
    ],
    documents: [{ title: 'Route Desk in four pages', file: 'documents/overview.pdf' }],
  },
  terms: { url: page('terms') },
  markets: ['NO', 'SE', 'GB'],
  leads: {
    destination: 'httpsEndpoint',
    httpsEndpointUrl: page('leads'),
    contactEmails: ['sales@halvorsen-logistics.example'],
  },
}

const listing = {
  name: 'Route Desk',
  websiteUrl: page('route-desk'),
  summary: 'Dispatchers plan every parcel route of the day on one board.',
  description: [
    '<p>Route Desk lets dispatchers plan parcel routes on one board and tells drivers at once when something changes.</p>',
    '<p>It is made for carriers with ten to three hundred vans. Each change of a route can start a flow: its Power Automate connector sends a message in Microsoft Teams, asks for an approval, or updates a row in Dataverse.</p>',
    '<ul><li>One board for routes, vans and drivers</li><li>Flows where dispatchers work</li></ul>',
    '<p>You need a Microsoft 365 account and a subscription to Route Desk.</p>',
  ].join('\n'),
  keywords: ['dispatchers', 'routes', 'parcel'],
  supportUrl: page('support'),
  privacyUrl: page('privacy'),
}

const saas = {
  offerType: 'saas',
  ...shared,
  listing: {
    ...listing,
    gettingStarted: '<p>Sign in with your work account and import the vans from a list.</p>',
    usefulLinks: [{ title: 'A tour of the board', url: page('tour') }],
  },
  preview: { audience: ['ingrid@halvorsen-logistics.example'] },
  technical: { landingPageUrl: page('welcome') },
  certification: { testNotes: 'Sign in as the reviewer whose account is in Partner Center, then plan a route.' },
}

const dataverse = {
  offerType: 'dataverse',
  ...shared,
  listing: { ...listing, helpUrl: page('help'), applicableProducts: ['Power Apps', 'Power Automate'] },
  preview: { hideKey: 'routes2026' },
  package: {
    file: 'package/route-desk.zip',
    url: 'https://halvorsenpackages.blob.core.windows.net/appsource/route-desk.zip',
    access: { permissions: 'r', expires: '2026-09-30' },
    baseLicenceModel: 'User',
  },
  certification: {
    functionalDocument: 'documents/functions.pdf',
    testNotes: 'Sign in as the reviewer whose account is in Partner Center, then open the board.',
  },
}

/** A faultless offer of a kind; a new one each time. */
export function cleanOffer(kind: CleanOffer): Folder {
  const folder: Folder = new Map()
  folder.set('offer.json', encoder.encode(`${JSON.stringify(kind === 'saas' ? saas : dataverse, undefined, 2)}\n`))
  folder.set('images/logo.png', image(300, 300))
  folder.set('images/logo-48.png', image(48, 48))
  const pictures = ['board', 'driver', 'video']
  pictures.forEach((name, at) => void folder.set(`images/${name}.png`, image(1280, 720, 1 + at)))
  folder.set('documents/overview.pdf', document('Route Desk in four pages'))
  if (kind === 'dataverse') {
    folder.set('documents/functions.pdf', document('Every function of Route Desk'))
    folder.set('package/route-desk.zip', packed(cleanPackage()))
  }
  return folder
}

/** The texts and bytes of a faultless AppSource package; archives inside it are maps again. */
export type Package = Map<string, Uint8Array | Package>

/** Unique name of the solution, as its archive from practice has it. */
export const solutionName = 'TerraformTestCustomConnector'

function cleanPackage(): Package {
  const types = (...extensions: readonly string[]) =>
    `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
${extensions.map((name) => `  <Default Extension="${name}" ContentType="application/octet-stream" />`).join('\n')}
</Types>
`
  const inner: Package = new Map()
  inner.set('[Content_Types].xml', encoder.encode(types('dll', 'xml', 'zip')))
  inner.set(
    'RouteDesk.dll',
    Uint8Array.from({ length: 512 }, (_, at) => [0x4d, 0x5a][at] ?? 0),
  )
  inner.set('PkgFolder/ImportConfig.xml', encoder.encode(importConfig))
  inner.set(`PkgFolder/${solutionName}_managed.zip`, realSolution('_managed'))
  const outer: Package = new Map()
  outer.set('[Content_Types].xml', encoder.encode(types('zip', 'xml', 'png', 'html')))
  outer.set('input.xml', encoder.encode(inputXml))
  outer.set('logo32x32.png', image(32, 32))
  outer.set(
    'TermsOfUse.html',
    encoder.encode('<!doctype html>\n<html lang="en"><title>Terms</title><p>Terms of use of Route Desk.</p></html>\n'),
  )
  outer.set('package.zip', inner)
  return outer
}

/** A solution from practice, as the corpus of packages has it. */
export function realSolution(suffix: '' | '_managed'): Uint8Array {
  const corpus = process.env.CONNECTOR_CORPUS ?? ''
  return new Uint8Array(readFileSync(join(corpus, 'packages', `${solutionName}_1_0_0_1${suffix}.zip`)))
}

/** Packs a package with the archives inside it. */
export function packed(content: Package): Uint8Array {
  const files: Record<string, Uint8Array> = {}
  for (const [path, part] of content) files[path] = part instanceof Map ? packed(part) : part
  return zipSync(files, { mtime: '2026-01-02T00:00:00' })
}

const importConfig = `<?xml version="1.0" encoding="utf-8"?>
<configdatastorage installsampledata="false" waitforsampledatatoinstall="false">
  <solutions>
    <configsolutionfile solutionpackagefilename="${solutionName}_managed.zip" />
  </solutions>
</configdatastorage>
`

const inputXml = `<?xml version="1.0" encoding="utf-8"?>
<PvsPackageData>
  <ProviderName>Halvorsen Logistics</ProviderName>
  <PackageFile>package.zip</PackageFile>
  <SolutionAnchorName>${solutionName}_managed.zip</SolutionAnchorName>
  <StartDate>01/15/2026</StartDate>
  <EndDate>01/15/2031</EndDate>
  <SupportedCountries>NO,SE,GB</SupportedCountries>
  <LearnMoreLink>https://halvorsen-logistics.example/route-desk</LearnMoreLink>
  <Locales>
    <PackageLocale Code="1033" IsDefault="true">
      <Logo>logo32x32.png</Logo>
      <Terms>
        <PackageTerm File="TermsOfUse.html" />
      </Terms>
    </PackageLocale>
  </Locales>
</PvsPackageData>
`
