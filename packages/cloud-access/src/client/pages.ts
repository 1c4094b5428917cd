import { getPagedAsyncIterator, type PagedAsyncIterableIterator } from '@azure/core-paging'
import { CloudFailure } from '../failures/cloud-failure.ts'
import type { Operation } from '../operations/operation.ts'
import type { CallOptions, ItemOf } from './cloud-client.ts'
import type { Send } from './create-cloud-client.ts'

/**
 * All items of a list over all pages. The address of the next page is followed on regional hosts and refused outside
 * the cloud; a service that names the same page again would never end and is stopped.
 */
export function itemsOf<O extends Operation>(
  send: Send,
  operation: O,
  input: object,
  options: CallOptions,
): PagedAsyncIterableIterator<ItemOf<O>, ItemOf<O>[], object> {
  const { paging } = operation
  const seen = new Set<string>()
  return getPagedAsyncIterator<ItemOf<O>, ItemOf<O>[], object>({
    firstPageLink: '',
    async getPage(link) {
      const { body } = await send(operation, input, {
        ...options,
        ...(link === '' ? {} : { at: { address: link } }),
      })
      const next = paging === undefined ? undefined : textOf(body, paging.next)
      if (next !== undefined && seen.has(next)) throw endless(operation)
      if (next !== undefined) seen.add(next)
      return {
        // The body was parsed with the operation's schema, whose items these are.
        page: listOf(body, paging?.items ?? 'value') as ItemOf<O>[],
        ...(next === undefined || next === '' ? {} : { nextPageLink: next }),
      }
    },
  })
}

function endless(operation: Operation): CloudFailure {
  return new CloudFailure('answer-not-understood', {
    operation: operation.id,
    service: operation.service,
    details: ['The list names a page again that was read already; it would never end.'],
  })
}

function textOf(body: unknown, name: string): string | undefined {
  const value = memberOf(body, name)
  return typeof value === 'string' ? value : undefined
}

function listOf(body: unknown, name: string): readonly unknown[] {
  const value = memberOf(body, name)
  return Array.isArray(value) ? value : []
}

function memberOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null && name in body
    ? // `in` has just shown that the member is there.
      (body as Readonly<Record<string, unknown>>)[name]
    : undefined
}
