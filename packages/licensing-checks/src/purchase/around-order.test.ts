import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { assignLicences } from './assign-licences.ts'
import { createCustomer, listCustomers, readStanding, recordAgreement } from './customers.ts'
import { adatum, type EmulatedPartner, emulatedPartner, fabrikam } from './fixtures/emulated-partner.ts'

const premium = 'eda1941c-3c4f-4995-b5eb-e85a42175ab9'

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

const state = () => {
  const found = partner.emulator.store.state.tenants['0a0a0a0a-1111-4a4a-8a8a-000000000001']?.partner
  if (found === undefined) throw new Error('the seed has no partner')
  return found
}

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

  test('seats are counted, strangers and switched-off accounts are named, and a refusal stops nobody else', async () => {
    const tenant = partner.emulator.store.state.tenants[fabrikam]
    const accounts = Object.values(tenant?.accounts ?? {})
    for (const account of accounts) {
      account.licences = []
      account.usageLocation = 'NL'
    }
    const [first, second, third] = accounts.map(({ userPrincipalName }) => userPrincipalName)
    const subscription = tenant?.subscriptions[premium]
    if (subscription !== undefined) subscription.enabledUnits = 2
    const users = ['nobody@fabrikam.example', first ?? '', second ?? '', third ?? '', (second ?? '').toUpperCase()]
    const plan = await assignLicences(partner.client, { customer: fabrikam, skuId: premium, users })
    expect(plan.seatsLeft).toBe(2)
    expect(plan.steps.map(({ action, reason = '' }) => [action, reason.split(' ').slice(0, 3).join(' ')])).toEqual([
      ['blocked', 'The customer has'],
      ['assign', ''],
      ['assign', ''],
      ['blocked', 'No seat of'],
    ])
    partner.emulator.faults.add({
      effect: { kind: 'status', status: 400, code: '60012' },
      target: { operation: 'partner-licences.update-of-user' },
      times: 1,
    })
    const done: string[] = []
    const asked = { customer: fabrikam, skuId: premium, users: [first ?? '', second ?? ''] }
    const result = await assignLicences(partner.client, asked, { apply: true, onAssigned: (user) => done.push(user) })
    expect(result.failed).toMatchObject([{ user: first, failure: { code: 'licence-not-available' } }])
    expect([result.assigned, done]).toEqual([[second], [second]])
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
    const again = await createCustomer(partner.client, profile, async () => {
      throw new Error('a password twice')
    })
    expect(again.id).toBe(customer.id)
  })

  test('customers are listed to the last page', async () => {
    const tenants = partner.emulator.store.state.tenants
    const seed = tenants[adatum]
    if (seed === undefined) throw new Error('the seed has no Adatum')
    for (let at = 0; at < 230; at += 1) {
      const id = `0e0e0e0e-0000-4000-8000-${String(at).padStart(12, '0')}`
      tenants[id] = { ...seed, tenantId: id, name: `Customer ${at}` }
      state().customers.push(id)
    }
    const names = (await listCustomers(partner.client)).map(({ name }) => name)
    expect(names).toHaveLength(232)
    expect(names.at(-1)).toBe('Customer 229')
  })

  test('the standing of a stranger is an answer', async () => {
    const none = { customer: undefined, hasAgreement: undefined }
    expect(await readStanding(partner.client, '0f0f0f0f-0000-4000-8000-000000000000')).toEqual(none)
    expect(await readStanding(partner.client, adatum)).toMatchObject({
      customer: { name: 'Adatum' },
      hasAgreement: false,
    })
    const acceptance = { firstName: 'Alex', lastName: 'Jansen', email: 'a@adatum.example', date: '2026-11-20' }
    expect(await recordAgreement(partner.client, adatum, acceptance)).toBe(true)
    expect(await recordAgreement(partner.client, adatum, acceptance)).toBe(false)
  })
})
