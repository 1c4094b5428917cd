import type { FaultEffect } from '@sevenstep/cloud-emulator'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { assignLicences } from './assign-licences.ts'
import { createCustomer, listCustomers, recordAgreement } from './customers.ts'
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
    expect(first).toMatchObject({ kind: 'placed', order: { status: 'completed', subscriptions: [expect.any(String)] } })
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
    const ids = new Set<string>()
    const spied: OrderJournal = {
      read: journal.read,
      async write(entry) {
        ids.add(entry.checkOutRequestId)
        await journal.write(entry)
      },
    }
    let outcome: string | undefined
    for (let run = 0; run < 8 && outcome === undefined; run += 1) {
      outcome = await place(spied).then(
        ({ kind }) => kind,
        () => undefined,
      )
    }
    expect(outcome).toBe('placed')
    expect(ordersOf()).toHaveLength(1)
    expect(seats()).toBe(before + 3)
    expect(ids.size).toBe(1)
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

describe('around an order', () => {
  test('licences are assigned to who has none, with a usage location, and by default nobody is touched', async () => {
    const accounts = Object.values(partner.emulator.store.state.tenants[fabrikam]?.accounts ?? {})
    const member = accounts.find(({ userPrincipalName }) => userPrincipalName === 'member@fabrikam.example')
    if (member === undefined) throw new Error('the seed has no such account')
    delete member.usageLocation
    const asked = { customer: fabrikam, skuId: premium, users: ['maker@fabrikam.example', 'member@fabrikam.example'] }
    const blocked = await assignLicences(partner.client, asked, { apply: true })
    expect(blocked.steps.map(({ action }) => action)).toEqual(['nothing', 'blocked'])
    const plan = await assignLicences(partner.client, { ...asked, usageLocation: 'NL' })
    expect(plan).toMatchObject({
      steps: [{ action: 'nothing' }, { action: 'assign', setsLocation: 'NL' }],
      assigned: [],
    })
    expect(member.licences).not.toContain(premium)
    const done = await assignLicences(partner.client, { ...asked, usageLocation: 'NL' }, { apply: true })
    expect(done.assigned).toEqual(['member@fabrikam.example'])
    expect(member).toMatchObject({ usageLocation: 'NL', licences: expect.arrayContaining([premium]) })
    expect((await assignLicences(partner.client, asked, { apply: true })).assigned).toEqual([])
  })

  test('a new customer’s password goes to the vault and nowhere else', async () => {
    const vault: string[] = []
    const address = { Country: 'NL', City: 'Utrecht', AddressLine1: 'Street 1', PostalCode: '3511' }
    const billing = {
      Culture: 'nl-NL',
      Email: 'a@b.example',
      Language: 'nl',
      CompanyName: 'Newco',
      DefaultAddress: address,
    }
    const profile = { CompanyProfile: { Domain: 'newco.example' }, BillingProfile: billing }
    const customer = await createCustomer(partner.client, profile, async ({ password }) => {
      vault.push(password)
    })
    const [password = ''] = vault
    expect(password).not.toBe('')
    expect(JSON.stringify(customer)).not.toContain(password)
    expect(partner.events.join('')).not.toContain(password)
    expect((await listCustomers(partner.client)).map(({ name }) => name)).toContain('Newco')
  })
})
