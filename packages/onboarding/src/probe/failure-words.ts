import { text } from '../text.ts'
import type { Text } from '../vocabulary.ts'
import type { ConsentPart, ProbeFailure, ProbeObstacle } from './address-facts.ts'
import type { PageTopic } from './probe-rule.ts'

/** A failure in words: what is wrong with the address, and what to do about it. */
export interface FailureWords {
  readonly because: Text
  readonly todo: Text
}

const words = (en: string, nl: string, todoEn: string, todoNl: string): FailureWords => ({
  because: text(en, nl),
  todo: text(todoEn, todoNl),
})

/** What it means that an address did not answer; said after the address. */
export const failureWords: Readonly<Record<ProbeFailure, FailureWords>> = {
  'address-malformed': words(
    'it is no complete address',
    'het is geen volledig adres',
    'Hand in the address as a browser shows it.',
    'Lever het adres in zoals een browser het toont.',
  ),
  'scheme-refused': words(
    'it leads on to an address that is no page of the web',
    'het verwijst door naar een adres dat geen webpagina is',
    'Let it lead to a page over https.',
    'Laat het naar een pagina via https leiden.',
  ),
  'port-refused': words(
    'it leads to a port at which no public pages are served',
    'het leidt naar een poort waarop geen openbare pagina’s staan',
    'Serve the page at the ordinary port and hand in the address without one.',
    'Bied de pagina op de gewone poort aan en lever het adres zonder poort in.',
  ),
  'credentials-refused': words(
    'it leads on to an address with a user name or password in it',
    'het verwijst door naar een adres met een gebruikersnaam of wachtwoord erin',
    'Mend the redirect, and change that password.',
    'Herstel de doorverwijzing en wijzig dat wachtwoord.',
  ),
  'name-unresolved': words(
    'its name leads nowhere',
    'de naam leidt nergens heen',
    'Look for a typing error, or publish the domain.',
    'Kijk of er een typefout in staat, of publiceer het domein.',
  ),
  'address-private': words(
    'it is not on the public internet, so nothing was opened',
    'het staat niet op het openbare internet, dus er is niets geopend',
    'Hand in the public address that your customers use.',
    'Lever het openbare adres in dat uw klanten gebruiken.',
  ),
  'redirects-exceeded': words(
    'it leads on and on, without an end',
    'het verwijst steeds verder door, zonder einde',
    'Mend the redirects.',
    'Herstel de doorverwijzingen.',
  ),
  'redirect-malformed': words(
    'it leads on to something that is no address',
    'het verwijst door naar iets dat geen adres is',
    'Mend the redirect on the server.',
    'Herstel de doorverwijzing op de server.',
  ),
  'timed-out': words(
    'it gave no complete answer in time',
    'het gaf niet op tijd een volledig antwoord',
    'Let the server answer within a few seconds, then have it looked at again.',
    'Laat de server binnen enkele seconden antwoorden en laat dan opnieuw kijken.',
  ),
  'connection-failed': words(
    'nothing answers there',
    'daar antwoordt niets',
    'Check that the server runs and can be reached from everywhere, then have it looked at again.',
    'Controleer of de server draait en overal vandaan bereikbaar is, en laat dan opnieuw kijken.',
  ),
  'certificate-invalid': words(
    'its certificate is not trusted',
    'het certificaat is niet vertrouwd',
    'Install a valid certificate for this name, with its intermediate certificates.',
    'Installeer een geldig certificaat voor deze naam, met de tussencertificaten.',
  ),
  'answer-malformed': words(
    'its answer cannot be read',
    'het antwoord is onleesbaar',
    'Look at what the server sends with a browser’s network tools.',
    'Bekijk met de netwerkhulpmiddelen van een browser wat de server verstuurt.',
  ),
  'too-large': words(
    'it answers with more than a page',
    'het antwoordt met meer dan een pagina',
    'Hand in the address of the page, not of a download.',
    'Lever het adres van de pagina in, niet dat van een download.',
  ),
}

/** Why nobody could look, within a sentence. */
export const obstacleReasons: Readonly<Record<ProbeObstacle, Text>> = {
  'switched-off': text('looking at addresses is switched off here', 'adressen bekijken staat hier uit'),
  'no-way-out': text('it has no way to the internet at present', 'hij heeft nu geen weg naar het internet'),
  'asked-to-wait': text('the address asks it to come back later', 'het adres vraagt hem later terug te komen'),
  interrupted: text('it was interrupted', 'hij werd onderbroken'),
}

/** The same as a sentence of its own. */
export function obstacleText(obstacle: ProbeObstacle): Text {
  const { en, nl } = obstacleReasons[obstacle]
  return text(`Our server could not look: ${en}.`, `Onze server kon niet kijken: ${nl}.`)
}

/** What a page is about, within a sentence. */
export const topicWords: Readonly<Record<PageTopic, Text>> = {
  help: text('help', 'hulp'),
  privacy: text('privacy', 'privacy'),
  support: text('support', 'ondersteuning'),
  terms: text('terms', 'voorwaarden'),
}

/** Parts of a consent address, within a sentence. */
export const partWords: Readonly<Record<ConsentPart, Text>> = {
  address: text('that it is the page for administrators’ consent', 'dat het de pagina voor beheerderstoestemming is'),
  tenant: text('a tenant that consent can be given for', 'een tenant waarvoor toestemming gegeven kan worden'),
  client: text('the application id', 'de toepassings-id'),
  redirect: text('the redirect address', 'het omleidingsadres'),
  scopes: text('the scopes', 'de scopes'),
  state: text('a state', 'een state'),
}
