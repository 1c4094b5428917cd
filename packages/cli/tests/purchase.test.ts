import { existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { defaultEntrance } from '@sevenstep/cloud-emulator'
import { licensingFactsFormat } from '@sevenstep/licensing-checks'
import { describe, expect, test } from 'vitest'
import {
  adatum,
  apply,
  fabrikam,
  folderOf,
  line,
  order,
  partnerRehearsal,
  premium,
  proseware,
} from './partner-rehearsal.ts'
import { folderWith, put, ruleIdsIn, runHere } from './run-command.ts'

const { emulator, licences, orders, partner } = partnerRehearsal()
const accountOf = (name: string) => {
  const accounts = Object.values(emulator().store.state.tenants[fabrikam]?.accounts ?? {})
  const found = accounts.find(({ userPrincipalName }) => userPrincipalName === name)
  if (found === undefined) throw new Error(`the seed has no ${name}`)
  return found
}

describe('an order', () => {
  test('is shown by default: what would be bought and exactly what would be sent, and nothing is', async () => {
    const folder = folderOf()
    const shown = await licences(folder, 'order', 'order.json')
    expect(shown).toMatchObject({ code: 0, error: '' })
    expect(shown.out).toContain('3 × Power Automate Premium for P1M, billed monthly')
    expect(shown.out).toContain('Nothing was ordered. --apply places the order.')
    expect([partner().carts, orders(), existsSync(join(folder, '.sevenstep'))]).toEqual([{}, [], false])
    const placed = await licences(folder, ...apply)
    expect(placed).toMatchObject({ code: 0, out: expect.stringMatching(/^Order \w+: completed, subscriptions /) })
    for (const key of Object.keys(partner().answered)) expect(shown.out).toContain(key.split(' ')[2])
    expect(await licences(folder, ...apply)).toEqual(placed)
    expect(orders()).toHaveLength(1)
    expect((await licences(folder, 'order', 'order.json')).out).toContain('Ordered already')
  })

  test('is made of one way of a plan, without the seats that are held', async () => {
    const licence = (who: string) => ({ product: 'per-user', skuId: premium, name: 'Premium', for: who, quantity: 1 })
    const perUser = { id: 'per-user', licences: ['a', 'b', 'c'].map(licence), seatsLeft: 1 }
    const folder = folderWith({
      'plan.json': JSON.stringify({ alternatives: [perUser, { ...perUser, id: 'mixed' }], open: 0 }),
      'prices.json': '{ "perUser": { "amount": 14, "currency": "EUR" } }',
    })
    const words = ['order', 'plan.json', '--customer', fabrikam, '--reference', 'r', '--prices', 'prices.json']
    expect(await licences(folder, ...words)).toMatchObject({
      code: 2,
      error: expect.stringContaining('per-user, mixed'),
    })
    const chosen = [...words, '--alternative', 'per-user']
    expect(await licences(folder, ...chosen)).toMatchObject({ code: 2, error: expect.stringContaining('--term') })
    const full = await licences(folder, ...chosen, '--term', 'P1Y', '--billing', 'annual')
    expect(full).toMatchObject({ code: 0, out: expect.stringContaining('2 × Premium for P1Y, billed annual') })
    expect(full.out).toContain('At your prices: 28.00 EUR a billing period.')
    put(folder, 'prices.json', '{ "perProcess": { "amount": 140, "currency": "EUR" } }')
    const unpriced = await licences(folder, ...chosen, '--term', 'P1Y', '--billing', 'annual')
    expect(unpriced.out).toContain('Your prices do not name all of these products')
  })

  test('that cannot be placed says why and sends nothing', async () => {
    const folder = folderOf({ customer: adatum })
    expect(await licences(folder, ...apply)).toMatchObject({ code: 1, out: expect.stringContaining('not accepted') })
    const acceptance = ['--first-name', 'Alex', '--last-name', 'Jansen', '--email', 'a@adatum.example']
    const agreement = ['agreement', 'adatum.example', ...acceptance, '--date', '2026-01-10']
    expect((await licences(folder, ...agreement)).out).toContain('Nothing was recorded')
    expect((await licences(folder, ...agreement, '--apply', '--auto-approve')).out).toContain(': recorded.')
    expect((await licences(folder, ...agreement)).out).toContain('recorded already')
    expect(await licences(folder, ...apply)).toMatchObject({ code: 0 })
    const ahead = await licences(folder, ...agreement.slice(0, -1), '2027-01-01')
    expect(ahead).toMatchObject({ code: 2, error: expect.stringContaining('lies ahead') })
  })

  test.each([
    ['another file', '[]', 3, 'order.json:1:1 cannot be used as an order'],
    [
      'a line with half a licence',
      JSON.stringify({ lines: [{ ...line, quantity: 0.5 }] }, undefined, 1),
      3,
      'order.json:6:',
    ],
    ['a line with a slip', '{"lines":[{"skuld":""}]}', 3, 'order.json:1:11'],
    ['no JSON', '{"lines":', 3, 'is no JSON'],
    [
      'a reference of two lines',
      JSON.stringify({ ...order, reference: 'one\ntwo' }),
      2,
      'The reference cannot name an order',
    ],
    ['no customer', JSON.stringify({ ...order, customer: undefined }), 2, 'whose order it is'],
    ['a stranger', JSON.stringify({ ...order, customer: 'contoso.example' }), 2, 'none of the partner’s 2 customers'],
  ])('in %s is refused with its place', async (_, text, code, said) => {
    const folder = folderWith({ 'order.json': text })
    expect(await licences(folder, 'order', 'order.json')).toMatchObject({ code, error: expect.stringContaining(said) })
  })

  test('needs a person’s yes, and a journal that is one', async () => {
    const folder = folderOf()
    const asked = await licences(folder, 'order', 'order.json', '--apply')
    expect(asked).toMatchObject({ code: 2, error: expect.stringContaining('there is nobody to ask') })
    put(folder, 'other.txt', 'keep me\n')
    symlinkSync(join(folder, 'other.txt'), join(folder, 'link.jsonl'))
    const linked = await licences(folder, ...apply, '--journal', 'link.jsonl')
    expect(linked).toMatchObject({ code: 3, error: expect.stringContaining('a link to another file') })
    expect(readFileSync(join(folder, 'other.txt'), 'utf8')).toBe('keep me\n')
    put(folder, 'folder/file.txt', '')
    const noFile = await licences(folder, ...apply, '--journal', 'folder')
    expect(noFile).toMatchObject({ code: 3, error: expect.stringContaining('it is no file') })
    const nowhere = await licences(folder, ...apply, '--journal', 'other.txt/orders.jsonl')
    expect(nowhere).toMatchObject({ code: 3, error: expect.stringContaining('cannot be written') })
    expect(await licences(folder, 'order', '/dev/zero')).toMatchObject({ code: 3, out: '' })
    expect(orders()).toEqual([])
  })
})

describe('around an order', () => {
  test('licences are assigned with a usage location; a dry run touches nobody', async () => {
    const member = accountOf('member@fabrikam.example')
    delete member.usageLocation
    const folder = folderWith()
    const words = [
      'assign',
      '--customer',
      'fabrikam.example',
      '--user',
      'member@fabrikam.example,maker@fabrikam.example',
    ]
    const blocked = await licences(folder, ...words)
    expect(blocked).toMatchObject({ code: 1, out: expect.stringContaining('no usage location') })
    const shown = await licences(folder, ...words, '--usage-location', 'nl')
    expect(shown.out).toContain('gets it, after the usage location NL')
    expect(member.licences).not.toContain(premium)
    const done = await licences(folder, ...words, '--usage-location', 'nl', '--apply', '--auto-approve')
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining('assigned, after the usage location NL') })
    expect(member).toMatchObject({ usageLocation: 'NL', licences: expect.arrayContaining([premium]) })
    const again = await licences(folder, ...words, '--apply', '--auto-approve')
    expect(again.out.match(/holds it already/g)).toHaveLength(2)
    expect(await licences(folder, 'assign', '--customer', fabrikam)).toMatchObject({ code: 2 })
  })

  test('customers, how the partner stands with one, and the invitation', async () => {
    const folder = folderWith()
    expect((await licences(folder, 'customer')).out).toContain('2 customers\n')
    expect(await licences(folder, 'customer', 'fabrikam.example')).toMatchObject({ code: 0 })
    expect(await licences(folder, 'customer', adatum)).toMatchObject({ code: 1 })
    const stranger = await licences(folder, 'customer', '0f0f0f0f-0000-4000-8000-000000000000')
    expect(stranger).toMatchObject({ code: 1, out: expect.stringContaining('no relationship') })
    expect((await licences(folder, 'customer', '--invite')).out).toContain('invType=ResellerRelationship')
  })

  test('a new customer’s first password goes into a file of one’s own, and nowhere else', async () => {
    const address = { Country: 'NL', City: 'Utrecht', AddressLine1: 'Street 1', PostalCode: '3511' }
    const billing = {
      Culture: 'nl-NL',
      Email: 'a@b.example',
      Language: 'nl',
      CompanyName: 'Newco',
      DefaultAddress: address,
    }
    const profile = { CompanyProfile: { Domain: 'newco.example' }, BillingProfile: billing }
    const folder = folderWith({ 'newco.json': JSON.stringify(profile), 'taken.json': '{}' })
    const words = ['create-customer', 'newco.json', '--password-file']
    expect((await licences(folder, ...words, 'first.json')).out).toContain('Nothing was made')
    const taken = await licences(folder, ...words, 'taken.json', '--apply', '--auto-approve')
    expect(taken).toMatchObject({ code: 2, error: expect.stringContaining('cannot be made') })
    const effect = { kind: 'status', status: 403 } as const
    emulator().faults.add({ effect, target: { operation: 'partner-customers.create' }, times: 1 })
    const refused = await licences(folder, ...words, 'first.json', '--apply', '--auto-approve')
    expect([refused.code, existsSync(join(folder, 'first.json'))]).toEqual([4, false])
    const made = await licences(folder, ...words, 'first.json', '--apply', '--auto-approve')
    expect(made).toMatchObject({ code: 0, out: expect.stringContaining('Made Newco') })
    const { password } = JSON.parse(readFileSync(join(folder, 'first.json'), 'utf8'))
    expect(password).toMatch(/^not-a-secret-/)
    expect(made.out + made.error).not.toContain(password)
    expect(statSync(join(folder, 'first.json')).mode & 0o077).toBe(0)
  })

  test.each([[], ['--graph']])('facts are files that check takes (%s)', async (...more) => {
    const folder = folderOf()
    await licences(folder, ...apply)
    delete accountOf('member@fabrikam.example').usageLocation
    const words = ['facts', '--order', 'order.json', '--auto-renew', 'no', '--output', 'tenant', ...more.flat()]
    expect(await licences(folder, ...words)).toMatchObject({ code: 0 })
    expect(statSync(join(folder, 'tenant')).mode & 0o077).toBe(0)
    const facts: object = JSON.parse(readFileSync(join(folder, 'tenant/facts.json'), 'utf8'))
    // The tracker takes a file for facts when it knows every member of it.
    expect(licensingFactsFormat.names).toEqual(expect.arrayContaining(Object.keys(facts)))
    const checked = await runHere(['check', 'tenant', '--facts', 'tenant/facts.json', '--format', 'json'], { folder })
    expect(ruleIdsIn(checked.out)).toEqual([
      'licence-auto-renew',
      'licence-cancellation-noted',
      'licence-flows-listed',
      'licence-usage-location',
    ])
  })
})

