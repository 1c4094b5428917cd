import { CloudFailure } from '@sevenstep/cloud-access'
import { getPartnerCustomer, listAcceptedAgreements } from '@sevenstep/cloud-access/operations'
import { createOfferFinder } from './find-offer.ts'
import { plannedRequests } from './order-requests.ts'
import type { OfferedLine, OrderPreview, OrderWish, WishedLine } from './order-wish.ts'
import { allItems, type PurchaseClient, withSignal } from './purchase-client.ts'

/**
 * Looks up what an order would be, and what stands in its way: reads the customer, the agreement and the catalogue, and
 * changes nothing.
 *
 * @throws CloudFailure where Partner Center does not know the customer, or cannot be reached.
 */
export async function previewOrder(
  client: PurchaseClient,
  wish: OrderWish,
  { attempt = 1, signal }: { readonly attempt?: number; readonly signal?: AbortSignal | undefined } = {},
): Promise<OrderPreview> {
  const { customer, reference } = wish
  const { companyProfile } = await client.call(getPartnerCustomer, { path: { customer } }, withSignal(signal))
  const hasAgreement = await readAgreement(client, customer, signal)
  const findOffer = createOfferFinder(client, customer, signal)
  const lines: OfferedLine[] = []
  for (const line of wish.lines) {
    const found = await findOffer(line.skuId, line.name)
    lines.push({ ...line, catalogItemId: found?.catalogItemId, offer: found })
  }
  const problems = [
    ...(lines.length === 0 ? ['Nothing is to be ordered.'] : []),
    ...(hasAgreement === false
      ? ['The customer has not accepted Microsoft’s customer agreement, or nobody recorded it.']
      : []),
    ...lines.flatMap(problemsOf),
  ]
  return {
    customer,
    customerName: companyProfile?.companyName,
    reference,
    lines,
    hasAgreement,
    requests: problems.length === 0 ? plannedRequests(wish, lines, attempt) : [],
    problems,
    notes: notesOf(lines, hasAgreement),
  }
}

/**
 * Whether the customer agreement is accepted. Agreements are for people of the partner; an application is told nothing
 * of them.
 */
export async function readAgreement(
  client: PurchaseClient,
  customer: string,
  signal?: AbortSignal,
): Promise<boolean | undefined> {
  try {
    const items = await allItems(client, listAcceptedAgreements, { path: { customer } }, signal)
    return items.some(({ type }) => /^Microsoft(Customer|Cloud)Agreement$/i.test(type))
  } catch (error) {
    if (error instanceof CloudFailure && (error.status === 403 || error.code === 'application-refused'))
      return undefined
    throw error
  }
}

function problemsOf({ name, skuId, quantity, term, billing, offer }: OfferedLine): readonly string[] {
  if (!Number.isInteger(quantity) || quantity < 1) return [`The quantity of ${name} is no whole number above 0.`]
  if (offer?.isPurchasable !== true) return [`${name} (${skuId}) is not sold to this customer.`]
  const problems: string[] = []
  if (quantity < offer.least || quantity > offer.most)
    problems.push(`${quantity} of ${name} are wished; sold are ${offer.least} to ${offer.most}.`)
  if (!offer.terms.some((each) => isSame(each, { term, billing }))) {
    const offered = offer.terms.map((each) => `${each.term} ${each.billing}`).join(', ')
    problems.push(`${name} is not sold for ${term} ${billing}. Sold are: ${offered || 'none'}.`)
  }
  return problems
}

function notesOf(lines: readonly OfferedLine[], hasAgreement: boolean | undefined): readonly string[] {
  return [
    ...(hasAgreement === undefined
      ? ['Whether the customer agreement is accepted could not be read with this sign-in.']
      : []),
    ...lines.flatMap((line) => {
      const within = line.offer?.terms.find((each) => isSame(each, line))?.cancelWithin
      return within === undefined
        ? []
        : [`${line.name} can be cancelled within ${within}; after that ${line.term} has to be paid.`]
    }),
    'Prices are those of the partner’s own price list: Partner Center bills them, and nothing here knows them.',
  ]
}

function isSame(one: Pick<WishedLine, 'term' | 'billing'>, other: Pick<WishedLine, 'term' | 'billing'>): boolean {
  return one.term === other.term && one.billing === other.billing
}
