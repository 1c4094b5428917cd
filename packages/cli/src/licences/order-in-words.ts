import type { Cloud } from '@sevenstep/cloud-access'
import { disarmJson, toSafeLines } from '@sevenstep/findings'
import type { Price } from '@sevenstep/licensing-checks'
import type { OfferedLine, OrderOutcome, OrderPreview, PlacedOrder } from '@sevenstep/licensing-checks/purchase'

/** What is told beside an outcome. */
export interface OrderWords {
  readonly cloud: Cloud
  /** What it costs in one billing period, by the partner's own prices; `incomplete` where they lack a product. */
  readonly price: Price | 'incomplete' | undefined
  /** False for a look without `--apply`. */
  readonly isFinal: boolean
}

/** What became of an order, for a terminal. Names in it steer nothing. */
export function orderInWords(outcome: OrderOutcome, words: OrderWords): string {
  return toSafeLines(`${linesOf(outcome, words).join('\n')}\n`)
}

/** The same for programs; `version` is raised when a field changes its meaning or goes. */
export function orderInJson(outcome: OrderOutcome, { price }: OrderWords): string {
  return disarmJson(`${JSON.stringify({ version: 1, ...outcome, price }, undefined, 2)}\n`)
}

function linesOf(outcome: OrderOutcome, words: OrderWords): readonly string[] {
  switch (outcome.kind) {
    case 'preview':
      return previewLines(outcome, words)
    case 'refused':
      return ['Nothing was ordered.', ...part('Why', outcome.problems)]
    case 'awaited':
      return [
        `The cart ${outcome.cartId} was ordered. Its order is not among the customer’s orders yet, which takes up to 15 minutes.`,
        'Run this again then: nothing is ordered twice.',
      ]
    case 'placed':
      return [
        ...outcome.orders.map(placedLine),
        ...part('Not ordered; give what is left an order with a reference of its own', outcome.errors),
        ...(outcome.orders.every(({ status }) => status?.toLowerCase() === 'completed')
          ? []
          : ['Licences can be assigned when it is completed. Run this again to look.']),
      ]
  }
}

function placedLine({ id, status, subscriptions }: PlacedOrder): string {
  const made = subscriptions.length === 0 ? '' : `, subscriptions ${subscriptions.join(', ')}`
  return `Order ${id}: ${status ?? 'status unknown'}${made}`
}

function previewLines(outcome: OrderOutcome & { readonly kind: 'preview' }, words: OrderWords): readonly string[] {
  const { preview, begun } = outcome
  const { customer, customerName, reference, lines, problems, notes } = preview
  const isOrdered = begun?.orderIds !== undefined
  return [
    `${customerName ?? 'Customer'} (${customer}), reference ${reference}`,
    ...(isOrdered
      ? ['', `Ordered already: order ${begun.orderIds.join(', ')}. The same reference orders nothing more.`]
      : [
          ...part('Would buy', [...lines.map(lineInWords), ...priceLines(words.price)]),
          ...part('What stands in the way', problems),
          ...requestLines(preview, words.cloud),
        ]),
    ...part('Know before', notes),
    ...(words.isFinal || isOrdered ? [] : ['', lastLine(problems, begun !== undefined)]),
  ]
}

function priceLines(price: OrderWords['price']): readonly string[] {
  if (price === undefined) return []
  if (price === 'incomplete') return ['Your prices do not name all of these products in one currency.']
  return [`At your prices: ${price.amount.toFixed(2)} ${price.currency} a billing period.`]
}

function lastLine(problems: readonly string[], isBegun: boolean): string {
  if (problems.length > 0) return 'Nothing was sent, and this order cannot be placed as it is.'
  return isBegun
    ? 'This order was begun and not ended. --apply goes on with it; it is placed once.'
    : 'Nothing was ordered. --apply places the order.'
}

function lineInWords({ quantity, name, term, billing, catalogItemId, offer }: OfferedLine): string {
  const item =
    catalogItemId === undefined ? 'not sold to this customer' : `${offer?.title ?? name}, item ${catalogItemId}`
  return `${quantity} × ${name} for ${term}, billed ${billing} (${item})`
}

function requestLines({ requests }: OrderPreview, cloud: Cloud): readonly string[] {
  const base = cloud.services['partner-center'].address.value
  return requests
    .flatMap(({ method, path, headers, body }, at) => [
      '',
      at === 0 ? 'Would send, in this order:' : undefined,
      `  ${method} ${base}${path}`,
      ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
      ...(body === undefined
        ? []
        : JSON.stringify(body, undefined, 2)
            .split('\n')
            .map((line) => `  ${line}`)),
    ])
    .filter((line) => line !== undefined)
}

function part(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  return ['', `${title}:`, ...lines.map((line) => `  ${line.replaceAll(/[\r\n\t]+/g, ' ')}`)]
}