test('every command answers programs as well', async () => {
  const folder = folderOf()
  const json = async (...words: readonly string[]) => {
    const { out } = await licences(folder, ...words, '--format', 'json')
    const value: unknown = JSON.parse(out)
    expect(value).toMatchObject({ version: 1 })
    return value
  }
  expect(await json('order', 'order.json')).toMatchObject({ kind: 'preview', preview: { requests: [{}, {}] } })
  expect(await json(...apply)).toMatchObject({ kind: 'placed', orders: [{ status: 'completed' }], errors: [] })
  expect(await json('customer')).toMatchObject({ customers: [{ name: 'Fabrikam' }, { name: 'Adatum' }] })
  expect(await json('customer', adatum)).toMatchObject({ customer: { domain: 'adatum.example' }, hasAgreement: false })
  expect(await json('customer', '--invite')).toMatchObject({ invitation: expect.stringMatching(/^https:/) })
  const person = [
    '--first-name',
    'Alex',
    '--last-name',
    'Jansen',
    '--email',
    'a@adatum.example',
    '--date',
    '2026-01-10',
  ]
  expect(await json('agreement', adatum, ...person)).toMatchObject({ recording: 'would-record' })
  const assign = ['assign', '--customer', fabrikam, '--user', 'member@fabrikam.example']
  expect(await json(...assign)).toMatchObject({ steps: [{ action: 'assign' }], assigned: [], failed: [] })
  expect(await json('facts', '--customer', fabrikam, '--output', 'tenant')).toMatchObject({
    written: ['facts.json', 'users.json', 'subscriptions.json', 'purchases.json'],
  })
})

