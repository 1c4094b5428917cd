import { parseTable } from '../table/parse-table.ts'
import type { Catalogue, CatalogueSource, LicenceCloud, ServicePlan, Sku } from './catalogue.ts'
import type { LicenceClass } from './licence-class.ts'

/** Largest table that is read, in characters; Microsoft's has about two million. */
const largestTable = 32_000_000
const mostRows = 200_000
const mostProblems = 50

/** What changed between two states of the catalogue. */
export interface CatalogueDifference {
  /** Not in the current catalogue; their class is `unclassified` until a person gives them one. */
  readonly added: readonly Sku[]
  /** In the current catalogue but not in the table. They are kept: products are still held after they left a table. */
  readonly missing: readonly Sku[]
  /** Same GUID, other name. */
  readonly renamed: readonly { readonly sku: Sku; readonly before: string; readonly after: string }[]
  /** Same GUID, other plans that belong to Power Automate or Dataverse. */
  readonly plansChanged: readonly {
    readonly sku: Sku
    readonly added: readonly ServicePlan[]
    readonly removed: readonly ServicePlan[]
  }[]
  /** Same GUID, another class: a person's decision, which no table of Microsoft's makes. */
  readonly reclassified: readonly { readonly sku: Sku; readonly before: LicenceClass; readonly after: LicenceClass }[]
}

/** What reading a table gave. */
export interface CatalogueUpdate {
  readonly catalogue: Catalogue
  readonly difference: CatalogueDifference
  /** Rows that could not be used, each a sentence with its line; empty for a sound table. */
  readonly problems: readonly string[]
}

/** Where a table comes from. */
export interface TableOrigin {
  /** Year and month it was downloaded. */
  readonly seen: string
  readonly title?: string
  readonly address?: string
}

/**
 * Reads Microsoft's table of product names and service plans (CSV) and brings a catalogue up to date with it. Products
 * are matched by GUID; blanks, byte order marks and the case of GUIDs do not matter. Never throws: what cannot be read
 * is a problem, and then the catalogue is the current one.
 */
export function updateCatalogue(csvText: string, current: Catalogue, origin: TableOrigin): CatalogueUpdate {
  const table = readTable(csvText)
  if (table.products.size === 0) {
    const difference = { added: [], missing: [], renamed: [], plansChanged: [], reclassified: [] }
    return { catalogue: current, difference, problems: table.problems }
  }
  const source: CatalogueSource = {
    key: 'm',
    title: origin.title ?? 'Microsoft: Product names and service plan identifiers for licensing (CSV)',
    seen: origin.seen,
    address: origin.address ?? 'https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference',
  }
  const plans = new Map(current.plans)
  const skus = new Map(current.skus)
  const difference = emptyDifference()
  const known = plansOf(table.plans, current)
  for (const product of table.products.values()) takeProduct(product, current, { plans, known, skus, difference })
  for (const sku of current.skus.values()) {
    if (table.products.has(sku.id)) continue
    if (sku.sources.includes('m')) difference.missing.push(sku)
    skus.set(sku.id, { ...sku, sources: sku.sources.filter((key) => key !== 'm') })
  }
  const sources = [source, ...current.sources.filter(({ key }) => key !== 'm')]
  const version = [origin.seen, current.version].sort().at(-1) ?? origin.seen
  return { catalogue: { version, sources, plans, skus }, difference, problems: table.problems }
}

/**
 * What differs between two catalogues, whoever made them: the one that comes along and one that was updated, for example.
 */
export function compareCatalogues(before: Catalogue, after: Catalogue): CatalogueDifference {
  const difference = emptyDifference()
  const plans = new Map([...before.plans, ...after.plans])
  for (const sku of after.skus.values()) {
    const known = before.skus.get(sku.id)
    if (known === undefined) difference.added.push(sku)
    else {
      compareSkus(known, sku, plans, difference)
      if (known.licenceClass !== sku.licenceClass)
        difference.reclassified.push({ sku, before: known.licenceClass, after: sku.licenceClass })
    }
  }
  for (const sku of before.skus.values()) if (!after.skus.has(sku.id)) difference.missing.push(sku)
  return difference
}

function emptyDifference(): MutableDifference {
  return { added: [], missing: [], renamed: [], plansChanged: [], reclassified: [] }
}

interface MutableDifference {
  added: Sku[]
  missing: Sku[]
  renamed: { sku: Sku; before: string; after: string }[]
  plansChanged: { sku: Sku; added: ServicePlan[]; removed: ServicePlan[] }[]
  reclassified: { sku: Sku; before: LicenceClass; after: LicenceClass }[]
}

interface Product {
  readonly id: string
  readonly partNumber: string
  readonly displayName: string
  readonly plans: Set<string>
}

/** What the rows of a table call a plan, each with how often. */
interface PlanWords {
  readonly names: Map<string, number>
  readonly displayNames: Map<string, number>
}

interface Growing {
  readonly plans: Map<string, ServicePlan>
  /** The plans of the table that matter. */
  readonly known: ReadonlyMap<string, ServicePlan>
  readonly skus: Map<string, Sku>
  readonly difference: MutableDifference
}

function takeProduct(product: Product, current: Catalogue, growing: Growing): void {
  const { plans, known, skus, difference } = growing
  const before = current.skus.get(product.id)
  const kept = [...product.plans].filter((id) => known.has(id)).sort()
  if (before === undefined && !kept.some((id) => known.get(id)?.kind === 'flow')) return
  for (const id of kept) {
    const plan = known.get(id)
    if (plan !== undefined) plans.set(id, plan)
  }
  const sku: Sku = {
    id: product.id,
    partNumber: product.partNumber,
    displayName: product.displayName,
    licenceClass: before?.licenceClass ?? 'unclassified',
    cloud: before?.cloud ?? cloudOf(product),
    plans: kept,
    sources: ['m', ...(before?.sources.filter((key) => key !== 'm') ?? [])],
  }
  skus.set(sku.id, sku)
  if (before === undefined) difference.added.push(sku)
  else compareSkus(before, sku, plans, difference)
}

