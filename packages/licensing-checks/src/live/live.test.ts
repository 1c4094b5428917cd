import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkLicences } from '../engine/check-licences.ts'
import { licensingFactsFormat } from '../engine/licensing-facts-format.ts'
import { readLicenceFile } from '../licences/read-licence-file.ts'
import { adatum, type EmulatedPartner, emulatedPartner, fabrikam } from '../purchase/fixtures/emulated-partner.ts'
import { createMemoryJournal } from '../purchase/order-journal.ts'
import { orderLicences } from '../purchase/order-licences.ts'
import { type GatheredLicensing, gatherLicensingFacts } from './gather-licensing-facts.ts'

const premium = 'eda1941c-3c4f-4995-b5eb-e85a42175ab9'
const line = { skuId: premium, name: 'Power Automate Premium', quantity: 2, term: 'P1M', billing: 'monthly' }
const order = { customer: fabrikam, reference: 'november', lines: [line] }

let partner: EmulatedPartner
beforeAll(async () => {
  partner = await emulatedPartner()
  partner.emulator.store.save('fresh')
})
afterAll(() => partner.stop())
beforeEach(() => partner.emulator.store.restore('fresh'))

/** What the check says of what was read, by rule. */
function judged({ facts, users, subscriptions, purchases }: GatheredLicensing) {
  const files = [
    readLicenceFile('users.json', JSON.stringify({ value: users })),
    readLicenceFile('subscriptions.json', JSON.stringify({ value: subscriptions })),
    ...(purchases.length > 0 ? [readLicenceFile('purchases.json', JSON.stringify({ value: purchases }))] : []),
  ]
  const reading = licensingFactsFormat.read(JSON.stringify(facts))
  if (!reading.ok) throw new Error(reading.problem.what)
  const { subject, licensing } = checkLicences(files, { facts: reading.facts, today: '2026-11-20' })
  return { rules: subject.findings.map(({ ruleId }) => ruleId), licensing, files }
}

describe('facts of a customer', () => {
  test.each(['Partner Center', 'Microsoft Graph'])(
    'users, products and purchases through %s are lists',
    async (from) => {
      const journal = createMemoryJournal()
      await orderLicences(partner.client, order, { place: true, journal })
      const maker = Object.values(partner.emulator.store.state.tenants[fabrikam]?.accounts ?? {}).find(
        ({ userPrincipalName }) => userPrincipalName === 'maker@fabrikam.example',
      )
      if (maker === undefined) throw new Error('the seed has no maker')
      delete maker.usageLocation
      const graph = from === 'Microsoft Graph' ? partner.clientIn(fabrikam, 'admin@fabrikam.example') : undefined
      const gathered = await gatherLicensingFacts({
        partner: partner.client,
        ...(graph !== undefined && { graph }),
        customer: fabrikam,
        order,
        journal,
        said: { agreedAutoRenew: false, signIns: ['maker@fabrikam.example'] },
      })
      expect(gathered).toMatchObject({
        usersFrom: from,
        customer: { name: 'Fabrikam' },
        facts: {
          partner: { hasRelationship: true, hasAgreement: true },
          order: { orderStatus: 'completed', lines: [{ skuId: premium, offer: { isPurchasable: true } }] },
        },
      })
      const { rules, licensing, files } = judged(gathered)
      expect(files.map(({ problems }) => problems)).toEqual([[], [], []])
      expect(
        licensing.users.map(({ name, licences }) => [name.split('@')[0], licences.map(({ skuId }) => skuId)]),
      ).toEqual([
        ['admin', [expect.any(String), premium]],
        ['maker', [expect.any(String), premium]],
        ['member', [expect.any(String)]],
      ])
      expect(licensing.users[0]?.licences[1]?.planState('375cd0ad-c407-49fd-866a-0bff4f8a9a4d')).toBe('on')
      expect(licensing.subscriptions).toMatchObject([{ seats: 25 }, { skuId: premium, seats: 7, used: 2 }])
      expect(licensing.purchases).toMatchObject([{ skuId: premium, autoRenew: true, status: 'active' }])
      // The customer agreed to the opposite, and one account has no usage location.
      expect(rules).toEqual(expect.arrayContaining(['licence-auto-renew', 'licence-usage-location']))
      expect(rules).not.toContain('licence-order-completed')
    },
  )

  test.each(['Partner Center', 'Microsoft Graph'])(
    'people and purchases through %s are read to the last page',
    async (from) => {
      const tenant = partner.emulator.store.state.tenants[fabrikam]
      const seed = Object.values(tenant?.accounts ?? {})[0]
      const sold = partner.emulator.store.state.tenants['0a0a0a0a-1111-4a4a-8a8a-000000000001']?.partner
      if (tenant === undefined || seed === undefined || sold === undefined) throw new Error('the seed lacks something')
      for (let at = 0; at < 240; at += 1) {
        const objectId = `0e0e0e0e-0000-4000-8000-${String(at).padStart(12, '0')}`
        tenant.accounts[objectId] = { ...seed, objectId, userPrincipalName: `u${at}@fabrikam.example`, licences: [] }
        const subscription = { id: `s${at}`, customer: fabrikam, offerId: 'CFQ7TTC0GONE:0001:A', offerName: 'Premium' }
        const state = {
          skuId: premium,
          quantity: 1,
          status: 'active',
          autoRenewEnabled: true,
          orderId: 'o',
          version: 1,
        } as const
        sold.subscriptions[`s${at}`] = { ...subscription, ...state, commitmentEndDate: '2027-06-01' }
      }
      const graph = from === 'Microsoft Graph' ? partner.clientIn(fabrikam, 'admin@fabrikam.example') : undefined
      const gathered = await gatherLicensingFacts({
        partner: partner.client,
        ...(graph !== undefined && { graph }),
        customer: fabrikam,
      })
      expect([gathered.users.length, gathered.purchases.length]).toEqual([243, 240])
      expect(judged(gathered).licensing.users.at(-1)?.name).toBe('u239@fabrikam.example')
    },
  )

  test('a customer without agreement and one who is none are findings', async () => {
    const gathered = await gatherLicensingFacts({ partner: partner.client, customer: adatum })
    expect(judged(gathered).rules).toContain('licence-customer-agreement')
    const stranger = '0f0f0f0f-0000-4000-8000-000000000000'
    const none = await gatherLicensingFacts({ partner: partner.client, customer: stranger })
    expect(none).toMatchObject({ customer: undefined, users: [], facts: { partner: { hasRelationship: false } } })
    expect(judged(none).rules).toContain('licence-partner-relationship')
  })

  test('an order on its way says what its cart says', async () => {
    const journal = createMemoryJournal()
    const cut = {
      ...journal,
      write: async (entry: Parameters<typeof journal.write>[0]) => {
        await journal.write(entry)
        if (entry.cartId !== undefined) throw new Error('killed')
      },
    }
    await expect(orderLicences(partner.client, order, { place: true, journal: cut })).rejects.toThrow('killed')
    const before = await gatherLicensingFacts({ partner: partner.client, customer: fabrikam, order, journal })
    expect(before.facts.order).toMatchObject({ cartErrors: [], orderStatus: 'not ordered yet' })
    expect(judged(before).rules).toContain('licence-order-completed')
  })

  test('a service that refuses ends it', async () => {
    partner.emulator.faults.add({
      effect: { kind: 'status', status: 403 },
      target: { operation: 'partner-subscriptions.list' },
      times: 1,
    })
    const gathering = gatherLicensingFacts({ partner: partner.client, customer: fabrikam })
    await expect(gathering).rejects.toMatchObject({ code: 'not-allowed' })
  })
})