test.each([
  [['--sign-in', 'client-secret'], '--client-id is missing'],
  [['--sign-in', 'client-secret', '--client-id', proseware, '--secret', 'hunter2'], '--secret does not say where'],
  [['--sign-in', 'given-token', '--token', 'env:NO_SUCH_VARIABLE'], 'NO_SUCH_VARIABLE'],
])('signing in with %j is a slip that shows no secret', async (words, said) => {
  const { code, out, error } = await licences(folderWith(), 'customer', ...words)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(error).toContain(said)
  expect(error).not.toContain('hunter2')
})

test('a refresh token from a vault signs in, and an application alone may order but not see agreements', async () => {
  const { clientId, clientSecret, password } = defaultEntrance
  const form = { client_id: clientId, client_secret: clientSecret, grant_type: 'password', password }
  const scope = 'https://api.partnercenter.microsoft.com/.default offline_access openid'
  const body = new URLSearchParams({ ...form, username: 'priya@proseware.example', scope })
  const address = `${emulator().url}/https/login.microsoftonline.com/${proseware}/oauth2/v2.0/token`
  const { refresh_token: kept } = Object(await (await fetch(address, { method: 'POST', body })).json())
  const folder = folderWith({ 'secret.txt': `${clientSecret}\n`, 'vault.txt': String(kept) })
  const words = ['customer', fabrikam, '--client-id', clientId, '--secret', 'file:secret.txt']
  const person = await licences(folder, ...words, '--sign-in', 'refresh-token', '--token', 'file:vault.txt')
  expect(person).toMatchObject({ code: 0, out: expect.stringContaining('agreement: accepted') })
  const application = await licences(folder, ...words, '--sign-in', 'client-secret')
  expect(application.out).toContain('could not be read with this sign-in')
})
