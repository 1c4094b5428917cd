import { createReport, printHtml, printText } from '@sevenstep/findings'
import { expect, test } from 'vitest'
import { checkFlowPackage } from '../../checks/check-flow-package.ts'
import { readPackage } from '../../read/read-package.ts'
import { packageFiles } from '../../testing/given-package.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { secrets } from './secrets.ts'

const fake = 'not-a-real-secret-0123'
const keep = (inputs: unknown) => ({ definition: { actions: { Keep: { type: 'Compose', inputs } } } })
const at = '/properties/definition/actions/Keep/inputs'
const secret = 'flow-no-secret'
const signed =
  'https://fleetdesk.blob.core.windows.net/cars?sv=2024-01-01&se=2027-01-01&sp=r&sig=not0a0real0signature0at0all%3D'
const fakeToken = 'eyJhbGciOiJub25lIn0.eyJub3QiOiJhIHJlYWwgdG9rZW4ifQ.'

testRuleFamily(secrets, import.meta.url, {
  passes: [
    { name: 'an export as it comes', given: {} },
    {
      name: 'no secrets',
      given: keep({
        password: "@parameters('Recipient')",
        secret: '<your secret>',
        token: 'a',
        apiKey: '',
        tokens: 'some words of it',
        value: 'REMOVED',
        'x-api-key': 'xxxxxxxx',
        properties: { password: { type: 'string' } },
      }),
    },
    {
      name: 'an address of a designer',
      given: keep('https://prod-01.westeurope.logic.azure.com/workflows?sig=REMOVED'),
    },
  ],
  fails: [
    {
      name: 'by its name',
      given: keep({
        headers: { 'X-Api-Key': fake, Authorization: `Basic ${fake}` },
        authentication: { type: 'Basic', password: fake },
      }),
      finds: [
        { rule: secret, at: `${at}/headers/X-Api-Key` },
        { rule: secret, at: `${at}/headers/Authorization` },
        { rule: secret, at: `${at}/authentication/password` },
      ],
      mended: keep({
        headers: { 'X-Api-Key': 'REMOVED', Authorization: 'REMOVED' },
        authentication: { type: 'Basic', password: 'REMOVED' },
      }),
    },
    {
      name: 'in a variable, a named step and a parameter',
      given: {
        definition: {
          parameters: { Key: { type: 'SecureString', defaultValue: fake } },
          actions: {
            Set: {
              type: 'InitializeVariable',
              inputs: { variables: [{ name: 'Client Secret', type: 'string', value: fake }] },
            },
            API_Key: { type: 'Compose', inputs: fake },
          },
        },
      },
      finds: [
        { rule: secret, at: '/properties/definition/parameters/Key/defaultValue' },
        { rule: secret, at: '/properties/definition/actions/Set/inputs/variables/0/value' },
        { rule: secret, at: '/properties/definition/actions/API_Key/inputs' },
      ],
    },
    {
      name: 'a token in a text',
      given: keep(`Bearer ${fakeToken}`),
      finds: [{ rule: secret, at }],
      mended: keep('Bearer REMOVED'),
    },
    {
      name: 'a key of an account',
      given: keep(`DefaultEndpointsProtocol=https;AccountName=cars;AccountKey=${'0'.repeat(40)}==;`),
      finds: [{ rule: secret, at }],
      mended: keep('DefaultEndpointsProtocol=https;AccountName=cars;AccountKey=REMOVED;'),
    },
    {
      name: 'a webhook',
      given: keep('https://hooks.slack.com/services/T000NOT/B000REAL/000000000000000000000000'),
      finds: [{ rule: secret, at }],
    },
    { name: 'a signature', given: keep(signed), finds: [{ rule: 'flow-no-sas', at }] },
    {
      name: 'a signature with nothing before it',
      given: keep('sig=not0a0real0signature0at0all'),
      finds: [{ rule: 'flow-no-sas', at }],
      mended: keep('sig=REMOVED'),
    },
    {
      name: 'a key of a function',
      given: keep('https://cars.azurewebsites.net/api/sell?code=not0a0real0code0at0all0000=='),
      finds: [{ rule: 'flow-no-sas', at }],
      mended: keep('https://cars.azurewebsites.net/api/sell?code=REMOVED'),
    },
  ],
})

test('no report shows a secret', () => {
  const files = packageFiles(keep({ password: fake, signed, text: `Bearer ${fakeToken}` }))
  const { subject } = checkFlowPackage(readPackage(files), { withEdits: true })
  const report = createReport({ name: 'test', version: '1' }, [subject])
  const sources = (_subject: unknown, path: string) => String(files.find((file) => file.path === path)?.content ?? '')
  for (const printed of [printText(report, { sources }), printHtml(report, { sources }), JSON.stringify(report)]) {
    for (const shown of [fake, 'not0a0real', fakeToken]) expect(printed).not.toContain(shown)
  }
})
