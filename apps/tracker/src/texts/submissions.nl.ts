import type { Formatting } from './formatting.ts'
import type { submissionsEn } from './submissions.en.ts'

/** De woorden van inzendingen bij Microsoft en van wachttijden. Wat Microsoft zegt, wordt alleen gemeld. */
export const submissionsNl = (format: Formatting): ReturnType<typeof submissionsEn> => ({
  title: 'Inzendingen bij Microsoft',
  headline: (waiting) =>
    waiting === 0
      ? 'Niets wacht op Microsoft'
      : `${format.number(waiting)} ${format.plural(waiting, { one: 'inzending wacht', other: 'inzendingen wachten' })} op Microsoft`,
  sub: (open) => `${format.count(open, { one: 'inzending', other: 'inzendingen' })} onderweg`,
  productHeadline: (open) =>
    open === 0
      ? 'Er is niets onderweg bij Microsoft'
      : `${format.count(open, { one: 'inzending', other: 'inzendingen' })} onderweg`,
  views: { label: 'Weergaven', open: 'Onderweg', microsoft: 'Bij Microsoft', ended: 'Afgelopen', all: 'Alle' },
  states: {
    draft: 'Concept',
    uploaded: 'Geüpload',
    checking: 'In onze controle',
    failed: 'Niet door onze controle',
    passed: 'Klaar om in te zenden',
    submitted: 'Bij Microsoft',
    'changes-requested': 'Microsoft meldt: wijzigingen nodig',
    certified: 'Microsoft meldt: akkoord',
    preview: 'Microsoft meldt: voorbeeldversie',
    live: 'Microsoft meldt: live',
    withdrawn: 'Ingetrokken',
  },
  stages: {
    draft: 'Concept',
    uploaded: 'Geüpload',
    checking: 'Onze controle',
    failed: 'Niet door',
    passed: 'Klaar',
    submitted: 'Bij Microsoft',
    'changes-requested': 'Wijzigingen',
    certified: 'Akkoord',
    preview: 'Voorbeeld',
    live: 'Live',
    withdrawn: 'Ingetrokken',
  },
  because: {
    draft: 'Er is nog niets ingezonden.',
    uploaded: 'De bestanden staan in Partnercentrum of waar ze worden ingezonden.',
    checking: 'Onze controle van de bestanden bepaalt wat volgt.',
    failed: 'De laatste bestandscontrole vond fouten.',
    passed: 'De laatste bestandscontrole vond geen fouten. Alleen Microsoft beslist.',
    submitted: 'Microsoft heeft het en heeft nog niet geantwoord.',
    'changes-requested': 'Zoals hier gemeld; Microsofts eigen woorden staan bij de referentie.',
    certified: 'Zoals hier gemeld met de referentie van Microsoft. Dit is niet ons oordeel.',
    preview: 'Zoals hier gemeld; keur de voorbeeldversie goed voordat de termijn verloopt.',
    live: 'Zoals hier gemeld met de referentie van Microsoft.',
    withdrawn: 'De inzending is teruggenomen.',
  },
  moves: {
    uploaded: 'De bestanden zijn geüpload',
    checking: 'Op onze controle baseren',
    failed: 'Onze controle is mislukt',
    passed: 'Onze controle is geslaagd',
    submitted: 'Ingezonden bij Microsoft',
    'changes-requested': 'Microsoft vraagt wijzigingen',
    certified: 'Akkoord van Microsoft melden',
    preview: 'De voorbeeldversie is er',
    live: 'Het staat live',
    withdrawn: 'Intrekken',
  },
  next: 'Wat er daarna gebeurde',
  channels: { 'partner-center': 'Partnercentrum', github: 'GitHub', portal: 'Portal', other: 'Anders' },
  columns: {
    product: 'Product',
    step: 'Stap',
    state: 'Staat',
    wait: 'Wacht op',
    due: 'Verwacht',
    reference: 'Referentie',
    changed: 'Laatst gewijzigd',
  },
  fields: {
    step: 'Stap',
    channel: 'Hoe het wordt ingezonden',
    note: 'Notitie',
    noteHint: 'Bij intrekken of wijzigingen: wat er is gebeurd, in één zin.',
    reference: 'Referentie van Microsoft',
    referenceHint: 'Het nummer of adres waaronder Microsoft het bijhoudt.',
    owner: 'Wie het in de gaten houdt',
  },
  create: { title: 'Inzending beginnen', submit: 'Beginnen' },
  created: 'De inzending is begonnen.',
  moved: (state) => `Vastgelegd: ${state}.`,
  waits: {
    title: 'Wachttijden',
    about: (amount, unit) =>
      ({
        hours: `ongeveer ${format.count(amount, { one: 'uur', other: 'uur' })}`,
        days: `ongeveer ${format.count(amount, { one: 'dag', other: 'dagen' })}`,
        'business-days': `ongeveer ${format.count(amount, { one: 'werkdag', other: 'werkdagen' })}`,
      })[unit],
    source: (about, source, dated, confidence) =>
      `${about}, volgens “${source}” van ${format.date(dated)} (${confidence})`,
    confidence: { high: 'goede bron', medium: 'redelijk zeker', low: 'onzeker' },
    alsoSeen: (about) => `elders: ${about}`,
    states: { running: 'Loopt', met: 'Op tijd beantwoord', breached: 'Duurde langer', cancelled: 'Vervallen' },
    watchedBy: (name) => `In de gaten gehouden door ${name}`,
    nobody: 'Door niemand in de gaten gehouden',
    assign: 'Aanwijzen wie het in de gaten houdt',
    assigned: 'Opgeslagen wie het in de gaten houdt.',
    since: (when) => `sinds ${when}`,
  },
  empty: {
    title: 'Hier volgt u wat bij Microsoft ligt',
    why: 'In deze weergave staat geen inzending. U begint er een op de pagina van een product.',
    product: 'Een inzending zegt wat bij Microsoft ligt en wanneer u antwoord mag verwachten.',
    productWhy: 'Dit product heeft er nog geen.',
  },
  older: 'Ouder',
  newest: 'Nieuwste',
})
