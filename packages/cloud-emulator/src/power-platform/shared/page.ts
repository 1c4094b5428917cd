import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { EmulatedCall } from '../../operation/emulated-operation.ts'

/** One page of a list: items in `value`, and where the next page is. */
export interface Page<Item> {
  readonly value: readonly Item[]
  readonly nextLink?: string
}

/** How a list is given out. */
export interface PageOptions<Item, Presented> {
  /** Host of the link to the next page: services answer there, on a regional host. */
  readonly host: string
  /** Writes an item down; only those on the page are. */
  readonly present: (item: Item) => Presented
}

/** Items on a page unless the query's `$top` asks for fewer. */
const size = 50

/** Cuts the page that the query asks for out of all items. The token in the link is opaque to clients. */
export function pageOf<Item, Presented>(
  { url, reachable }: Pick<EmulatedCall, 'url' | 'reachable'>,
  items: readonly Item[],
  { host, present }: PageOptions<Item, Presented>,
): Page<Presented> {
  const query = url.searchParams
  const start = startOf(query.get('$skiptoken'))
  const asked = Number(query.get('$top') ?? query.get('top') ?? size)
  const top = Number.isInteger(asked) && asked > 0 ? Math.min(asked, size) : size
  const value = items.slice(start, start + top).map(present)
  const end = start + top
  if (end >= items.length) return { value }
  const next = new URL(url)
  next.hostname = host
  next.searchParams.set('$skiptoken', Buffer.from(`after=${end}`).toString('base64url'))
  return { value, nextLink: reachable(next.href) }
}

function startOf(token: string | null): number {
  if (token === null) return 0
  const start = /^after=(\d{1,9})$/.exec(Buffer.from(token, 'base64url').toString())?.[1]
  if (start === undefined) throw new EmulatedFailure(400, 'InvalidSkipToken', 'The $skiptoken is not one we gave out.')
  return Number(start)
}
