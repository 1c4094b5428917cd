import { CloudFailure } from '@sevenstep/cloud-access'
import {
  listCatalogueAvailabilities,
  listCatalogueProducts,
  listCatalogueSkus,
} from '@sevenstep/cloud-access/operations'
import type { Offer, OfferedTerm } from './order-wish.ts'
import { allItems, type PurchaseClient } from './purchase-client.ts'

/** An offer with what names it in a cart. */
export interface FoundOffer extends Offer {
  readonly catalogItemId: string
}

/**
 * Finds products in a customer's catalogue by the id that Microsoft Graph knows them by. Trials are left out. What was
 * read of the catalogue is remembered for the next question.
 */
export function createOfferFinder(client: PurchaseClient, customer: string, signal?: AbortSignal) {
  const path = { customer }
  let products: readonly { readonly id: string; readonly title?: string | undefined }[] | undefined
  const skusOf = new Map<string, readonly CatalogueSku[]>()

  async function readSkus(product: string): Promise<readonly CatalogueSku[]> {
    let skus = skusOf.get(product)
    if (skus === undefined) {
      skus = await allItems(client, listCatalogueSkus, { path: { customer, product } }, signal)
      skusOf.set(product, skus)
    }
    return skus
  }

  return async (skuId: string, name: string): Promise<FoundOffer | undefined> => {
    products ??= await allItems(
      client,
      listCatalogueProducts,
      { path, query: { targetView: 'OnlineServices' } },
      signal,
    )
    // Names only say where to look first: the id decides.
    const likely = (title = '') =>
      title.toLowerCase() === name.toLowerCase() ? 0 : /power automate|flow/i.test(title) ? 1 : 2
    const inOrder = [...products].sort((one, other) => likely(one.title) - likely(other.title))
    for (const { id: product, title = name } of inOrder) {
      const sku = (await readSkus(product)).find(
        ({ dynamicAttributes, isTrial }) =>
          isTrial !== true && dynamicAttributes?.provisioningId?.toLowerCase() === skuId.toLowerCase(),
      )
      if (sku !== undefined) return readOffer(product, sku, title)
    }
    return undefined
  }

  async function readOffer(product: string, sku: CatalogueSku, title: string): Promise<FoundOffer | undefined> {
    const input = { path: { customer, product, sku: sku.id } }
    const items = await allItems(client, listCatalogueAvailabilities, input, signal)
    const availability = items.find(({ isPurchasable }) => isPurchasable !== false) ?? items[0]
    if (availability === undefined) return undefined
    return {
      title: sku.title ?? title,
      catalogItemId: availability.catalogItemId ?? `${product}:${sku.id}:${availability.id}`,
      isPurchasable: availability.isPurchasable !== false,
      least: sku.minimumQuantity ?? 1,
      most: sku.maximumQuantity ?? Number.MAX_SAFE_INTEGER,
      terms: (availability.terms ?? []).map(termOf),
    }
  }
}

/**
 * Finds the `skuId` of Microsoft Graph for items of a customer's catalogue, `{product}:{sku}:{availability}`; nothing for
 * what the catalogue no longer has.
 */
export function createSkuFinder(client: PurchaseClient, customer: string, signal?: AbortSignal) {
  const known = new Map<string, readonly CatalogueSku[]>()
  return async (catalogItemId: string): Promise<string | undefined> => {
    const [product = '', sku] = catalogItemId.split(':')
    if (sku === undefined) return undefined
    let skus = known.get(product)
    if (skus === undefined) {
      skus = await allItems(client, listCatalogueSkus, { path: { customer, product } }, signal).catch(noneWhereGone)
      known.set(product, skus)
    }
    return skus.find(({ id }) => id === sku)?.dynamicAttributes?.provisioningId?.toLowerCase()
  }
}

function noneWhereGone(error: unknown): readonly CatalogueSku[] {
  if (error instanceof CloudFailure && error.status === 404) return []
  throw error
}

interface CatalogueSku {
  readonly id: string
  readonly title?: string | undefined
  readonly isTrial?: boolean | undefined
  readonly minimumQuantity?: number | undefined
  readonly maximumQuantity?: number | undefined
  readonly dynamicAttributes?: { readonly provisioningId?: string | undefined } | undefined
}

interface CatalogueTerm {
  readonly duration?: string | undefined
  readonly billingCycle?: string | undefined
  readonly cancellationPolicies?:
    | readonly { readonly refundOptions?: readonly { readonly expiresAfter?: string | undefined }[] | undefined }[]
    | undefined
}

function termOf({ duration = '', billingCycle = '', cancellationPolicies = [] }: CatalogueTerm): OfferedTerm {
  const within = cancellationPolicies.flatMap(({ refundOptions = [] }) => refundOptions)[0]?.expiresAfter
  return { term: duration, billing: billingCycle, ...(within !== undefined && { cancelWithin: within }) }
}
