import type { Formatting } from './formatting.ts'
import type { portfolioEn } from './portfolio.en.ts'

/** De woorden van het portfolio, de grafiek, en het in- en uitvoeren. */
export const portfolioNl = (format: Formatting): ReturnType<typeof portfolioEn> => ({
  title: 'Portfolio',
  needYou: (count) =>
    count === 0
      ? 'Niets vraagt om uw aandacht'
      : `${format.number(count)} ${format.plural(count, { one: 'vraagt', other: 'vragen' })} om uw aandacht`,
  waitOnUs: (count) =>
    count === 0
      ? 'Niets wacht op ons'
      : `${format.number(count)} ${format.plural(count, { one: 'wacht', other: 'wachten' })} op ons`,
  counted: (isvs, products) =>
    `${format.count(isvs, { one: 'ISV', other: 'ISV’s' })} · ${format.count(products, { one: 'product', other: 'producten' })}`,
  needRule: 'Uw ISV’s en die zonder eigenaar, waar wij aan zet zijn of een product vastzit of te laat is.',
  ourRule: 'Producten waarbij wij aan zet zijn.',
  views: {
    label: 'Weergaven',
    'needs-me': 'Mijn aandacht',
    'stuck-or-overdue': 'Vast of te laat',
    microsoft: 'Wacht op Microsoft',
    ready: 'Gereed',
    all: 'Alle',
  },
  onUs: 'Wacht op ons',
  columns: {
    name: 'ISV en product',
    steps: 'Stappen 1–7',
    health: 'Voortgang',
    because: 'Reden',
    ball: 'Aan zet',
    days: 'Dagen',
    due: 'Uiterlijk',
    owner: 'Eigenaar',
  },
  ownerLeftOut: 'Een breder venster toont ook de eigenaars; het filter en de CSV hebben ze altijd.',
  daysTitle: (days, since) =>
    `${format.count(days, { one: 'dag', other: 'dagen' })} in deze fase, sinds ${format.date(since)}`,
  sorted: {
    name: 'Op naam gesorteerd',
    steps: 'Op aandeel aangetoond punten gesorteerd',
    health: 'Op voortgang gesorteerd, dan op dagen in fase',
    because: 'Op reden gesorteerd',
    ball: 'Op wie aan zet is gesorteerd',
    days: 'Op dagen in fase gesorteerd',
    due: 'Op uiterste datum gesorteerd',
    owner: 'Op eigenaar gesorteerd',
  },
  noOwner: 'Niemand',
  caption: 'Producten met hun zeven stappen, voortgang en wie aan zet is',
  filters: {
    title: 'Filteren',
    search: 'ISV of product',
    health: 'Voortgang',
    ball: 'Aan zet',
    owner: 'Eigenaar',
    step: 'Stap',
    state: 'Staat van die stap',
    any: 'Alle',
  },
  actions: {
    exportCsv: 'CSV exporteren',
    addIsv: 'ISV toevoegen',
    importCsv: 'CSV importeren',
    assign: 'Eigenaar toewijzen',
  },
  empty: {
    title: 'Hier volgt u elk product door de zeven stappen',
    why: 'Nog geen enkele ISV heeft een product. Voeg een ISV toe of importeer een lijst; daarna beantwoordt de ISV de doelen.',
    view: 'Niets in deze weergave',
    viewWhy: 'Geen enkel product is nu in deze staat. Bekijk liever alle producten.',
    filtered: 'Geen product past bij deze filters',
    filteredWhy: 'Op elk deel van een naam wordt gezocht. Wis de filters om meer te zien.',
    showAll: 'Alle producten tonen',
  },
  plot: {
    title: 'Waar producten staan',
    finding: (step, proved, applies) =>
      `${step} loopt het meest achter: aangetoond voor ${format.number(proved)} van ${format.number(applies)}`,
    allProved: 'Elke stap die nodig is, is aangetoond',
    none: 'Nog voor geen enkel product is een stap nodig',
    description: 'Bewezen, van de producten waarvoor de stap geldt.',
    columns: { step: 'Stap', proved: 'Bewezen', applies: 'Geldt voor' },
    csv: 'CSV',
    csvLabel: 'Deze cijfers als CSV downloaden',
  },
  import: {
    title: 'ISV’s en producten importeren',
    sub: 'Eerst ziet u wat er met elke regel zou gebeuren. Er wordt niets opgeslagen tot u bevestigt.',
    file: 'CSV-bestand',
    fileHint: 'UTF-8 met een kopregel, komma of puntkomma, hoogstens 1 MB en 2.000 regels.',
    look: 'Bekijken wat er zou gebeuren',
    columnsTitle: 'Kolommen',
    columns: {
      isv: 'Naam van de ISV',
      isv_external_id: 'Uw nummer voor de ISV; hetzelfde nummer wijzigt dezelfde ISV',
      owner: 'Accountnaam van de partnermanager; niet verplicht',
      time_zone: 'Bijvoorbeeld Europe/Amsterdam; niet verplicht',
      product: 'Naam van het product; leeg voor alleen een ISV',
      product_external_id: 'Uw nummer voor het product',
      kind: 'isv of enterprise; niet verplicht',
      edition: 'current of 2018-02; niet verplicht',
      publisher: 'verified-publisher of independent-publisher; niet verplicht',
    },
    template: 'Leeg bestand downloaden',
    report: (create, update, refused) =>
      refused > 0
        ? `${format.count(refused, { one: 'probleem', other: 'problemen' })} om eerst te verbeteren`
        : create + update === 0
          ? 'Alles is er al'
          : `${format.number(create)} zouden worden toegevoegd, ${format.number(update)} gewijzigd`,
    reportSub: (rows, same) =>
      `${format.count(rows, { one: 'regel', other: 'regels' })} gelezen, bij ${format.number(same)} verandert niets. Er is nog niets opgeslagen.`,
    outcomes: { create: 'Toevoegen', update: 'Wijzigen', same: 'Ongewijzigd', refused: 'Geweigerd' },
    table: { line: 'Regel', what: 'Wat', name: 'Naam', outcome: 'Uitkomst', changes: 'Details' },
    objects: { isv: 'ISV', product: 'Product' },
    place: (line, column) => `Regel ${format.number(line)}, ${column}`,
    lineOnly: (line) => `Regel ${format.number(line)}`,
    change: (field, before, after) => `${field}: “${before}” wordt “${after}”`,
    refusedTitle: 'Dit bestand kan zo niet worden geïmporteerd',
    refusedNote: 'Verbeter dit in het bestand en kies het opnieuw. Het is alles of niets.',
    confirm: 'Deze regels importeren',
    again: 'Een ander bestand kiezen',
    done: (create, update) => `Geïmporteerd: ${format.number(create)} toegevoegd, ${format.number(update)} gewijzigd.`,
    nothing: 'Er hoefde niets te worden geïmporteerd.',
    shownFirst: (count) => `De eerste ${format.number(count)} worden getoond.`,
  },
})
