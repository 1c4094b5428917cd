import type { FoundFile, KindEntry, KindName, LaterKindEntry } from './kind.ts'

/** Connectors, whose room is always loaded. */
export const connectorKind: KindEntry = {
  name: 'connector',
  step: 1,
  words: 'a connector',
  subjects: ['connector', 'connector-archive', 'certification-package', 'solution', 'file'],
  profiles: ['verified-publisher', 'independent-publisher', 'custom'],
  options: [],
}

/** The names of files stand in an archive as they are, so that it need not be opened to rule it out. */
function namesPackage(bytes: Uint8Array): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return ['olution.xml', 'anifest.json'].some((name) => content.includes(name))
}

const isZip = ({ isNamed, name, bytes }: FoundFile): boolean =>
  (isNamed || /\.zip$/i.test(name)) && bytes()[0] === 0x50 && bytes()[1] === 0x4b

const isJson = ({ name }: FoundFile): boolean => /\.json$/i.test(name)

/** What the steps after the first judge, in their order. Nothing of their rooms is loaded here. */
export const laterKinds: readonly LaterKindEntry[] = [
  {
    name: 'app-registration',
    step: 2,
    words: 'an app registration',
    subjects: ['app registration', 'token'],
    profiles: ['production', 'development'],
    options: ['edition', 'capability', 'facts'],
    candidates: (files) =>
      files.filter((file) =>
        file.isNamed
          ? !isZip(file) && /^\s*[{[]/.test(file.text())
          : isJson(file) && registrationMarks.test(file.text()),
      ),
    load: async () => (await import('./app-registration.ts')).appRegistrationKind,
  },
  {
    name: 'host-page',
    step: 3,
    words: 'a page that embeds Power Automate',
    subjects: ['host page'],
    profiles: ['production', 'development'],
    options: ['edition', 'facts', 'headers'],
    candidates(files) {
      const own = files.filter(({ name, isNamed }) => webFile.test(name) && (isNamed || !besidePages.test(name)))
      return own.some((file) => file.isNamed || embedMarks.test(file.text())) ? own : []
    },
    load: async () => (await import('./host-page.ts')).hostPageKind,
  },
  {
    name: 'flow-package',
    step: 4,
    words: 'an exported flow or a solution',
    subjects: ['flow package', 'flow solution', 'template submission'],
    profiles: ['template', 'deployment'],
    options: ['edition', 'facts'],
    mayBeFolder: (names) =>
      names.has('solution.xml') ||
      names.has('other') ||
      (names.has('manifest.json') && (names.has('microsoft.flow') || names.has('microsoft.powerapps'))),
    candidates: (files) =>
      files.filter((file) => {
        if (isZip(file)) return namesPackage(file.bytes())
        return (file.isNamed || isJson(file)) && submissionMark.test(file.text().slice(0, 65_536))
      }),
    load: async () => (await import('./flow-package.ts')).flowPackageKind,
  },
  {
    name: 'licences',
    step: 6,
    words: 'a list of a tenant’s licences',
    subjects: ['licence list'],
    profiles: ['production', 'trial'],
    options: ['edition', 'facts', 'catalogue'],
    candidates: (files) =>
      files.filter((file) => {
        if (file.isNamed) return !isZip(file)
        if (!/\.(?:json|csv)$/i.test(file.name)) return false
        const text = file.text()
        // What breaks off may say nothing yet; beside a list it is one.
        return licenceMarks.test(text.slice(0, 65_536)) || (isJson(file) && !/[}\]]\s*$/.test(text.slice(-200)))
      }),
    load: async () => (await import('./licences.ts')).licencesKind,
  },
  {
    name: 'offer',
    step: 7,
    words: 'an offer for the marketplace',
    subjects: ['offer'],
    profiles: ['saas', 'dataverse'],
    options: ['edition', 'facts'],
    mayBeFolder: (names) => offerNames.some((name) => names.has(name)),
    candidates: (files) => files.filter(({ isNamed, name }) => isNamed && offerNames.includes(name.toLowerCase())),
    load: async () => (await import('./offer.ts')).offerKind,
  },
]

const offerNames: readonly string[] = ['offer.json', 'offer.yaml', 'offer.yml']
const submissionMark = /"kind"\s*:\s*"flow-template"/
const licenceMarks =
  /sku_?id|skuPartNumber|assignedLicen[cs]es|user_? ?principal_? ?name|servicePlan|\blicen[cs]es\b|"flows"/i
const webFile = /\.(?:x?html?|[cm]?js|[cm]?tsx?|jsx|vue|svelte)$/i
/** Types and tests of scripts, which no page runs. */
const besidePages = /\.(?:d\.[cm]?ts|(?:test|spec)\.[cm]?[jt]sx?)$/i
/** What a file has in it that shows anything of Power Automate. */
export const embedMarks: RegExp =
  /msflowsdk|renderWidget|widgets\/templates|@sevenstep\/flow-embed|<iframe\b[^<>]{0,2000}\b(?:flow\.microsoft\.(?:com|us)|powerautomate\.(?:com|us|cn)|appsplatform\.us)/i
const registrationMarks = /"(signInAudience|requiredResourceAccess|availableToOtherTenants|replyUrls\w*)"/

/** Every kind. */
export const allKinds: readonly KindEntry[] = [connectorKind, ...laterKinds]

/** Every profile there is, each once. */
export const allProfiles: readonly string[] = [...new Set(allKinds.flatMap(({ profiles }) => profiles))]

/** The steps of the programme, as they are named on the command line. */
export const steps: readonly string[] = ['1', '2', '3', '4', '5', '6', '7']

/** The kind that reports call so; connectors for every other name. */
export function kindOfSubject(subject: string): KindEntry {
  return laterKinds.find(({ subjects }) => subjects.includes(subject)) ?? connectorKind
}

/** The entry of this name. */
export function entryOf(name: KindName): KindEntry {
  return allKinds.find((entry) => entry.name === name) ?? connectorKind
}
