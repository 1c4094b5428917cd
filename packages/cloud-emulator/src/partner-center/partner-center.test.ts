import { beforeAll, expect, test } from 'vitest'
import { emulatorOfTests, send, tokenFor } from '../fixtures/emulator-of-tests.ts'
import type { RunningEmulator } from '../start-emulator.ts'
import { customerAgreement } from './state.ts'

const base = 'https://api.partnercenter.microsoft.com/v1'
const scope = 'https://api.partnercenter.microsoft.com/.default'
const proseware = '0a0a0a0a-1111-4a4a-8a8a-000000000001'
const fabrikam = '0b0b0b0b-2222-4b4b-8b8b-000000000002'
const adatum = '0c0c0c0c-3333-4c4c-8c8c-000000000003'
const premium = 'eda1941c-3c4f-4995-b5eb-e85a42175ab9'
const item = 'CFQ7TTC0EMU1:0001:CFQ7TTC0EA11'

const signIn = { scope, tenant: proseware, user: 'priya@proseware.example' }
let emulator: RunningEmulator
let token: string
beforeAll(async () => {
  emulator = await emulatorOfTests()
  token = await tokenFor(emulator, signIn)
})

async function ask(
  path: string,
  more: { readonly body?: unknown; readonly id?: string; readonly method?: string } = {},
) {
  const { body, id, method = body === undefined && id === undefined ? 'GET' : 'POST' } = more
  const headers = id === undefined ? {} : { 'MS-RequestId': id }
  const response = await send(emulator, `${base}${path}`, {
    token,
    method,
    headers,
    ...(body !== undefined && { body }),
  })
  return { status: response.status, headers: response.headers, body: Object(await response.json()) }
}
const cart = (quantity = 3, catalogItemId = item) => ({
  lineItems: [{ id: 0, catalogItemId, quantity, billingCycle: 'monthly', termDuration: 'P1M' }],
})

test('customers are those of the seed, and others are refused in Partner Center’s own form', async () => {
  const { body } = await ask('/customers')
  expect(body.items.map((each: { id: string }) => each.id)).toEqual([fabrikam, adatum])
  const stranger = await ask(`/customers/${proseware}`)
  expect(stranger.status).toBe(404)
  expect(stranger.body).toEqual({
    code: '20002',
    description: expect.stringContaining(proseware),
    data: [],
    source: 'Emulator',
  })
})

test('a tenant that sells nothing is no partner', async () => {
  const others = await tokenFor(emulator, { scope, user: 'admin@fabrikam.example' })
  const response = await send(emulator, `${base}/customers`, { token: others })
  expect(response.status).toBe(403)
})

test('an application alone may read customers, and may not read their licences', async () => {
  const application = await tokenFor(emulator, { scope, tenant: proseware })
  const read = (path: string) => send(emulator, `${base}${path}`, { token: application })
  expect((await read('/customers')).status).toBe(200)
  expect((await read(`/customers/${fabrikam}/subscribedskus`)).status).toBe(403)
})

test('the same request id orders once, and what is bought appears in the customer’s tenant', async () => {
  const seats = () => emulator.store.state.tenants[fabrikam]?.subscriptions[premium]?.enabledUnits ?? 0
  const before = seats()
  const id = crypto.randomUUID()
  const first = await ask(`/customers/${fabrikam}/carts`, { body: cart(), id })
  const again = await ask(`/customers/${fabrikam}/carts`, { body: cart(), id })
  expect(again.body.id).toBe(first.body.id)
  const checkout = `/customers/${fabrikam}/carts/${first.body.id}/checkout`
  const orderId = crypto.randomUUID()
  const ordered = await ask(checkout, { id: orderId })
  expect(ordered.status).toBe(201)
  expect((await ask(checkout, { id: orderId })).body).toEqual(ordered.body)
  expect(seats()).toBe(before + 3)
  const other = await ask(checkout, { id: crypto.randomUUID() })
  expect([other.status, other.body.code]).toEqual([400, '800065'])
  expect((await ask(`/customers/${fabrikam}/carts/${first.body.id}`)).body.status).toBe('Ordered')
  const { subscriptionId } = ordered.body.orders[0].lineItems[0]
  const subscription = (await ask(`/customers/${fabrikam}/subscriptions/${subscriptionId}`)).body
  expect(subscription).toMatchObject({ status: 'active', quantity: 3, autoRenewEnabled: true })
  const stale = { ...subscription, quantity: 4 }
  const patch = (etag: string) =>
    send(emulator, `${base}/customers/${fabrikam}/subscriptions/${subscriptionId}`, {
      token,
      method: 'PATCH',
      headers: { 'MS-RequestId': crypto.randomUUID(), 'If-Match': etag },
      body: stale,
    })
  expect((await patch(subscription.attributes.etag)).status).toBe(200)
  expect((await patch(subscription.attributes.etag)).status).toBe(412)
  expect(seats()).toBe(before + 4)
})

test('a customer who accepted nothing cannot order until the acceptance is recorded', async () => {
  const { body } = await ask(`/customers/${adatum}/carts`, { body: cart(), id: crypto.randomUUID() })
  const checkout = () => ask(`/customers/${adatum}/carts/${body.id}/checkout`, { id: crypto.randomUUID() })
  expect((await checkout()).body.code).toBe('13605')
  const primaryContact = { firstName: 'Alex', lastName: 'Jansen', email: 'admin@adatum.example' }
  const agreement = {
    primaryContact,
    templateId: customerAgreement,
    dateAgreed: '2026-11-20',
    type: 'MicrosoftCustomerAgreement',
  }
  const record = () => ask(`/customers/${adatum}/agreements`, { body: agreement, id: crypto.randomUUID() })
  expect((await record()).status).toBe(201)
  expect((await record()).body.code).toBe('600061')
  expect((await checkout()).status).toBe(201)
})

