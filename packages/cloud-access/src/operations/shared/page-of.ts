import { z } from 'zod'
import type { Paging } from '../operation.ts'

/** One page of a list as the resource providers give it: items and, unless it is the last, where the next page is. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.looseObject({ value: z.array(item), nextLink: z.string().optional() })
}

/** One page as OData services (Graph, Dataverse) give it. */
export function odataPageOf<Item extends z.ZodType>(item: Item) {
  return z.looseObject({
    '@odata.context': z.string().optional(),
    '@odata.count': z.number().optional(),
    '@odata.nextLink': z.string().optional(),
    value: z.array(item),
  })
}

/** Follow `nextLink`: absolute, opaque, and its host may be another one (regional, or management.azure.com). */
export const nextLinkPaging: Paging = { items: 'value', next: 'nextLink' }

/** Follow `@odata.nextLink`. */
export const odataPaging: Paging = { items: 'value', next: '@odata.nextLink' }

/** Follow `links.next`: an address below the version of the service, with a token that the next request carries. */
export const linkedPaging: Paging = { items: 'items', next: 'links.next' }
