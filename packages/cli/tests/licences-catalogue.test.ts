import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderWith, put, ruleIdsIn, runHere } from './run-command.ts'

const added = '11111111-2222-4333-8444-555555555555'
const plan = '22222222-2222-4333-8444-555555555555'
const table = [
  'Product_Display_Name,String_Id,GUID,Service_Plan_Name,Service_Plan_Id,Service_Plans_Included_Friendly_Names',
  `Power Automate Tomorrow,FLOW_TOMORROW,${added},FLOW_TOMORROW_PLAN,${plan},Power Automate Tomorrow`,
].join('\r\n')
const users = {
  value: [
    {
      userPrincipalName: 'ada@contoso.example',
      usageLocation: 'NL',
      licenseDetails: [
        {
          skuId: added,
          servicePlans: [{ servicePlanId: plan, servicePlanName: 'FLOW_TOMORROW_PLAN', provisioningStatus: 'Success' }],
        },
      ],
    },
  ],
}
const flows = {
  flows: [
    {
      name: 'Invoices',
      connectors: [{ id: 'shared_sql', tier: 'premium' }],
      trigger: 'scheduled',
      owner: 'ada@contoso.example',
      requestsPerDay: 10,
      context: 'none',
    },
  ],
}

/** A folder with a tenant's lists and a catalogue that was brought up to date, the new product with a class. */
async function updated(): Promise<string> {
  const folder = folderWith({
    'table.csv': table,
    'tenant/users.json': JSON.stringify(users),
    'tenant/flows.json': JSON.stringify(flows),
  })
  const words = ['licences', 'catalogue', 'table.csv', '--seen', '2027-02', '--output', 'products.tsv']
  const { code, out, error } = await runHere(words, { folder })
  expect({ code, error }).toMatchObject({ code: 0, error: expect.stringContaining('--catalogue products.tsv') })
  expect(out).toContain(`${added}  Power Automate Tomorrow (FLOW_TOMORROW)`)
  const text = readFileSync(join(folder, 'products.tsv'), 'utf8')
  put(folder, 'products.tsv', text.replace(/unclassified/, 'premium-user'))
  return folder
}

test('an updated catalogue decides the answers of check, report and plan, and is named in them', async () => {
  const folder = await updated()
  const before = await runHere(['check', 'tenant', '--format', 'json'], { folder })
  expect(ruleIdsIn(before.out)).toContain('licence-coverage-answered')
  const after = await runHere(['check', 'tenant', '--format', 'json', '--catalogue', 'products.tsv'], { folder })
  expect(ruleIdsIn(after.out)).toEqual(['licence-subscriptions-listed'])
  const report = await runHere(['licences', 'report', 'tenant', '--catalogue', 'products.tsv'], { folder })
  expect(report.out).toContain('1 covered, 0 gaps, 0 to ask')
  expect(report.out).toContain('the product list of 2027-02')
  expect(report.out).toContain('Product names and service plan identifiers for licensing (CSV), seen 2027-02: https:')
  expect(report.error).toContain('Products by products.tsv of 2027-02, against those of 2026-07 here: 1 product more.')
  const html = await runHere(['licences', 'report', 'tenant', '--catalogue', 'products.tsv', '--format', 'html'], {
    folder,
  })
  expect(html.out).toContain('seen 2027-02')
  const plan = await runHere(['licences', 'plan', 'tenant', '--catalogue', 'products.tsv'], { folder })
  expect(plan.out).toContain('Nothing to buy')
})

test('the configuration beside the lists names it as well, and the command line wins', async () => {
  const folder = await updated()
  put(folder, 'sevenstep.config.json', '{ "licences": { "catalogue": "products.tsv" } }')
  const checked = await runHere(['check', 'tenant', '--format', 'json'], { folder })
  expect(ruleIdsIn(checked.out)).toEqual(['licence-subscriptions-listed'])
  expect((await runHere(['check', 'tenant', '--print-config'], { folder })).out).toContain('2027-02')
  expect((await runHere(['licences', 'report', 'tenant'], { folder })).out).toContain('1 covered')
  put(folder, 'other.tsv', 'version\t2020-01\n')
  const other = await runHere(['licences', 'report', 'tenant', '--catalogue', 'other.tsv'], { folder })
  expect(other).toMatchObject({ code: 2, error: expect.stringContaining('it has no line "sku"') })
})

test.each([
  ['broken.tsv', 'Line 2 of the catalogue is no row of it'],
  ['missing.tsv', 'missing.tsv cannot be used as a catalogue'],
])('%s is refused with what is wrong', async (name, said) => {
  const folder = folderWith({ 'broken.tsv': 'version\t2026-11\nsku\tonly', 'users.json': JSON.stringify(users) })
  for (const words of [
    ['check', 'users.json'],
    ['licences', 'report', 'users.json'],
  ]) {
    const refused = await runHere([...words, '--catalogue', name], { folder })
    expect(refused).toMatchObject({ code: 2, error: expect.stringContaining(said) })
  }
})

test('a catalogue for what is no list of licences is a slip', async () => {
  const refused = await runHere(['check', 'examples/mended', '--catalogue', 'products.tsv'])
  expect(refused).toMatchObject({ code: 2, error: expect.stringContaining('--catalogue fits nothing that was found') })
})