test.each([
  ['an item that is not sold', cart(1, 'CFQ7TTC0EMU1:0001:nothing'), 'not available'],
  ['too many', cart(301), 'from 1 to 300'],
  ['a term that is not offered', { lineItems: [{ ...cart().lineItems[0], termDuration: 'P3Y' }] }, 'not offered'],
])('%s is an error of the line, and the checkout refuses the cart', async (_, body, said) => {
  const made = await ask(`/customers/${fabrikam}/carts`, { body, id: crypto.randomUUID() })
  expect(made.body.lineItems[0].error.errorDescription).toContain(said)
  const refused = await ask(`/customers/${fabrikam}/carts/${made.body.id}/checkout`, { id: crypto.randomUUID() })
  expect(refused.body.code).toBe('800009')
})

test('a new customer’s password is said once and not kept among the answers', async () => {
  const address = { Country: 'NL', City: 'Utrecht', AddressLine1: 'Street 1', PostalCode: '3511' }
  const billing = {
    Culture: 'nl-NL',
    Email: 'a@b.example',
    Language: 'nl',
    CompanyName: 'Newco',
    DefaultAddress: address,
  }
  const body = { CompanyProfile: { Domain: 'newco.example' }, BillingProfile: billing }
  const id = crypto.randomUUID()
  const made = await ask('/customers', { body, id })
  const { password } = made.body.userCredentials
  expect((await ask('/customers', { body, id })).body).toEqual({ ...made.body, userCredentials: undefined })
  expect(JSON.stringify(emulator.store.state)).not.toContain(password)
  const taken = await ask('/customers', { body, id: crypto.randomUUID() })
  expect([taken.status, taken.body.code]).toEqual([400, '3000'])
})

test('licences are assigned where there is a seat and a usage location', async () => {
  const user = 'member@fabrikam.example'
  const account = Object.values(emulator.store.state.tenants[fabrikam]?.accounts ?? {}).find(
    ({ userPrincipalName }) => userPrincipalName === user,
  )
  if (account === undefined) throw new Error('the seed has no such account')
  delete account.usageLocation
  const assign = (skuId: string) =>
    ask(`/customers/${fabrikam}/users/${user}/licenseupdates`, {
      body: { LicensesToAssign: [{ SkuId: skuId, ExcludedPlans: null }], LicensesToRemove: null },
      id: crypto.randomUUID(),
    })
  expect((await assign(premium)).status).toBe(400)
  const place = await ask(`/customers/${fabrikam}/users/${user}`, {
    method: 'PATCH',
    body: { usageLocation: 'NL' },
    id: crypto.randomUUID(),
  })
  expect(place.body.usageLocation).toBe('NL')
  expect((await assign(premium)).status).toBe(201)
  const held = await ask(`/customers/${fabrikam}/users/${user}/licenses`)
  expect(held.body.items.map((each: { productSku: { id: string } }) => each.productSku.id)).toContain(premium)
})

test('lists come in pages, and the next one is asked for with the token of the one before', async () => {
  const partner = emulator.store.state.tenants[proseware]?.partner
  if (partner === undefined) throw new Error('the seed has no partner')
  partner.subscriptions = {}
  for (let at = 0; at < 250; at += 1) {
    const sold = { customer: adatum, offerId: item, offerName: 'Premium', skuId: premium, quantity: 1, version: 1 }
    const term = { status: 'active' as const, autoRenewEnabled: true, commitmentEndDate: '2027-01-01', orderId: 'o' }
    partner.subscriptions[`s${at}`] = { id: `s${at}`, ...sold, ...term }
  }
  const first = (await ask(`/customers/${adatum}/subscriptions`)).body
  expect([first.totalCount, first.items.length]).toEqual([250, 100])
  const { uri, headers } = first.links.next
  expect(uri).toBe(`/customers/${adatum}/subscriptions?seekOperation=Next`)
  const next = (headers: Record<string, string>) => send(emulator, `${base}${uri}`, { token, headers })
  const second = Object(await (await next({ [headers[0].key]: headers[0].value })).json())
  expect(second.items[0].id).toBe('s100')
  const third = Object(
    await (await next({ [second.links.next.headers[0].key]: second.links.next.headers[0].value })).json(),
  )
  expect([third.items.length, third.links.next]).toEqual([50, undefined])
  expect((await next({})).status).toBe(400)
  expect((await next({ 'MS-ContinuationToken': 'made-up' })).status).toBe(400)
  expect((await ask('/customers?size=1')).body.links.next.uri).toBe('/customers?size=1&seekOperation=Next')
  expect((await ask('/customers?size=0')).status).toBe(400)
})

test('lines that are billed differently are orders of their own', async () => {
  const yearly = { id: 1, catalogItemId: item, quantity: 1, billingCycle: 'annual', termDuration: 'P1Y' }
  const body = { lineItems: [...cart().lineItems, yearly] }
  const made = await ask(`/customers/${fabrikam}/carts`, { body, id: crypto.randomUUID() })
  const ordered = await ask(`/customers/${fabrikam}/carts/${made.body.id}/checkout`, { id: crypto.randomUUID() })
  expect(ordered.body.orders.map((order: { billingCycle: string }) => order.billingCycle)).toEqual([
    'monthly',
    'annual',
  ])
})
