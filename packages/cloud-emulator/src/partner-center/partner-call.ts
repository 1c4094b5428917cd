import { EmulatedFailure } from '../operation/emulated-failure.ts'
import type { Answer, EmulatedCall } from '../operation/emulated-operation.ts'
import type { TenantState } from '../state/emulator-state.ts'
import type { PartnerState } from './state.ts'

type Call = Pick<EmulatedCall, 'tenant' | 'state' | 'headers' | 'operation' | 'url'>

/** A refusal in Partner Center's numbers. */
export function refusal(status: number, code: number | string, message: string): EmulatedFailure {
  return new EmulatedFailure(status, String(code), message)
}

/** @throws EmulatedFailure (403) where the caller's tenant is no partner. */
export function partnerOf({ tenant }: Pick<Call, 'tenant'>): PartnerState {
  if (tenant.partner === undefined) throw refusal(403, 403, 'The tenant is not enrolled as a partner.')
  return tenant.partner
}

/** @throws EmulatedFailure (404, 20002) where the partner has no such customer. */
export function customerOf(call: Call, id: string): { readonly partner: PartnerState; readonly customer: TenantState } {
  const partner = partnerOf(call)
  const wanted = id.toLowerCase()
  const customer = partner.customers.includes(wanted) ? call.state.tenants[wanted] : undefined
  if (customer === undefined) throw refusal(404, 20002, `The partner has no relationship with the customer '${id}'.`)
  return { partner, customer }
}

/**
 * Carries a call out once: the same request id at the same address gets the answer of the first time. What failed is
 * tried again.
 *
 * @param kept what of the body is kept for the next time; everything where nothing is said.
 */
export function once(call: Call, run: () => Answer, kept: (body: unknown) => unknown = (body) => body): Answer {
  const { answered } = partnerOf(call)
  const requestId = call.headers.get('ms-requestid')?.toLowerCase() ?? ''
  const key = `${call.operation.method} ${call.url.pathname.toLowerCase()} ${requestId}`
  const before = Object.hasOwn(answered, key) ? answered[key] : undefined
  if (before !== undefined) return before
  const answer = run()
  answered[key] = { status: answer.status, body: kept(answer.body) }
  return answer
}

/** Items on a page unless `size` asks for fewer. The reference names no number. */
const pageSize = 100

/**
 * A page of a list as Partner Center gives it. A token for the next page stands in `links.next`, and has to come back in
 * a header; without it, `seekOperation=Next` leads nowhere.
 *
 * @param present writes an item down; only those on the page are.
 */
export function listAnswer<Item>(
  { url, headers }: Pick<Call, 'url' | 'headers'>,
  items: readonly Item[],
  present: (item: Item) => unknown = (item) => item,
): Answer {
  const size = sizeOf(url)
  const start = startOf(url, headers.get('ms-continuationtoken'))
  const end = start + size
  const self = addressOf(url)
  const token = Buffer.from(`after=${end}`).toString('base64url')
  return {
    status: 200,
    body: {
      totalCount: items.length,
      items: items.slice(start, end).map(present),
      links: {
        self: { uri: addressOf(url), method: 'GET', headers: [] },
        ...(end < items.length && {
          next: {
            uri: nextAddress(self),
            method: 'GET',
            headers: [{ key: 'MS-ContinuationToken', value: token }],
          },
        }),
      },
      attributes: { objectType: 'Collection' },
    },
  }
}

/** As the reference shows it: below the version. */
function addressOf({ pathname, search }: URL): string {
  return `${pathname.replace(/^\/v1(?=\/)/i, '')}${search}`
}

function nextAddress(self: string): string {
  if (/[?&]seekOperation=Next/i.test(self)) return self
  return `${self}${self.includes('?') ? '&' : '?'}seekOperation=Next`
}

function sizeOf(url: URL): number {
  const asked = Number(url.searchParams.get('size') ?? pageSize)
  if (!Number.isInteger(asked) || asked < 1) throw refusal(400, 3000, 'The size of a page is no whole number above 0.')
  return Math.min(asked, pageSize)
}

function startOf(url: URL, token: string | null): number {
  const isNext = /^next$/i.test(url.searchParams.get('seekOperation') ?? '')
  if (!isNext && token === null) return 0
  const start = /^after=(\d{1,9})$/.exec(Buffer.from(token ?? '', 'base64url').toString())?.[1]
  if (start === undefined) throw refusal(400, 3000, 'The continuation token is missing or not one we gave out.')
  return Number(start)
}
