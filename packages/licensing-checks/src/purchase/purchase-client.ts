import type { CallOptions, CloudClient, ItemOf } from '@sevenstep/cloud-access'
import type { InputOf, Operation } from '@sevenstep/cloud-access/operations'

/** The part of a cloud client that purchases need; that of `@sevenstep/cloud-access` fits. */
export type PurchaseClient = Pick<CloudClient, 'call' | 'items'>

/** All items of a list, to its last page. */
export async function allItems<O extends Operation>(
  client: PurchaseClient,
  operation: O,
  input: InputOf<O>,
  signal?: AbortSignal,
): Promise<readonly ItemOf<O>[]> {
  const items: ItemOf<O>[] = []
  for await (const item of client.items(operation, input, withSignal(signal))) items.push(item)
  return items
}

/** Options of a call that can be interrupted. */
export function withSignal(signal: AbortSignal | undefined): CallOptions {
  return signal === undefined ? {} : { signal }
}
