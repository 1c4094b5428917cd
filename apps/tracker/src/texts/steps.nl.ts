import type { Formatting } from './formatting.ts'
import type { stepsEn } from './steps.en.ts'

/** The same in Dutch. */
export const stepsNl = (format: Formatting): ReturnType<typeof stepsEn> => ({
  title: (product, step) => `${product}: ${step}`,
  headline: {
    counted: (step, proved, total) =>
      `${step}: ${format.number(proved)} van de ${format.number(total)} verplichte punten aangetoond`,
    complete: (step, total) =>
      total === 1
        ? `${step}: het verplichte punt is aangetoond`
        : `${step}: alle ${format.number(total)} verplichte punten aangetoond`,
    notNeeded: (step) => `${step} hebt u niet nodig`,
    notNeededOf: (product, step) => `${product} heeft ${step.toLowerCase()} niet nodig`,
    needsAnswer: (step) => `Uw antwoorden bepalen of u ${step.toLowerCase()} nodig hebt`,
  },
  numbers: (ours, theirs) => `Stap ${ours} van zeven; nummer ${theirs} op de huidige pagina van Microsoft`,
  statuses: {
    'not-needed': 'Niet nodig',
    'needs-answer': 'Antwoord nodig',
    'not-started': 'Niet begonnen',
    'in-progress': 'Onderweg',
    blocked: 'Wacht',
    'in-review': 'In beoordeling',
    'changes-requested': 'Aanpassing gevraagd',
    complete: 'Compleet',
    regressed: 'Niet langer aangetoond',
  },
  gate: 'Compleet als',
  applies: 'Waarom',
  changeIf: 'Wat hieraan iets zou veranderen',
  toGoals: 'Naar de doelen',
  source: 'Waar dit op berust',
  group: (proved, total) => `${format.number(proved)} van ${format.number(total)}`,
  notCounted: (count) => `${format.count(count, { one: 'punt geldt', other: 'punten gelden' })} niet voor dit product`,
  microsoft: {
    title: 'Microsoft over deze stap',
    link: 'Open de pagina van Microsoft',
    untracked: (number, title) =>
      `Tussen deze stap en de volgende heeft de pagina van Microsoft nummer ${format.number(number)}, “${title}”. Die volgen we niet.`,
    untrackedLink: 'Over bureaubladstromen',
  },
  customerLicences: {
    title: 'De licenties van een klant',
    why: 'Of een klant heeft wat de stromen nodig hebben, rekent u uit op uw eigen computer; dan hoeft hier geen lijst van mensen te komen:',
    command: 'sevenstep licences report MAP --format html --output rapport.html',
  },
  looksAt: 'Waar de beoordelaar naar kijkt',
  history: {
    title: 'Geschiedenis',
    none: 'In deze stap is nog niets gebeurd.',
  },
  target: {
    title: 'Streefdatum van deze stap',
    none: 'Geen streefdatum voor deze stap.',
    save: 'Streefdatum opslaan',
  },
  review: {
    title: 'Beoordeling',
    ask: (step) => `Vraag om een beoordeling van ${step}`,
    ready: (count) =>
      `Alles wat verplicht is, hebt u ingediend. Een beoordelaar kijkt naar ${format.count(count, { one: 'punt', other: 'punten' })}.`,
    which: 'Welke punten',
    message: 'Moet de beoordelaar nog iets weten?',
    messageHint: 'Bijvoorbeeld waar hij zich voor een test aanmeldt. Nooit een wachtwoord: geheimen horen hier niet.',
    submit: 'Indienen ter beoordeling',
    submitted: 'We hebben een beoordelaar gevraagd. Tot er is beslist, kunt u het verzoek intrekken.',
    missing: (count) =>
      `Voordat u om een beoordeling kunt vragen, ${format.plural(count, { one: 'wacht nog 1 verplicht punt', other: `wachten nog ${format.number(count)} verplichte punten` })} op u`,
    later: (count) =>
      `Nog ${format.count(count, { one: 'ander komt', other: 'andere komen' })} aan de beurt zodra aangetoond is waar het op bouwt.`,
    missingOthers: (count) =>
      `Er ${format.plural(count, { one: 'staat nog 1 verplicht punt', other: `staan nog ${format.number(count)} verplichte punten` })} open, dus een beoordeling kan nog niet worden gevraagd`,
    andMore: (count) => `en nog ${format.number(count)}`,
    nothing: 'Hier wacht niets op het oordeel van een mens.',
    mayNot: 'Alles wat verplicht is, is ingediend. Iemand van de ISV kan om een beoordeling vragen.',
    open: 'Er is om een beoordeling gevraagd',
    openSub: (name, when) => `Gevraagd door ${name}, ${when}. Nog niemand heeft het opgepakt.`,
    claimed: (name) => `${name} bekijkt het`,
    claimedSub: (name, when) => `Gevraagd door ${name}, ${when}.`,
    items: (count) => `${format.count(count, { one: 'punt', other: 'punten' })} te beoordelen`,
    withdraw: 'Verzoek intrekken',
    withdrawn: 'Het verzoek is ingetrokken. Wat u hebt ingediend, blijft bewaard.',
    toReview: 'Open de beoordeling',
    somebody: 'iemand',
    reviewer: 'Een beoordelaar',
    decided: {
      approved: (name, when) => `Goedgekeurd door ${name}, ${when}.`,
      'changes-requested': (name, when) => `Aanpassing gevraagd door ${name}, ${when}.`,
      rejected: (name, when) => `Niet aanvaard door ${name}, ${when}.`,
      deprecated: (when) => `Na de beoordeling (${when}) is er iets veranderd; er moet opnieuw naar worden gekeken.`,
      withdrawn: (when) => `Het laatste verzoek is ingetrokken, ${when}.`,
    },
  },
})
