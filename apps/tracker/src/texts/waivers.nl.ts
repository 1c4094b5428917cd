import type { Formatting } from './formatting.ts'
import type { waiversEn } from './waivers.en.ts'

const waivers = { one: 'vrijstelling', other: 'vrijstellingen' }
const objections = { one: 'bezwaar', other: 'bezwaren' }
const workingDays = { one: 'werkdag', other: 'werkdagen' }

/** The same in Dutch. */
export const waiversNl = (format: Formatting): ReturnType<typeof waiversEn> => ({
  title: 'Vrijstellingen',
  tabs: { label: 'Vrijstellingen en bezwaren', waivers: 'Vrijstellingen', disputes: 'Bezwaren' },
  headline: {
    asked: (count) =>
      `${format.count(count, { one: 'aanvraag om vrijstelling wacht', other: 'aanvragen om vrijstelling wachten' })} op een besluit`,
    askedNone: 'Geen aanvraag om vrijstelling wacht op een besluit',
    running: (count, expiring) => {
      const running = `${format.count(count, waivers)} ${format.plural(count, { one: 'loopt', other: 'lopen' })}`
      return expiring === 0
        ? `${running}, geen eindigt binnen 30 dagen`
        : `${running}, ${format.number(expiring)} ${format.plural(expiring, { one: 'eindigt', other: 'eindigen' })} binnen 30 dagen`
    },
    runningNone: 'Er loopt geen vrijstelling',
    expired: (count) =>
      `${format.count(count, waivers)} ${format.plural(count, { one: 'is', other: 'zijn' })} verlopen`,
    ended: (count) =>
      `${format.count(count, waivers)} ${format.plural(count, { one: 'is', other: 'zijn' })} afgewezen of ingetrokken`,
  },
  sub: (days) =>
    `Met een vrijstelling mag één punt een tijd rusten. We willen binnen ${format.count(days, workingDays)} beslissen, onze eigen norm.`,
  filters: {
    label: 'Welke vrijstellingen',
    asked: 'Aangevraagd',
    running: 'Lopend',
    expired: 'Verlopen',
    ended: 'Afgewezen of ingetrokken',
  },
  columns: {
    item: 'Punt',
    asked: 'Gevraagd door',
    due: 'Tijd om te beslissen',
    until: 'Gevraagd tot en met',
    left: 'Eindigt',
    decided: 'Beslist door',
    state: 'Stand',
  },
  noEnd: 'Geen einde',
  left: (milliseconds) => `nog ${format.duration(milliseconds)}`,
  soon: 'Binnenkort',
  states: {
    requested: 'Aangevraagd',
    approved: 'Loopt',
    denied: 'Afgewezen',
    revoked: 'Ingetrokken',
    withdrawn: 'Teruggenomen',
    expired: 'Verlopen',
  },
  somebody: 'Iemand',
  empty: {
    asked: {
      title: 'Niemand vraagt om vrijstelling',
      why: 'Een ISV of partnermanager vraagt erom op de pagina van een punt dat nu niet kan worden aangetoond, met de reden en een laatste dag. Een beoordelaar die er niet zelf om vroeg, beslist.',
    },
    running: {
      title: 'Er loopt geen vrijstelling',
      why: 'Wat een beoordelaar laat rusten, staat hier tot de laatste dag; wat het eerst eindigt, staat bovenaan.',
    },
    expired: {
      title: 'Er is geen vrijstelling verlopen',
      why: 'Verloopt een vrijstelling, dan moet het punt weer worden aangetoond.',
    },
    ended: {
      title: 'Er is geen vrijstelling afgewezen of ingetrokken',
      why: 'Besluiten tegen een vrijstelling blijven hier staan, met de reden.',
    },
    action: 'Toon wat is aangevraagd',
  },
  one: {
    headline: {
      requested: (title) => `Mag dit een tijd rusten? ${title}`,
      approved: (title) => `Rust voorlopig: ${title}`,
      denied: (title) => `Mag niet rusten: ${title}`,
      revoked: (title) => `Rust niet meer: ${title}`,
      withdrawn: (title) => `Aanvraag teruggenomen: ${title}`,
      expired: (title) => `De vrijstelling is verlopen: ${title}`,
    },
    sub: (name, when) => `${name} vroeg het ${when}`,
    reason: 'Waarom het mag rusten',
    decision: 'Besluit',
    decided: (name, when) => `${name}, ${when}`,
    about: 'Over deze vrijstelling',
    strength: 'Gewicht',
    asked: 'Gevraagd door',
    until: 'Laatste dag',
    target: 'Onze norm',
    toItem: 'Open het punt',
    approveTitle: 'Laat het rusten',
    lastDay: 'Laatste dag',
    lastDayHint:
      'De vrijstelling eindigt met deze dag; daarna moet het punt weer worden aangetoond. Hoogstens een jaar.',
    lastDayOptional: 'Leeg laat het voorgoed rusten; dit punt is alleen aanbevolen.',
    note: 'Toelichting voor de ISV',
    approve: 'Laat het rusten',
    denyTitle: 'Of niet',
    denyNote: 'Waarom niet',
    denyHint: 'De ISV leest dit. Minstens 20 tekens.',
    deny: 'Wijs af',
    revokeTitle: 'Beëindig haar voortijdig',
    revokeWhy: 'Vanaf dan moet het punt weer worden aangetoond.',
    revokeReason: 'Waarom',
    revoke: 'Trek de vrijstelling in',
    own: 'U hebt zelf om deze vrijstelling gevraagd, dus een ander beslist erover.',
    readOnly: 'Een beoordelaar beslist hierover.',
    done: {
      approve: 'Het punt mag voorlopig rusten.',
      deny: 'Afgewezen. De ISV ziet waarom.',
      revoke: 'Ingetrokken. Het punt moet weer worden aangetoond.',
    },
  },
  disputes: {
    title: 'Bezwaren',
    headline: {
      open: (count) =>
        `${format.count(count, objections)} ${format.plural(count, { one: 'wacht', other: 'wachten' })} op antwoord`,
      openNone: 'Geen bezwaar wacht op antwoord',
      answered: (count) => `${format.count(count, objections)} beantwoord`,
    },
    sub: (days) =>
      `Een ISV is het oneens met een bevinding. We willen binnen ${format.count(days, workingDays)} antwoorden, onze eigen norm.`,
    filters: { label: 'Welke bezwaren', open: 'Wachtend', answered: 'Beantwoord' },
    columns: { rule: 'Bevinding', asked: 'Van', due: 'Nog te gaan', state: 'Antwoord', answered: 'Beantwoord door' },
    states: { open: 'Wacht', upheld: 'Gelijk gekregen', declined: 'Afgewezen' },
    upheldRecorded: 'Gelijk gekregen: een fout in de regelset is vastgelegd',
    empty: {
      open: {
        title: 'Niemand is het oneens met een bevinding',
        why: 'Op de pagina van een punt kan een ISV van elke bevinding zeggen dat ze niet klopt. Dat komt hier, voor een antwoord.',
      },
      answered: { title: 'Er is nog geen bezwaar beantwoord', why: 'Antwoorden blijven hier staan, met wie ze gaf.' },
      action: 'Toon wat wacht',
    },
    one: {
      headline: {
        open: (rule) => `Zit ${rule} er hier naast?`,
        upheld: (rule) => `Gelijk gekregen: ${rule} zat er hier naast`,
        declined: (rule) => `Afgewezen: ${rule} had het hier goed`,
      },
      reason: 'Wat de ISV zegt',
      finding: 'De bevinding',
      gone: 'De laatste controle vindt dit niet meer.',
      answer: 'Antwoord',
      answerTitle: 'Uw antwoord',
      words: 'In uw woorden',
      wordsHint: 'De ISV leest dit. Minstens 20 tekens.',
      outcome: 'Wie heeft gelijk?',
      upheld: 'De ISV: de bevinding klopt niet',
      upheldHint:
        'Een fout in de regelset wordt vastgelegd. Het punt is daarmee niet aangetoond; dat kan alleen met een herstelde regel of een vrijstelling.',
      declined: 'Onze controle: de bevinding klopt',
      declinedHint: 'Zeg wat de ISV moet wijzigen.',
      send: 'Verstuur het antwoord',
      doesNotPass: 'Het punt is nog niet in orde',
      waiver:
        'Tot de regel is hersteld, kan een vrijstelling het laten rusten. De ISV of de partnermanager vraagt daarom op de pagina van het punt.',
      askWaiver: 'Vraag om vrijstelling',
      toItem: 'Open het punt',
      own: 'U hebt dit bezwaar zelf gemaakt, dus een ander beantwoordt het.',
      readOnly: 'Een beoordelaar beantwoordt dit.',
      done: {
        upheld: 'Gelijk gegeven, en een fout in de regelset is vastgelegd. Het punt is daarmee nog niet in orde.',
        declined: 'Afgewezen. De ISV ziet uw antwoord.',
      },
    },
  },
})
