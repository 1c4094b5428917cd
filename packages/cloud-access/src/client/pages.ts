import { getPagedAsyncIterator, type PagedAsyncIterableIterator } from '@azure/core-paging'
import { CloudFailure } from '../failures/cloud-failure.ts'
import type { Operation, Paging } from '../operations/operation.ts'
import type { CallOptions, ItemOf } from './cloud-client.ts'
import type { Send } from './create-cloud-client.ts'

/** Where a page is, and the headers that ask for it. */
interface PageLink {
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
}

const firstPage: PageLink = { address: '', headers: {} }

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
  return getPagedAsyncIterator<ItemOf<O>, ItemOf<O>[], object, PageLink>({
    firstPageLink: firstPage,
    async getPage(link) {
      const { body, address } = await send(operation, withHeaders(input, link.headers), {
        ...options,
        ...(link.address === '' ? {} : { at: { address: link.address } }),
      })
      const next = paging === undefined ? undefined : nextOf(body, paging, operation, address)
      const key = JSON.stringify(next)
      if (next !== undefined && seen.has(key)) throw endless(operation)
      seen.add(key)
      return {
        // The body was parsed with the operation's schema, whose items these are.
        page: listOf(body, paging?.items ?? 'value') as ItemOf<O>[],
        ...(next === undefined ? {} : { nextPageLink: next }),
      }
    },
  })
}

function nextOf(body: unknown, { next }: Paging, operation: Operation, asked: string): PageLink | undefined {
  if (next === 'links.next') return linkedPage(memberOf(memberOf(body, 'links'), 'next'), operation, asked)
  const address = textOf(body, next)
  return address === undefined || address === '' ? undefined : { address, headers: {} }
}

/** Partner Center's link: relative to its version, which some of its answers repeat, or a whole address. */
function linkedPage(link: unknown, { path }: Operation, asked: string): PageLink | undefined {
  const uri = textOf(link, 'uri')
  if (uri === undefined || uri === '') return undefined
  const headers = Object.fromEntries(
    listOf(link, 'headers').flatMap((header) => {
      const [key, value] = [textOf(header, 'key'), textOf(header, 'value')]
      return key === undefined || value === undefined ? [] : [[key.toLowerCase(), value]]
    }),
  )
  if (URL.canParse(uri)) return { address: uri, headers }
  const [, version = ''] = /^(\/[^/]+)/.exec(path) ?? []
  const base = asked.slice(0, asked.indexOf(`${version}/`, asked.indexOf('://') + 3))
  const rest = `/${uri.replace(/^\/+/, '')}`
  return { address: base + (rest.startsWith(`${version}/`) ? rest : version + rest), headers }
}

function withHeaders(input: object, headers: Readonly<Record<string, string>>): object {
  if (Object.keys(headers).length === 0) return input
  return { ...input, headers: { ...Object(memberOf(input, 'headers')), ...headers } }
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