/**
 * The plans of a table that belong to Power Automate or Dataverse. Some rows of Microsoft's table carry the words of a
 * neighbour, so that what most rows call a plan is its name, and its kind is told from that.
 */
function plansOf(words: ReadonlyMap<string, PlanWords>, current: Catalogue): ReadonlyMap<string, ServicePlan> {
  const plans = new Map<string, ServicePlan>()
  for (const [id, { names, displayNames }] of words) {
    const name = mostUsed(names)
    const displayName = mostUsed(displayNames)
    const kind = current.plans.get(id)?.kind ?? kindOf(name, displayNames)
    if (kind !== undefined) plans.set(id, { id, name, displayName, kind })
  }
  return plans
}

/** The most used of several words, the first in order among equals. */
function mostUsed(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))
  return sorted[0]?.[0] ?? ''
}

function compareSkus(before: Sku, after: Sku, plans: Growing['plans'], difference: MutableDifference): void {
  if (before.displayName !== after.displayName)
    difference.renamed.push({ sku: after, before: before.displayName, after: after.displayName })
  const only = (some: Sku, others: Sku) =>
    some.plans.filter((id) => !others.plans.includes(id)).flatMap((id) => plans.get(id) ?? [])
  const added = only(after, before)
  const removed = only(before, after)
  if (added.length + removed.length > 0) difference.plansChanged.push({ sku: after, added, removed })
}

const flowName = /(^|[^a-z])flow|power[ _]?automate/i
/** AI Builder's capacity begins with the same letters and is neither. */
const dataverseName = /^(cds(?!ai)|dataverse|dyn365_cds)/i

/**
 * Microsoft marks plans of Power Automate by nothing but their names. Words for people count only where no row says
 * anything else.
 */
function kindOf(name: string, displayNames: ReadonlyMap<string, number>): ServicePlan['kind'] | undefined {
  if (dataverseName.test(name)) return 'dataverse'
  if (flowName.test(name)) return 'flow'
  const isOther = /power_?apps|dyn365|dynamics/i.test(name)
  return !isOther && [...displayNames.keys()].every((words) => flowName.test(words)) ? 'flow' : undefined
}

function cloudOf({ partNumber, displayName }: Product): LicenceCloud {
  return /GCC|_GOV|USGOV|GOVERNMENT|DOD/i.test(`${partNumber} ${displayName}`) ? 'us-government' : 'public'
}

const guidForm = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const columns = {
  displayName: 'product_display_name',
  partNumber: 'string_id',
  id: 'guid',
  planName: 'service_plan_name',
  planId: 'service_plan_id',
  planDisplayName: 'service_plans_included_friendly_names',
} as const

interface ReadTable {
  readonly products: Map<string, Product>
  readonly plans: Map<string, PlanWords>
  readonly problems: string[]
}

function readTable(text: string): ReadTable {
  const products = new Map<string, Product>()
  const plans = new Map<string, PlanWords>()
  const problems: string[] = []
  const say = (problem: string): void => {
    if (problems.length < mostProblems) problems.push(problem)
    else if (problems.length === mostProblems) problems.push('There are more rows that cannot be used.')
  }
  if (text.length > largestTable) {
    say(`The table has ${text.length} characters; at most ${largestTable} are read. Download it again from Microsoft.`)
    return { products, plans, problems }
  }
  const rows = parsedRows(text, say)
  const head =
    rows[0]?.map((cell) =>
      clean(cell)
        .replace(/^[^a-z]+/i, '')
        .toLowerCase(),
    ) ?? []
  const place = (name: string): number => head.indexOf(name)
  const lacking = Object.values(columns).filter((name) => place(name) === -1)
  if (lacking.length > 0) {
    say(`The first line is not that of Microsoft’s table: it lacks ${lacking.join(', ')}.`)
    return { products, plans, problems }
  }
  for (const [at, cells] of rows.entries()) {
    if (at === 0) continue
    const field = (name: keyof typeof columns): string => clean(cells[place(columns[name])] ?? '')
    const id = field('id').toLowerCase()
    const planId = field('planId').toLowerCase()
    if (!guidForm.test(id) || !guidForm.test(planId)) {
      say(`Row ${at + 1} has no GUID of a product or of a plan, and is left out.`)
      continue
    }
    let product = products.get(id)
    if (product === undefined) {
      product = { id, partNumber: field('partNumber'), displayName: field('displayName'), plans: new Set() }
      products.set(id, product)
    }
    product.plans.add(planId)
    const words = plans.get(planId) ?? { names: new Map(), displayNames: new Map() }
    plans.set(planId, words)
    count(words.names, field('planName'))
    count(words.displayNames, field('planDisplayName'))
  }
  if (products.size === 0) say('The table has no row that can be used.')
  return { products, plans, problems }
}

function count(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1)
}

function parsedRows(text: string, say: (problem: string) => void): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = []
  const problem = parseTable(text, { delimiter: ',', mostRows, largestRow: 100_000 }, (cells) => rows.push(cells))
  if (problem !== undefined) say(`The table could not be read to its end: ${problem}.`)
  return rows
}

/** Microsoft's cells carry stray blanks, no-break spaces and byte order marks. */
function clean(cell: string): string {
  return cell.replaceAll(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim()
}
