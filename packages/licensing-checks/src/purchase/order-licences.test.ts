import type { FaultEffect } from '@sevenstep/cloud-emulator'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { recordAgreement } from './customers.ts'
import { factsOfOrder } from './facts-of-order.ts'
import { adatum, type EmulatedPartner, emulatedPartner, fabrikam } from './fixtures/emulated-partner.ts'
import { createMemoryJournal, type OrderEntry, type OrderJournal } from './order-journal.ts'
import { orderLicences } from './order-licences.ts'
import type { OrderWish } from './order-wish.ts'

const premium = 'eda1941c-3c4f-4995-b5eb-e85a42175ab9'
const line = { skuId: premium, name: 'Power Automate Premium', quantity: 3, term: 'P1M', billing: 'monthly' }
const wish: OrderWish = { customer: fabrikam, reference: '2026-11-premium', lines: [line] }

let partner: EmulatedPartner
beforeAll(async () => {
  partner = await emulatedPartner()
  partner.emulator.store.save('fresh')
})
afterAll(() => partner.stop())
afterEach(() => {
  partner.emulator.faults.clear()
  partner.emulator.store.restore('fresh')
  partner.events.length = 0
})

const sleep = async () => {}
async function* none(): AsyncGenerator<never> {}
const ordersOf = () => Object.values(state().orders)
const state = () => {
  const found = partner.emulator.store.state.tenants['0a0a0a0a-1111-4a4a-8a8a-000000000001']?.partner
  if (found === undefined) throw new Error('the seed has no partner')
  return found
}
const seats = () => partner.emulator.store.state.tenants[fabrikam]?.subscriptions[premium]?.enabledUnits ?? 0
const place = (journal: OrderJournal, asked = wish) =>
  orderLicences(partner.client, asked, { place: true, journal, sleep })

describe('an order', () => {
  test('is a preview by default: nothing is written, and what would be ordered is found by its id', async () => {
    const outcome = await orderLicences(partner.client, wish)
    if (outcome.kind !== 'preview') throw new Error(outcome.kind)
    const { problems, lines, notes, customerName, hasAgreement } = outcome.preview
    expect({ problems, customerName, hasAgreement }).toEqual({
      problems: [],
      customerName: 'Fabrikam',
      hasAgreement: true,
    })
    expect(lines[0]?.catalogItemId).toBe('CFQ7TTC0EMU1:0001:CFQ7TTC0EA11')
    expect(notes[0]).toBe('Power Automate Premium can be cancelled within P7D; after that P1M has to be paid.')
    expect(state().carts).toEqual({})
    expect(factsOfOrder(outcome)).toMatchObject({
      partner: { hasRelationship: true, hasAgreement: true },
      order: { lines: [{ quantity: 3 }] },
    })
  })

  test('is placed once, whatever is run again', async () => {
    const journal = createMemoryJournal()
    const before = seats()
    const first = await place(journal)
    const second = await place(journal)
    expect(first).toEqual(second)
    expect(first).toMatchObject({
      kind: 'placed',
      orders: [{ status: 'completed', subscriptions: [expect.any(String)] }],
    })
    expect(ordersOf()).toHaveLength(1)
    expect(seats()).toBe(before + 3)
    expect((await place(journal, { ...wish, reference: 'another' })).kind).toBe('placed')
    expect(ordersOf()).toHaveLength(2)
  })

  test('needs a journal, and a reference that stands for nothing else', async () => {
    await expect(orderLicences(partner.client, wish, { place: true })).rejects.toThrow('with a journal only')
    const journal = createMemoryJournal()
    await place(journal)
    await expect(place(journal, { ...wish, lines: [{ ...line, quantity: 4 }] })).rejects.toThrow(
      'stands for another order',
    )
  })

  test.each([
    ['too many', { ...line, quantity: 301 }, 'sold are 1 to 300'],
    ['half a licence', { ...line, quantity: 0.5 }, 'no whole number'],
    ['a term that is not offered', { ...line, term: 'P3Y' }, 'not sold for P3Y monthly'],
    [
      'a product that is not sold',
      { ...line, skuId: '00000000-0000-4000-8000-000000000000' },
      'not sold to this customer',
    ],
    [
      'a trial of the same name',
      { ...line, skuId: '00000000-7777-4777-8777-000000000001' },
      'not sold to this customer',
    ],
  ])('of %s is refused before anything is sent', async (_, asked, said) => {
    const outcome = await place(createMemoryJournal(), { ...wish, lines: [asked] })
    expect(outcome).toMatchObject({ kind: 'refused', problems: [expect.stringContaining(said)] })
    expect(state().carts).toEqual({})
  })

  test('of a customer without agreement waits for it', async () => {
    const asked = { ...wish, customer: adatum }
    const journal = createMemoryJournal()
    expect(await place(journal, asked)).toMatchObject({ kind: 'refused' })
    await recordAgreement(partner.client, adatum, {
      firstName: 'Alex',
      lastName: 'Jansen',
      email: 'a@adatum.example',
      date: '2026-11-20',
    })
    expect((await place(journal, asked)).kind).toBe('placed')
  })
})

const operations = ['partner-carts.create', 'partner-carts.check-out', 'partner-orders.list', 'partner-customers.get']
const effects: readonly (readonly [name: string, FaultEffect])[] = [
  ['the connection cut before', { kind: 'drop', when: 'before' }],
  ['the connection cut after', { kind: 'drop', when: 'after' }],
  ['an internal error', { kind: 'status', status: 500 }],
  ['throttling', { kind: 'throttle', retryAfter: 5 }],
  ['a token that ran out', { kind: 'expired-token' }],
]
const cases = operations.flatMap((operation) =>
  effects.flatMap(([name, effect]) => [1, 3, 12].map((times) => ({ operation, name, effect, times }))),
)

