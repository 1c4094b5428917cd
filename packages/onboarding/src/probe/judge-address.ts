import { text } from '../text.ts'
import type { Text } from '../vocabulary.ts'
import type { AddressFacts, ProbedAddress } from './address-facts.ts'
import { failureWords, obstacleText, partWords } from './failure-words.ts'
import type { Destination, ProbeRule } from './probe-rule.ts'

/** What one address shows. `open` means that the machine cannot tell; it is never a fault of the address. */
export type AddressVerdict =
  | { readonly outcome: 'shown' }
  | { readonly outcome: 'wanting'; readonly because: Text; readonly todo: Text }
  | { readonly outcome: 'open'; readonly because: Text }

const shown: AddressVerdict = { outcome: 'shown' }

/** Judges what was seen at one address by what the item asks; the first thing that is wrong is said. */
export function judgeAddress(rule: ProbeRule, probed: ProbedAddress): AddressVerdict {
  const { address, seen, unseen } = probed
  if (seen === undefined) {
    return { outcome: 'open', because: unseen === undefined ? notYet(address) : obstacleText(unseen.obstacle) }
  }
  if (seen.failure !== undefined) {
    const { because, todo } = failureWords[seen.failure]
    return wanting(address, because, todo)
  }
  return (
    judgeStatus(rule, address, seen) ??
    judgePlace(rule, address, seen) ??
    judgeForm(rule, address, seen) ??
    judgeRules(rule, address, seen) ??
    shown
  )
}

/** What the status says; nothing where it means success. */
function judgeStatus({ signIn }: ProbeRule, address: string, { status = 0 }: AddressFacts): AddressVerdict | undefined {
  if (status >= 200 && status < 300) return undefined
  const answered = text(`it answers with status ${status}`, `het antwoordt met status ${status}`)
  if (status === 401 && signIn === 'refused') return wanting(address, asksSignIn, makePublic)
  if (status === 404 || status === 410 || status >= 500) return wanting(address, answered, publish)
  // Servers also refuse what is no browser, so this is not the address's fault for certain.
  return open(
    address,
    text(
      `it answers our server with status ${status}, which may be about programs only`,
      `het antwoordt onze server met status ${status}, wat alleen programma’s kan gelden`,
    ),
  )
}

/** Where the address leads in the end, and whether everybody gets there. */
function judgePlace(rule: ProbeRule, address: string, facts: AddressFacts): AddressVerdict | undefined {
  const final = facts.finalAddress ?? address
  if (!final.startsWith('https://')) {
    return wanting(
      address,
      text('it ends at a page without https', 'het eindigt bij een pagina zonder https'),
      useHttps,
    )
  }
  if (facts.signIn !== undefined) {
    if (rule.signIn === 'refused') return wanting(address, asksSignIn, makePublic)
    if (rule.signIn === 'unclear') return open(address, hidden)
  }
  if (rule.signIn === 'expected' && facts.signIn !== 'microsoft') return open(address, noSignInSeen)
  if (rule.leadsTo !== undefined && !rule.leadsTo.some((place) => isAt(final, place))) {
    const host = hostOf(final)
    const places = [...new Set(rule.leadsTo.map((place) => place.host))].join(', ')
    return wanting(
      address,
      text(
        `it leads to a page of ${host} that is not the one asked for`,
        `het leidt naar een pagina van ${host} die niet de gevraagde is`,
      ),
      text(`Hand in the address at ${places}.`, `Lever het adres op ${places} in.`),
    )
  }
  return undefined
}

