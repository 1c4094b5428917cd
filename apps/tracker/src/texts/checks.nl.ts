import type { ChecksTexts } from './checks.en.ts'
import type { Formatting } from './formatting.ts'
import { handInNl } from './hand-in.nl.ts'

/** Words of the file check. */
export const checksNl = (format: Formatting): ChecksTexts => ({
  title: 'Bestandscontrole',
  headlines: {
    none: (name) => `Van ${name} is nog niets gecontroleerd`,
    passed: (things, isOne) => `${things} ${isOne ? 'voldoet' : 'voldoen'} aan de eisen die wij controleren`,
    failed: (things, isOne) => `${things} ${isOne ? 'voldoet' : 'voldoen'} nog niet aan de eisen die wij controleren`,
    'passed in part': (things) => `Er is niets mis in wat van ${things} kon worden gecontroleerd`,
    running: (name) => `Bestanden van ${name} worden gecontroleerd`,
    error: (name) => `Deze bestanden van ${name} konden niet worden gecontroleerd`,
    'timed-out': (name) => `De controle van deze bestanden van ${name} duurde te lang`,
    cancelled: (name) => `De controle van deze bestanden van ${name} is gestopt`,
  },
  things: {
    connector: { one: 'de connector', other: 'de connectors' },
    'connector-archive': { one: 'de connector', other: 'de connectors' },
    'certification-package': { one: 'het certificeringspakket', other: 'de certificeringspakketten' },
    solution: { one: 'de connector', other: 'de connectors' },
    file: { one: 'het bestand van een connector', other: 'de bestanden van connectors' },
    'app registration': { one: 'de app-registratie', other: 'de app-registraties' },
    'host page': { one: 'de pagina', other: 'de pagina’s' },
    'flow package': { one: 'de stroom', other: 'de stromen' },
    'flow solution': { one: 'de oplossing', other: 'de oplossingen' },
    'flow definition': { one: 'de stroom', other: 'de stromen' },
    'template submission': { one: 'de indiening', other: 'de indieningen' },
    'deployment report': { one: 'de implementatie', other: 'de implementaties' },
    licences: { one: 'de lijsten van licenties', other: 'de lijsten van licenties' },
    offer: { one: 'de aanbieding', other: 'de aanbiedingen' },
  },
  severalThings: (count) => `${format.number(count)} onderdelen van wat is ingediend`,
  reportHeadlines: {
    passed: (name) => `Niets in het rapport spreekt tegen de implementatie van ${name}`,
    failed: (name) => `Het rapport zegt wat er aan de implementatie van ${name} nog schort`,
  },
  notVerdict: 'onze controle, niet het oordeel van Microsoft',
  counted: (errors, warnings, notes) =>
    [
      format.count(errors, { one: 'fout', other: 'fouten' }),
      format.count(warnings, { one: 'waarschuwing', other: 'waarschuwingen' }),
      ...(notes > 0 ? [format.count(notes, { one: 'opmerking', other: 'opmerkingen' })] : []),
    ].join(', '),
  measured: (operations, rules) =>
    `${format.count(operations, { one: 'bewerking', other: 'bewerkingen' })}, ${format.count(rules, { one: 'regel', other: 'regels' })}`,
  milliseconds: (value) => `in ${format.number(value)} ms`,
  howChecked: 'Hoe dit is gecontroleerd',
  ruleSet: (version) => `regelset ${version}`,
  profiles: {
    'verified-publisher': 'als geverifieerde uitgever',
    'independent-publisher': 'als onafhankelijke uitgever',
    custom: 'als eigen connector',
  },
  judgedAs: {
    'sign-in-checks': 'als app-registratie in productie',
    'flow-embed': 'als pagina in productie',
    'flow-templates': 'als sjabloon voor klanten',
    'deployment-client': 'gemeld door de eigen uitvoering van de ISV; niemand anders heeft in het doel gekeken',
    'licensing-checks': 'als de licenties van één klant in productie',
    'listing-checks': 'als aanbieding voor AppSource',
  },
  editions: { current: 'naar het programma van vandaag', '2018-02': 'naar het programma van februari 2018' },
  recognised: {
    title: 'Wat er herkend is',
    all: 'wat is aangeleverd',
    kinds: {
      connector: 'Connector',
      'connector-archive': 'Connector, gezipt',
      'certification-package': 'Certificeringspakket',
      solution: 'Connector uit een oplossing',
      file: 'Bestand van een connector',
      'app registration': 'App-registratie',
      'host page': 'Pagina die Power Automate insluit',
      'flow package': 'Geëxporteerde stroom',
      'flow solution': 'Oplossing met stromen',
      'flow definition': 'Stroom zonder pakket',
      'template submission': 'Indiening van een sjabloon',
      'deployment report': 'Rapport van een implementatie',
      licences: 'Lijsten van licenties',
      offer: 'Aanbieding voor AppSource',
    },
    more: (count) => `en nog ${format.number(count)}`,
    reported: 'Feiten die erbij zijn aangeleverd. Het is het woord van de ISV zelf; niemand anders heeft gekeken.',
    facts: (names, steps) => `${format.list(names)}, voor ${steps}`,
    unrecognised: (count) =>
      `${format.count(count, { one: 'bestand', other: 'bestanden' })} ${format.plural(count, { one: 'is', other: 'zijn' })} niet herkend`,
    idle: (count) =>
      `${format.count(count, { one: 'pakket bevat', other: 'pakketten bevatten' })} niets dat wordt gecontroleerd`,
    unrecognisedWhy: 'Uit hun inhoud blijkt niets wat wij controleren, dus heeft niemand ze beoordeeld.',
    unread: 'Niet alles kon worden gelezen',
    unreadMeans: 'Waar het bij hoort is als geheel weggelaten en beslist niets. Al het andere telt.',
  },
  handedOn: {
    intro: 'Wat uit één onderdeel blijkt, telde mee bij een ander. Wij lazen het zelf in deze bestanden.',
    from: 'uit',
    facts: {
      templateParameters: 'de parameters die sjablonen declareren',
      flows: 'de stromen die moeten draaien',
      landingPageSignIn: 'hoe de aanmelding op de landingspagina is geregistreerd',
    },
  },
  flows: {
    title: (count) => (count === 1 ? 'De stroom, getekend' : `De ${format.number(count)} stromen, getekend`),
    name: (name, subject) => `${name} (${subject})`,
    label: (name) => `Tekening van ${name}`,
    inWords: 'Hetzelfde in woorden',
    ownPage: 'Deze tekening is groot en heeft een eigen pagina',
    none: 'Deze stroom is niet getekend: er staat een geheim in een van de namen, of de tekeningen werden te groot.',
    all: (count) => `Alle ${format.number(count)} stromen`,
    sub: (subject) => `Getekend uit ${subject}, zoals het gecontroleerd is.`,
  },
  ...handInNl(format),
  files: {
    title: 'Bestanden',
    fails: 'bevat fouten',
    warns: 'bevat waarschuwingen',
    passes: 'in orde',
    notes: (count) => format.count(count, { one: 'opmerking', other: 'opmerkingen' }),
    counts: (errors, warnings) =>
      [
        ...(errors > 0 ? [format.count(errors, { one: 'fout', other: 'fouten' })] : []),
        ...(warnings > 0 ? [format.count(warnings, { one: 'waarschuwing', other: 'waarschuwingen' })] : []),
      ].join(', '),
    beside: 'niet beoordeeld',
    further: (count) => format.count(count, { one: 'ander bestand', other: 'andere bestanden' }),
  },
  empty: {
    title: 'Zie waar Microsoft over zou struikelen',
    why: 'Sleep hierheen wat u van welke stap ook hebt; elke bevinding verschijnt hier met haar plaats en haar oplossing: de map of het certificeringspakket van uw connector, het manifest van uw app-registratie, de pagina die Power Automate insluit, een geëxporteerde stroom of een oplossing, het rapport van een implementatie, lijsten van licenties en stromen van een klant, de map van uw aanbieding. Er gaat niets naar Microsoft.',
  },
  running: {
    title: 'De controle loopt',
    why: 'Deze pagina kijkt elke twee seconden vanzelf opnieuw. U kunt haar verlaten; de uitslag blijft bewaard.',
    again: 'Opnieuw kijken',
    stop: 'Deze controle stoppen',
  },
  over: {
    nothing: 'Er is niets gecontroleerd',
    stopped: 'Gestopt voordat ze klaar was',
    cancelled: 'Aan de checklist is niets veranderd.',
    kept: 'Aan de checklist is niets veranderd: een controle die niet afloopt, zegt niets over uw bestanden.',
    again: 'Lever de bestanden opnieuw aan om ze te laten controleren.',
  },
  filter: {
    label: 'Bevindingen',
    all: 'Alle',
    error: 'Fouten',
    warning: 'Waarschuwingen',
    info: 'Opmerkingen',
    new: 'Nieuw',
    none: 'Geen bevinding van deze soort.',
  },
  passed: {
    title: 'Niets te herstellen',
    why: 'Geen van onze regels vond iets in deze bestanden. Alleen Microsoft beslist.',
  },
  reported: {
    title: 'Wat het rapport over de checklist zegt',
    source: 'Bron: de eigen uitvoering van de ISV. Waar het rapport over zwijgt, blijft zoals het was.',
    item: 'Punt',
    value: 'Waarde',
  },
  finding: {
    fix: 'Oplossing',
    wholeFile: (path) => `${path}, het hele bestand`,
    more: (count) => format.count(count, { one: 'andere plaats', other: 'andere plaatsen' }),
    unlisted: (count) => `en nog ${format.number(count)}; in de JSON staan ze allemaal`,
    explained: 'Uitleg van de regel',
    item: 'Punt van de checklist, en hoe u bezwaar maakt',
    isNew: 'Nieuw sinds de vorige controle',
    wouldWrite: { automatic: 'Wat het herstel schrijft', proposed: 'Wat er zou kunnen staan; u beslist' },
    automatic: 'herstel beschikbaar',
    code: (code) => `Code van Microsoft: ${code}`,
  },
  notes: (count) =>
    format.count(count, {
      one: 'opmerking, advies dat niets tegenhoudt',
      other: 'opmerkingen, advies dat niets tegenhoudt',
    }),
  notChecked: {
    title: (count) => `${format.count(count, { one: 'regel kon', other: 'regels konden' })} niet worden gecontroleerd`,
    notice: 'Wat u kunt aanleveren',
    why: 'Waarom',
    rules: (count) => format.count(count, { one: 'regel', other: 'regels' }),
  },
  secrets: {
    title: (files) =>
      files === 1
        ? 'Eén bestand bevat een geheim. Het is niet opgeslagen.'
        : `${format.number(files)} bestanden bevatten een geheim. Ze zijn niet opgeslagen.`,
    place: (path, line) => `${path}, regel ${format.number(line)}`,
    todo: 'Haal de waarde uit het bestand en trek haar in waar ze is uitgegeven: wie het bestand heeft gezien, kent haar.',
  },
  difference: {
    title: 'Sinds de vorige controle',
    appeared: (count) => `${format.number(count)} nieuw`,
    gone: (count) => `${format.number(count)} verdwenen`,
    stayed: (count) => `${format.number(count)} nog aanwezig`,
    goneList: 'Wat is verdwenen',
  },
  counts: {
    yes: (steps) => `Deze controle telt mee: de punten van ${steps} rusten erop.`,
    notNeeded: (steps) =>
      `Deze controle telt mee. Uw antwoorden vragen niet om ${steps}; tot dan rust geen punt daarvan erop.`,
    stays: 'Waarvoor zij niets te bekijken had, blijft zoals een eerdere controle het achterliet, met die datum.',
    no: 'Alleen een proef: geen enkel punt rust erop.',
    save: (steps) => `Opslaan als bewijs voor ${steps}`,
  },
  fixes: {
    apply: (count) => `${format.count(count, { one: 'veilig herstel', other: 'veilige herstellingen' })} toepassen`,
    headline: (count, files) =>
      `${format.count(count, { one: 'herstel', other: 'herstellingen' })} in ${format.count(files, { one: 'bestand', other: 'bestanden' })} ${format.plural(count, { one: 'kan', other: 'kunnen' })} wij voor u doen`,
    none: 'Er is niets meer dat wij voor u kunnen herstellen',
    noneWhy:
      'Wat overblijft vraagt een beslissing van u, of staat in een archief of in een bestand dat vanwege een geheim niet is bewaard.',
    sub: 'Elk herstel behoudt de betekenis en verzint niets. Uw eigen bestanden blijven zoals ze zijn tot u ze vervangt.',
    download: 'Herstelde bestanden downloaden',
    left: (count) =>
      `${format.count(count, { one: 'bestand met een geheim zit er niet bij: we hebben het niet bewaard', other: 'bestanden met een geheim zitten er niet bij: we hebben ze niet bewaard' })}.`,
    inFile: (count) => format.count(count, { one: 'herstel', other: 'herstellingen' }),
    changes: (path) => `Wat er verandert in ${path}`,
    back: 'Terug naar de bevindingen',
  },
  downloads: { label: 'Downloaden', sarif: 'SARIF', json: 'JSON', markdown: 'Markdown' },
  rerun: 'Dezelfde bestanden opnieuw controleren',
  runs: {
    title: 'Eerdere controles',
    states: {
      queued: 'wacht',
      running: 'loopt',
      passed: 'voldoet',
      failed: 'nog niet',
      error: 'niet te controleren',
      cancelled: 'gestopt',
      'timed-out': 'duurde te lang',
    },
    onlyTry: 'alleen een proef',
    by: (name) => `door ${name}`,
    more: (name, count) => `${name} en nog ${format.number(count)}`,
  },
  rule: {
    back: 'Bestandscontrole',
    microsoft: 'Codes van Microsoft',
  },
  flash: {
    counted: 'De punten van de stap rusten nu op deze controle.',
    stopped: 'De controle is gestopt.',
    endedAlready: 'De controle was al afgelopen.',
  },
})