describe('one order whatever fails', () => {
  test.each(cases)('$operation: $name, $times times', async ({ operation, effect, times }) => {
    const journal = createMemoryJournal()
    const before = seats()
    partner.emulator.faults.add({ effect, target: { operation }, times })
    let outcome: string | undefined
    for (let run = 0; run < 8 && outcome === undefined; run += 1) {
      outcome = await place(journal).then(
        ({ kind }) => kind,
        () => undefined,
      )
    }
    expect(outcome).toBe('placed')
    expect(ordersOf()).toHaveLength(1)
    expect(seats()).toBe(before + 3)
    expect((await journal.read(fabrikam, wish.reference))?.attempt).toBe(1)
  })

  test('a crash after any line of the journal', async () => {
    for (let crashAt = 1; crashAt <= 4; crashAt += 1) {
      partner.emulator.store.restore('fresh')
      const journal = createMemoryJournal()
      let writes = 0
      const crashing: OrderJournal = {
        read: journal.read,
        async write(entry: OrderEntry) {
          await journal.write(entry)
          writes += 1
          if (writes === crashAt) throw new Error('crash')
        },
      }
      await expect(place(crashing)).rejects.toThrow('crash')
      expect((await place(journal)).kind).toBe('placed')
      expect(ordersOf()).toHaveLength(1)
    }
  })
})

describe('what an order is recognised by', () => {
  test('the requests of the preview are those that are sent', async () => {
    const outcome = await orderLicences(partner.client, wish)
    if (outcome.kind !== 'preview') throw new Error(outcome.kind)
    const [cart, checkOut] = outcome.preview.requests
    expect(cart?.body).toMatchObject({ lineItems: [{ quantity: 3, friendlyName: wish.reference }] })
    const placed = await place(createMemoryJournal())
    const [cartId = ''] = Object.keys(state().carts)
    const sent = [cart, checkOut].map(
      (request) => `POST ${request?.path.replace('{cart}', cartId)} ${request?.headers['MS-RequestId']}`,
    )
    expect(Object.keys(state().answered)).toEqual(sent)
    expect(placed.kind).toBe('placed')
  })

  test('without the journal the reference on its lines tells', async () => {
    const first = await place(createMemoryJournal())
    // As if Partner Center had forgotten the ids of requests.
    state().answered = {}
    expect(await place(createMemoryJournal())).toEqual(first)
    expect(ordersOf()).toHaveLength(1)
    const other = place(createMemoryJournal(), { ...wish, lines: [{ ...line, quantity: 4 }] })
    await expect(other).rejects.toMatchObject({ code: 'reference-taken' })
  })

  test.each(['no cart yet', 'a cart'])(
    'a machine that was cut off with %s finds what another ordered meanwhile',
    async (known) => {
      const slow = createMemoryJournal()
      const cut: OrderJournal = {
        read: slow.read,
        async write(entry) {
          await slow.write(entry)
          if ((entry.cartId === undefined) === (known === 'no cart yet')) throw new Error('killed')
        },
      }
      await expect(place(cut)).rejects.toThrow('killed')
      const quick = await place(createMemoryJournal())
      // As if Partner Center had forgotten the ids of requests, and its carts.
      state().answered = {}
      state().carts = {}
      expect(await place(slow)).toEqual(quick)
      expect(ordersOf()).toHaveLength(1)
    },
  )

  test('a cart that ran out is followed by another, and by one order', async () => {
    const journal = createMemoryJournal()
    const cut: OrderJournal = {
      read: journal.read,
      async write(entry) {
        await journal.write(entry)
        if (entry.cartId !== undefined) throw new Error('killed')
      },
    }
    await expect(place(cut)).rejects.toThrow('killed')
    partner.emulator.clock.advance(8 * 86_400_000)
    expect((await place(journal)).kind).toBe('placed')
    expect(await journal.read(fabrikam, wish.reference)).toMatchObject({ attempt: 2 })
    expect(ordersOf()).toHaveLength(1)
  })

  test('an order that is not listed yet is awaited, never made again', async () => {
    const journal = createMemoryJournal()
    partner.emulator.faults.add({
      effect: { kind: 'drop', when: 'after' },
      target: { operation: 'partner-carts.check-out' },
      times: 20,
    })
    const real = partner.client
    const hidden = {
      ...real,
      items: ((operation, ...rest) =>
        operation.id === 'partner-orders.list' ? none() : real.items(operation, ...rest)) as typeof real.items,
    }
    const outcome = await orderLicences(hidden, wish, { place: true, journal, sleep })
    expect(outcome.kind).toBe('awaited')
    // Even where the cart has vanished with its order.
    const carts = state().carts
    state().carts = {}
    expect((await orderLicences(hidden, wish, { place: true, journal, sleep })).kind).toBe('awaited')
    state().carts = carts
    expect((await place(journal)).kind).toBe('placed')
    expect(ordersOf()).toHaveLength(1)
  })

  test.each(['before', 'after'] as const)(
    'lines with two ways of billing are two orders, told together (cut %s)',
    async (when) => {
      const yearly = { ...line, quantity: 2, term: 'P1Y', billing: 'annual' }
      partner.emulator.faults.add({
        effect: { kind: 'drop', when },
        target: { operation: 'partner-carts.check-out' },
        times: 9,
      })
      const both = { ...wish, lines: [line, yearly] }
      const journal = createMemoryJournal()
      let outcome = await place(journal, both).catch(() => undefined)
      outcome ??= await place(journal, both)
      expect(outcome).toMatchObject({
        kind: 'placed',
        orders: [{ status: 'completed' }, { status: 'completed' }],
        errors: [],
      })
      expect(ordersOf()).toHaveLength(2)
    },
  )
})