/** Whether it is the kind of document or address that is asked for. */
function judgeForm(rule: ProbeRule, address: string, facts: AddressFacts): AddressVerdict | undefined {
  if (rule.form === 'openid-configuration' && facts.isOpenIdConfiguration !== true) {
    // What was too much to read may yet be one.
    if (facts.isOpenIdConfiguration === undefined) return open(address, undecided)
    return wanting(address, noConfiguration, handInConfiguration)
  }
  const wrong = facts.wrongParts ?? []
  if (rule.form === 'consent-address' && wrong.length > 0) {
    const list = (language: 'en' | 'nl') => wrong.map((part) => partWords[part][language]).join(', ')
    return wanting(
      address,
      text(`it lacks, or has wrong: ${list('en')}`, `wat ontbreekt of niet klopt: ${list('nl')}`),
      text('Make it with “sevenstep consent-url”.', 'Maak het met “sevenstep consent-url”.'),
    )
  }
  if (rule.namesProduct === true && facts.namesProduct !== true) {
    const title = facts.title === undefined ? text('none', 'geen') : text(`“${facts.title}”`, `“${facts.title}”`)
    return open(
      address,
      text(`its title (${title.en}) does not name the product`, `de titel (${title.nl}) noemt het product niet`),
    )
  }
  return undefined
}

/** What the rules of a room said of the answer. */
function judgeRules({ rules }: ProbeRule, address: string, facts: AddressFacts): AddressVerdict | undefined {
  if (rules === undefined) return undefined
  const found = facts.families ?? {}
  const failed = Object.values(found).find(({ outcome }) => outcome === 'failed')
  if (failed !== undefined) {
    const said = (failed.first ?? '').replace(/\.$/, '')
    return wanting(
      address,
      text(
        `it breaks a rule of our check, “${said}”`,
        `het houdt zich niet aan een regel van onze controle, “${said}”`,
      ),
      text(
        'Mend what the rule found, then have it looked at again.',
        'Herstel wat de regel vond en laat dan opnieuw kijken.',
      ),
    )
  }
  const isDecided = rules.families.every((family) => found[family]?.outcome === 'passed')
  return isDecided ? undefined : open(address, undecided)
}

function isAt(address: string, { host, path }: Destination): boolean {
  if (!URL.canParse(address)) return false
  const { hostname, pathname } = new URL(address)
  return hostname === host && (path === undefined || pathname.toLowerCase().includes(path.toLowerCase()))
}

function wanting(address: string, because: Text, todo: Text): AddressVerdict {
  return { outcome: 'wanting', because: about(address, because), todo }
}

function open(address: string, because: Text): AddressVerdict {
  return { outcome: 'open', because: about(address, because) }
}

function about(address: string, { en, nl }: Text): Text {
  const host = hostOf(address)
  return text(`Our server looked at ${host}: ${en}.`, `Onze server keek bij ${host}: ${nl}.`)
}

function notYet(address: string): Text {
  const host = hostOf(address)
  return text(`Our server has yet to look at ${host}.`, `Onze server moet nog bij ${host} kijken.`)
}

/** The host of an address, for sentences; the whole of it where it has none. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address
}

const asksSignIn = text('it asks visitors to sign in', 'het vraagt bezoekers zich aan te melden')
const makePublic = text(
  'Make the page public, or hand in one that is.',
  'Maak de pagina openbaar, of lever een openbare in.',
)
const publish = text(
  'Publish the page or correct the address, then have it looked at again.',
  'Publiceer de pagina of verbeter het adres, en laat dan opnieuw kijken.',
)
const useHttps = text('Let the server lead visitors to https.', 'Laat de server bezoekers naar https leiden.')
const hidden = text(
  'it shows a page to sign in, and what is behind it cannot be seen from outside',
  'het toont een aanmeldpagina, en wat erachter zit is van buiten niet te zien',
)
const noSignInSeen = text(
  'it opens, and does not lead to Microsoft’s sign-in by itself',
  'het opent, en leidt niet vanzelf naar de aanmelding van Microsoft',
)
const noConfiguration = text('what it answers is no OpenID configuration', 'het antwoord is geen OpenID-configuratie')
const handInConfiguration = text(
  'Hand in the address that ends in /.well-known/openid-configuration.',
  'Lever het adres in dat eindigt op /.well-known/openid-configuration.',
)
const undecided = text(
  'it opens, and our rules cannot tell the rest from outside',
  'het opent, en onze regels kunnen de rest van buiten niet zien',
)
