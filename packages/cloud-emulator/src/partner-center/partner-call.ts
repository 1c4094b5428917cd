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

/** A list as Partner Center gives it. */
export function listAnswer(items: readonly unknown[]): Answer {
  return { status: 200, body: { totalCount: items.length, items, attributes: { objectType: 'Collection' } } }
}
