import type { Formatting } from './formatting.ts'

/** Words of the portfolio, its plot, and its import and export. */
export const portfolioEn = (format: Formatting) => ({
  title: 'Portfolio',
  needYou: (count: number) =>
    count === 0
      ? 'Nothing needs you'
      : `${format.number(count)} ${format.plural(count, { one: 'needs', other: 'need' })} you`,
  waitOnUs: (count: number) =>
    count === 0
      ? 'Nothing waits on us'
      : `${format.number(count)} ${format.plural(count, { one: 'waits', other: 'wait' })} on us`,
  counted: (isvs: number, products: number) =>
    `${format.count(isvs, { one: 'ISV', other: 'ISVs' })} · ${format.count(products, { one: 'product', other: 'products' })}`,
  needRule: 'Your ISVs and those without an owner, where it is our turn or a product is stuck or overdue.',
  ourRule: 'Products for which it is our turn.',
  views: {
    label: 'Views',
    'needs-me': 'Needs me',
    'stuck-or-overdue': 'Stuck or overdue',
    microsoft: 'Waiting on Microsoft',
    ready: 'Ready',
    all: 'All',
  },
  onUs: 'Waiting on us',
  columns: {
    name: 'ISV and product',
    steps: 'Steps 1–7',
    health: 'Health',
    because: 'Because',
    ball: 'Turn',
    days: 'Days',
    due: 'Due',
    owner: 'Owner',
  },
  ownerLeftOut: 'A wider window shows the owners too; filter and CSV have them at any width.',
  daysTitle: (days: number, since: string) =>
    `${format.count(days, { one: 'day', other: 'days' })} in this stage, since ${format.date(since)}`,
  sorted: {
    name: 'Sorted by name',
    steps: 'Sorted by share of items proved',
    health: 'Sorted by health, then days in stage',
    because: 'Sorted by reason',
    ball: 'Sorted by turn',
    days: 'Sorted by days in stage',
    due: 'Sorted by due date',
    owner: 'Sorted by owner',
  },
  noOwner: 'Nobody',
  caption: 'Products with their seven steps, health and turn',
  filters: {
    title: 'Filter',
    search: 'ISV or product',
    health: 'Health',
    ball: 'Turn',
    owner: 'Owner',
    step: 'Step',
    state: 'State of that step',
    any: 'Any',
  },
  actions: {
    exportCsv: 'Export CSV',
    addIsv: 'Add an ISV',
    importCsv: 'Import CSV',
    assign: 'Assign owner',
  },
  empty: {
    title: 'Here you follow every product through the seven steps',
    why: 'No ISV has a product yet. Add an ISV or import a list; its people then answer the goals.',
    view: 'Nothing in this view',
    viewWhy: 'No product is in this state now. See all products instead.',
    filtered: 'No product fits these filters',
    filteredWhy: 'Names are matched by any part of them. Clear the filters to see more.',
    showAll: 'Show all products',
  },
  plot: {
    title: 'Where products stand',
    finding: (step: string, proved: number, applies: number) =>
      `${step} is furthest behind: proved for ${format.number(proved)} of ${format.number(applies)}`,
    allProved: 'Every step that applies is proved',
    none: 'No step applies to any product yet',
    description: 'Proved, of the products for which the step applies.',
    columns: { step: 'Step', proved: 'Proved', applies: 'Applies to' },
    csv: 'CSV',
    csvLabel: 'Download these figures as CSV',
  },
  import: {
    title: 'Import ISVs and products',
    sub: 'First you see what would happen to each row. Nothing is written until you confirm.',
    file: 'CSV file',
    fileHint: 'UTF-8 with a header row, comma or semicolon, at most 1 MB and 2,000 rows.',
    look: 'See what would happen',
    columnsTitle: 'Columns',
    columns: {
      isv: 'Name of the ISV',
      isv_external_id: 'Your number for it; the same number again changes the same ISV',
      owner: 'Account name of the partner manager; optional',
      time_zone: 'Such as Europe/Amsterdam; optional',
      product: 'Name of the product; empty for an ISV alone',
      product_external_id: 'Your number for the product',
      kind: 'isv or enterprise; optional',
      edition: 'current or 2018-02; optional',
      publisher: 'verified-publisher or independent-publisher; optional',
    },
    template: 'Download an empty file',
    report: (create: number, update: number, refused: number) =>
      refused > 0
        ? `${format.count(refused, { one: 'problem', other: 'problems' })} to correct first`
        : create + update === 0
          ? 'Everything is there already'
          : `${format.number(create)} would be added, ${format.number(update)} changed`,
    reportSub: (rows: number, same: number) =>
      `${format.count(rows, { one: 'row', other: 'rows' })} read, ${format.number(same)} with nothing to change. Nothing has been written.`,
    outcomes: { create: 'Add', update: 'Change', same: 'No change', refused: 'Refused' },
    table: { line: 'Line', what: 'What', name: 'Name', outcome: 'Outcome', changes: 'Details' },
    objects: { isv: 'ISV', product: 'Product' },
    place: (line: number, column: string) => `Line ${format.number(line)}, ${column}`,
    lineOnly: (line: number) => `Line ${format.number(line)}`,
    change: (field: string, before: string, after: string) => `${field}: “${before}” becomes “${after}”`,
    refusedTitle: 'This file cannot be imported as it is',
    refusedNote: 'Correct these in the file and choose it again. It is all or nothing.',
    confirm: 'Import these rows',
    again: 'Choose another file',
    done: (create: number, update: number) =>
      `Imported: ${format.number(create)} added, ${format.number(update)} changed.`,
    nothing: 'Nothing had to be imported.',
    shownFirst: (count: number) => `The first ${format.number(count)} are shown.`,
  },
})
