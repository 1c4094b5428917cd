import type { Formatting } from './formatting.ts'
import type { ProbesTexts } from './probes.en.ts'

/** Woorden over wat onze server zag bij een adres dat werd ingediend. */
export const probesNl = (format: Formatting): ProbesTexts => ({
  asks: (pages) =>
    pages === 1
      ? 'Onze server bekijkt de koppeling.'
      : `Onze server bekijkt elke koppeling: dien ${format.number(pages)} verschillende pagina’s in, elk als een eigen stuk.`,
  verdicts: { shown: 'Zoals gevraagd', wanting: 'Niet zoals gevraagd', open: 'Aan een beoordelaar' },
  waiting: 'Onze server gaat zo naar dit adres kijken. Open deze pagina straks opnieuw.',
  looked: 'Onze server keek',
  tried: 'Onze server probeerde het',
  still: (at) => `Wat hij op ${format.dateTime(at)} zag, telt nog.`,
  answer: 'Antwoord',
  status: (status) => `status ${status}`,
  took: 'Duurde',
  milliseconds: (milliseconds) => `${format.number(milliseconds)} ms`,
  final: 'Leidt naar',
  hops: (hops) => `via ${format.count(hops, { one: 'doorverwijzing', other: 'doorverwijzingen' })}`,
  contentType: 'Soort inhoud',
  pageTitle: 'Titel van de pagina',
  signIn: 'Aanmelding',
  signIns: { microsoft: 'leidt naar de aanmelding van Microsoft', other: 'vraagt bezoekers zich aan te melden' },
  namesProduct: 'Titel noemt het product',
  yesNo: (yes) => (yes ? 'ja' : 'nee'),
  more: 'Meer feiten',
  headers: 'Headers die zijn beoordeeld',
  handInMore: (pages) => ({
    title: `Dien de andere pagina’s in: ${format.number(pages)} zijn gevraagd`,
    action: 'Nog een indienen',
  }),
  toAddress: 'Naar het adres',
  again: 'Opnieuw kijken',
  asked: 'Onze server kijkt opnieuw. Open deze pagina straks opnieuw.',
  every: 'Onze server kijkt ongeveer eens per dag opnieuw.',
  fact: (host) => `Adres bij ${host}`,
  source: 'Onze server',
  unseen: 'Kon niet kijken',
  notYet: 'Nog niet bekeken',
  decidedBy: {
    everything: 'onze server, of een beoordelaar',
    failures: 'een beoordelaar, met wat onze server zag',
  },
  bySight: 'Gezien door onze server',
})
