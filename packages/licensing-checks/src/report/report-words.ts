import type { Edition, Profile } from '../engine/licensing-subject.ts'
import { isUnsettled } from '../plan/how-to-answer.ts'
import type { PlanAlternative, Price, PurchasePlan } from '../plan/purchase-plan.ts'
import type { StateCounts, TenantReport, UsedRule } from './tenant-report.ts'

/** What stands at the end of every report. */
export const verdictNote =
  'Our reading of Microsoft’s published rules, not Microsoft’s word. A gap: no licence of this person is enough for this flow. Questions marked "ask" are open until a list or a person has answered them.'

const editionNames: Readonly<Record<Edition, string>> = {
  current: 'today’s rules',
  '2018-02': 'the rules of February 2018',
}
const profileNames: Readonly<Record<Profile, string>> = {
  production: 'for work in production',
  trial: 'for trying it out',
}

/** What was judged, and by which rules, in a line. */
export function scopeOf({ edition, profile, catalogueVersion, users, flows, day }: TenantReport): string {
  const judged = `${counted(users, 'user')} and ${counted(flows.length, 'flow')}, ${profileNames[profile]}`
  return `${judged}, by ${editionNames[edition]} and the product list of ${catalogueVersion}${day === undefined ? '' : `, on ${day}`}.`
}

/** Where the product list comes from, in lines: what it says decides the answers. */
export function sourcesOf({ catalogueSources }: TenantReport): readonly string[] {
  return catalogueSources.map(({ title, seen, address }) => `${title}, seen ${seen}: ${address}`)
}

/** A rule that decided, with where it is from and how sure we are, in a line. */
export function ruleInWords({ says, answers, confidence, sources }: UsedRule): string {
  const from = sources.map(({ title, seen, address }) => `${title}, seen ${seen}: ${address}`).join('; ')
  const unsure = confidence === 'low' ? ' Low confidence: known at second hand, or our inference.' : ''
  return `${says} ${counted(answers, 'answer')}.${unsure} ${from}`
}

/** The result in a line. */
export function countsInWords({ covered, ask, gap }: StateCounts): string {
  return `${covered} covered, ${gap} ${gap === 1 ? 'gap' : 'gaps'}, ${ask} to ask`
}

/** What the open questions wait for, in a sentence: most are answered by a further list, some by no public source. */
export function askedInWords({ people }: Pick<TenantReport, 'people'>): string {
  const asked = people.filter(({ state }) => state === 'ask')
  if (asked.length === 0) return 'No question is open.'
  const left = asked.filter(({ rule }) => isUnsettled(rule)).length
  if (left === asked.length) return 'No public source settles it: a person has to.'
  const named = 'Open so far: “Check before you buy” names what answers it'
  return left === 0 ? `${named}.` : `${named}, and part of it no public source settles.`
}

/** The ways to buy, by name. */
export const alternativeNames: Readonly<Record<PlanAlternative['id'], string>> = {
  'per-user': 'A licence for each person',
  'per-process': 'A licence for each flow',
  mixed: 'Some for each person, some for each flow',
}

/** One way to close the gaps, in a line. */
export function alternativeInWords(way: PlanAlternative): string {
  const { id, seatsLeft, alsoFree, total } = way
  const parts = alternativeProducts(way).map(({ count, name }) => `${count} × ${name}`)
  const seats = seatsLeft > 0 ? ` (${seatsInWords(seatsLeft)})` : ''
  const free = alsoFree.length === 0 ? '' : `, and ${freeInWords(alsoFree)}`
  const price = total === undefined ? '' : `: ${priceInWords(total)} a billing period`
  return `${alternativeNames[id]}: ${parts.join(' and ')}${seats}${price}${free}`
}

/** The products of one way, each with how many and for whom. */
export function alternativeProducts({
  licences,
}: PlanAlternative): readonly { readonly name: string; readonly count: number; readonly whom: readonly string[] }[] {
  const products = new Map<string, { name: string; count: number; whom: string[] }>()
  for (const { skuId, name, quantity, for: whom } of licences) {
    const product = products.get(skuId) ?? { name, count: 0, whom: [] }
    product.count += quantity
    product.whom.push(quantity > 1 ? `${whom} (${quantity})` : whom)
    products.set(skuId, product)
  }
  return [...products.values()]
}

/** Who needs the free licence beside what is bought. */
export function freeInWords(people: readonly string[]): string {
  return `Power Automate Free for ${someOf(people, 8)}, at no cost`
}

/** What is held already of what an alternative takes. */
export function seatsInWords(seatsLeft: number): string {
  return `${seatsLeft} of Power Automate Premium ${seatsLeft === 1 ? 'is held already and only has' : 'are held already and only have'} to be assigned`
}

/** An amount with its currency. */
export function priceInWords({ amount, currency }: Price): string {
  return `${amount.toFixed(2)} ${currency}`
}

/** What costs nothing and comes first, in lines. */
export function freeStepsOf({ switchOn, assignFree, unclosable }: PurchasePlan): readonly string[] {
  const byLicence = groups(switchOn, ({ licence }) => licence)
  const byFlow = groups(unclosable, ({ flow, rule }) => `"${flow}" (${rule})`)
  return [
    ...byLicence.map(
      ([licence, people]) => `Switch on Power Automate in ${licence} for ${someOf(people.map(whoOf), 50)}.`,
    ),
    ...(assignFree.length === 0 ? [] : [`Assign Power Automate Free to ${someOf(assignFree, 50)}.`]),
    ...byFlow.map(([flow, people]) => `No licence helps with ${flow}: ${someOf(people.map(whoOf), 50)}.`),
  ]
}

/** The first of many names, and how many more there are. */
export function someOf(names: readonly string[], most: number): string {
  const more = names.length - most
  return `${names.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

function whoOf({ who }: { readonly who: string }): string {
  return who
}

function groups<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly [string, Item[]])[] {
  const found = new Map<string, Item[]>()
  for (const item of items) {
    const group = found.get(keyOf(item))
    if (group === undefined) found.set(keyOf(item), [item])
    else group.push(item)
  }
  return [...found]
}

/** A number with its noun. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
