import { makePdf } from '../src/init/make-pdf.ts'
import { appPackage, image } from '../src/testing/given-offer.ts'
import { both, type PlantedFault } from './planted-fault.ts'

const zipPath = 'package/fleet-desk.zip'
const pdf = new TextDecoder().decode(makePdf({ title: 'Fleet Desk', lines: [] }))

function input(change: (xml: string) => string): Uint8Array {
  const xml = `<PvsPackageData><ProviderName>Fleet Desk Ltd</ProviderName><PackageFile>package.zip</PackageFile>
<SolutionAnchorName>FleetDesk_managed.zip</SolutionAnchorName><StartDate>12/01/2026</StartDate><EndDate>12/01/2029</EndDate>
<SupportedCountries>US,CA,GB</SupportedCountries><LearnMoreLink>https://fleetdesk.example/learn</LearnMoreLink>
<Locales><PackageLocale Code="1033" IsDefault="true"><Logo>icon.png</Logo><Terms><PackageTerm File="terms.html" /></Terms></PackageLocale></Locales></PvsPackageData>`
  return appPackage({ files: { 'input.xml': change(xml) } })
}

/** What offers were sent back for, one kind each. Written before the rules, from the reasons alone. */
export const rejectionFaults: readonly PlantedFault[] = [
  {
    name: 'a screenshot in the size of the author’s monitor',
    rule: 'screenshot-image',
    kinds: both,
    given: { offer: {}, files: { 'images/calendar.png': image(1366, 768) } },
    at: { pointer: '/media/screenshots/0/file' },
  },
  {
    name: 'a name that the public site does not know',
    rule: 'listing-name-as-on-site',
    kinds: both,
    given: {
      offer: {},
      facts: { links: [{ url: 'https://fleetdesk.example/', status: 200, title: 'TripMaster Pro' }] },
    },
    at: { pointer: '/listing/name' },
  },
  {
    name: 'a description of one line',
    rule: 'description-paragraphs',
    kinds: both,
    given: { offer: { listing: { description: '<p>The trip and driver tool.</p>' } } },
    at: { pointer: '/listing/description' },
  },
  {
    name: 'help that is the support page',
    rule: 'link-help-differs',
    kinds: ['dataverse'],
    given: { offer: { listing: { helpUrl: 'https://fleetdesk.example/support' } } },
    at: { pointer: '/listing/helpUrl' },
  },
  {
    name: 'a dead link',
    rule: 'link-answers',
    kinds: both,
    given: { offer: {}, facts: { links: [{ url: 'https://fleetdesk.example/privacy', status: 404 }] } },
    at: { pointer: '/listing/privacyUrl' },
  },
  {
    name: 'no document that leads through the app',
    rule: 'certification-document',
    kinds: ['dataverse'],
    given: { offer: { certification: { functionalDocument: null } } },
    at: { pointer: '/certification' },
  },
  {
    name: 'critical findings of the solution checker',
    rule: 'solution-checker-clean',
    kinds: ['dataverse'],
    given: { offer: {}, facts: { solutionChecker: { critical: 3, high: 0 } } },
    at: { pointer: '/package' },
  },
  {
    name: 'a landing page without working sign-in',
    rule: 'landing-page-sign-in',
    kinds: ['saas'],
    given: {
      offer: {},
      facts: { landingPageSignIn: { failedRules: ['landing-page-no-admin-consent'], isForLandingPage: true } },
    },
    at: { pointer: '/technical/landingPageUrl' },
  },
  {
    name: 'a test offer without its label',
    rule: 'offer-test-label',
    kinds: both,
    given: { offer: { isTestOffer: true } },
    at: { pointer: '/listing/name' },
  },
  {
    name: 'a package in a folder too many',
    rule: 'appsource-package-nested',
    kinds: ['dataverse'],
    given: {
      offer: {},
      files: {
        [zipPath]: appPackage({ folder: 'AppSource' }),
      },
    },
    at: { file: zipPath },
  },
  {
    name: 'a package without its description',
    rule: 'appsource-package-files',
    kinds: ['dataverse'],
    given: { offer: {}, files: { [zipPath]: appPackage({ files: { 'input.xml': undefined } }) } },
    at: { file: zipPath },
  },
  {
    name: 'an element of input.xml in other case',
    rule: 'input-xml-names',
    kinds: ['dataverse'],
    given: { offer: {}, files: { [zipPath]: input((xml) => xml.replaceAll('StartDate', 'startDate')) } },
    at: { file: `${zipPath}/input.xml` },
  },
  {
    name: 'access to the package that ends before the review',
    rule: 'package-access-expiry',
    kinds: ['dataverse'],
    given: { offer: { package: { access: { expires: '2026-11-25' } } } },
    at: { pointer: '/package/access/expires' },
  },
  {
    name: 'an unmanaged solution',
    rule: 'appsource-solution-managed',
    kinds: ['dataverse'],
    given: { offer: {}, files: { [zipPath]: appPackage({ managed: '0' }) } },
    at: { file: `${zipPath}/package.zip/PkgFolder/FleetDesk_managed.zip` },
  },
  {
    name: 'a video on a host that the listing cannot play',
    rule: 'video-host',
    kinds: both,
    given: {
      offer: {
        media: { videos: [{ title: 'A', url: 'https://video.fleetdesk.example/a', thumbnail: 'images/video.png' }] },
      },
    },
    at: { pointer: '/media/videos/0/url' },
  },
  {
    name: 'a word processor’s document with the name of a PDF',
    rule: 'document-pdf',
    kinds: both,
    given: { offer: {}, files: { 'documents/overview.pdf': 'PK\u0003\u0004 word/document.xml' } },
    at: { pointer: '/media/documents/0/file' },
  },
  {
    name: 'a document behind a password',
    rule: 'document-readable',
    kinds: both,
    given: {
      offer: {},
      files: { 'documents/overview.pdf': pdf.replace('/Root 1 0 R', '/Root 1 0 R /Encrypt 9 0 R') },
    },
    at: { pointer: '/media/documents/0/file' },
  },
  {
    name: 'countries with blanks between them',
    rule: 'input-xml-countries',
    kinds: ['dataverse'],
    given: { offer: {}, files: { [zipPath]: input((xml) => xml.replace('US,CA,GB', 'US, CA, GB')) } },
    at: { file: `${zipPath}/input.xml` },
  },
]
