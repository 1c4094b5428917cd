import type { RuleDescription } from '@sevenstep/findings'
import { type ItemDefinition, type ItemId, type ItemVerdict, items } from '@sevenstep/onboarding'
import { and, asc, eq, ilike, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { allRules } from '../../checks/all-rules.ts'
import { isvs, itemStates, products } from '../../db/schema/index.ts'
import type { Database, Scope, Transaction } from '../../db/scope.ts'
import { may, type Principal } from '../../domain/principal.ts'
import { anywhere } from '../audit/audit-conditions.ts'
import { scopesOf } from '../places/read-places.ts'
import { matches, type SearchTerms } from './search-terms.ts'

/** Results of one kind at most; more than that asks for a narrower search. */
const groupSize = 10
/** Products shown below one item. */
const placesOfItem = 3

/** Results of one kind, and how many more there would be. */
export interface SearchGroup<Result> {
  readonly found: readonly Result[]
  readonly more: boolean
}

/** An item of the checklist with the products in which it has to be proved. */
export interface FoundItem {
  readonly item: ItemDefinition
  readonly places: readonly ItemPlace[]
}

/** A product in which an item is looked at; without a verdict where nothing is recorded of the item anywhere yet. */
interface ItemPlace {
  readonly productId: string
  readonly product: string
  readonly verdict?: ItemVerdict
}

/** Everything that a search found, as far as the person may see it. */
export interface SearchResults {
  readonly isvs: SearchGroup<{ readonly id: string; readonly name: string; readonly externalId: string | null }>
  readonly products: SearchGroup<{ readonly id: string; readonly name: string; readonly isv: string }>
  readonly items: SearchGroup<FoundItem>
  readonly rules: SearchGroup<RuleDescription>
  /** A product of the person's, through which a rule is explained. */
  readonly ruleProductId?: string
}

const rules = allRules()

/** Searches every place that the person's roles reach, and the items and rules that are everybody's. */
export async function readSearch(
  { database }: { readonly database: Database },
  principal: Principal,
  terms: SearchTerms,
): Promise<SearchResults> {
  const foundItems = groupOf(items.filter((item) => matches(terms, textOf(item))))
  const foundRules = groupOf(rules.filter((rule) => matches(terms, `${rule.id} ${rule.title} ${rule.codes.join(' ')}`)))
  const itemIds = foundItems.found.map(({ id }) => id)
  const parts: Awaited<ReturnType<typeof readScope>>[] = []
  for (const scope of scopesOf(principal)) {
    const readsProducts = mayReadProducts(principal, scope)
    parts.push(await database.within(scope, (transaction) => readScope(transaction, terms, itemIds, readsProducts)))
  }
  const first = parts.flatMap((part) => part.first ?? [])[0]
  const placesOf = (item: ItemDefinition): readonly ItemPlace[] => {
    const known = parts.flatMap((part) => part.states.filter(({ itemId }) => itemId === item.id))
    return known.length > 0 || first === undefined ? known.slice(0, placesOfItem) : [first]
  }
  return {
    isvs: groupOf(parts.flatMap((part) => part.isvs)),
    products: groupOf(parts.flatMap((part) => part.products)),
    items: {
      more: foundItems.more,
      found: foundItems.found.map((item) => ({ item, places: placesOf(item) })),
    },
    rules: foundRules,
    ...(first !== undefined && { ruleProductId: first.productId }),
  }
}

async function readScope(
  transaction: Transaction,
  terms: SearchTerms,
  itemIds: readonly ItemId[],
  readsProducts: boolean,
) {
  const foundIsvs = await transaction
    .select({ id: isvs.id, name: isvs.name, externalId: isvs.externalId })
    .from(isvs)
    .where(named(terms, [isvs.name, isvs.externalId]))
    .orderBy(asc(isvs.name), asc(isvs.id))
    .limit(groupSize + 1)
  if (!readsProducts) return { isvs: foundIsvs, products: [], states: [], first: undefined }
  const foundProducts = await transaction
    .select({ id: products.id, name: products.name, isv: isvs.name })
    .from(products)
    .innerJoin(isvs, eq(isvs.id, products.isvId))
    .where(named(terms, [products.name, products.externalId]))
    .orderBy(asc(products.name), asc(products.id))
    .limit(groupSize + 1)
  const [first] = await transaction
    .select({ productId: products.id, product: products.name })
    .from(products)
    .orderBy(asc(products.createdAt), asc(products.id))
    .limit(1)
  const states = itemIds.length === 0 ? [] : await readStates(transaction, itemIds)
  return { isvs: foundIsvs, products: foundProducts, states, first }
}

/** For each item the products in which it is worst off; those that do not need it are left out. */
async function readStates(transaction: Transaction, itemIds: readonly ItemId[]) {
  const rank = sql<number>`row_number() over (
    partition by ${itemStates.itemId}
    order by case ${itemStates.verdict}
      when 'failing' then 0 when 'changes-requested' then 1 when 'expired' then 2 when 'proved' then 9 when 'waived' then 9
      else 5 end, ${itemStates.productId})::int`.as('rank')
  const ranked = transaction
    .select({ itemId: itemStates.itemId, productId: itemStates.productId, verdict: itemStates.verdict, rank })
    .from(itemStates)
    .where(and(inArray(itemStates.itemId, [...itemIds]), sql`${itemStates.verdict} <> 'not-needed'`))
    .as('ranked')
  return transaction
    .select({ itemId: ranked.itemId, productId: ranked.productId, verdict: ranked.verdict, product: products.name })
    .from(ranked)
    .innerJoin(products, eq(products.id, ranked.productId))
    .where(sql`${ranked.rank} <= ${placesOfItem}`)
    .orderBy(asc(ranked.itemId), asc(ranked.rank))
}

/** True where each word of the query stands in one of the columns, with nothing of it read as a wildcard. */
function named({ query }: SearchTerms, columns: readonly PgColumn[]): SQL | undefined {
  const words = query.split(/\s+/).filter(Boolean)
  return and(...words.map((word) => or(...columns.map((column) => ilike(column, anywhere(word))))))
}

function mayReadProducts(principal: Principal, scope: Scope): boolean {
  if (scope.kind === 'programme') {
    return may(principal, 'product.read', { organizationId: scope.organizationId, isvId: null })
  }
  return scope.kind === 'isv' && may(principal, 'product.read', scope)
}

function textOf({ id, number, title }: ItemDefinition): string {
  return `${number} ${id} ${title.en} ${title.nl}`
}

function groupOf<Result>(all: readonly Result[]): SearchGroup<Result> {
  return { found: all.slice(0, groupSize), more: all.length > groupSize }
}
