import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { embeddedSecret } from './embedded-secret.ts'

const rule = 'security-no-embedded-secret'
const prefix = 'x-ms-apimTemplateParameter.'
const header = (name: string, value: string) => ({
  properties: {
    policyTemplateInstances: [
      { templateId: 'setheader', title: 'Sign', parameters: { [`${prefix}name`]: name, [`${prefix}value`]: value } },
    ],
  },
})
const headerAt = `/properties/policyTemplateInstances/0/parameters/${prefix}value`
// Put together here, so that no search of this repository takes them for secrets.
const gitHubToken = ['ghp', '16C7e42F292c6912E7710c838347Ae178B4a'].join('_')
const awsKey = ['AKIA', 'QYLPMN5HHHFPZAM2'].join('')

testRuleFamily(embeddedSecret, import.meta.url, {
  passes: [
    { name: 'a header from a connection parameter', given: header('X-API-Key', "@connectionParameters('api_key','')") },
    { name: 'a placeholder', given: header('X-API-Key', 'YOUR-API-KEY-0123456789') },
    { name: 'a header that is no key', given: header('X-Correlation', '8f14e45fceea167a5a36dedd4bea2543') },
    { name: 'an identifier', given: { readme: 'Id 0f8fad5b-d9cb-469f-a165-70867728950e of GetCarById20240101.' } },
    { name: 'the frame of a key', given: { readme: '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----' } },
    { name: 'a public key', given: { readme: '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEF' } },
    {
      name: 'an address with a port and an e-mail',
      given: { readme: 'https://a.example:8443/x?to=ada@fleet.example' },
    },
  ],
  fails: [
    {
      name: 'a token in a readme, masked',
      given: { readme: `Use ${gitHubToken} to sign in.` },
      finds: [
        { rule, file: 'readme.md', line: 1, what: 'Here stands what looks like a secret: GitHub token, "ghp_…".' },
      ],
    },
    {
      name: 'a key in a script',
      given: { script: `public class Script { const string Key = "${awsKey}"; }` },
      finds: [{ rule, file: 'script.csx' }],
    },
    {
      name: 'a key behind an escaped line end of the definition',
      given: { definition: { info: { title: 'Fleet', description: `Key:\n${gitHubToken}` } } },
      finds: [{ rule, at: '/info/description' }],
    },
    {
      name: 'a key in a header',
      given: header('X-API-Key', '8f14e45fceea167a5a36dedd4bea2543'),
      finds: [{ rule, at: headerAt }],
    },
    {
      name: 'a key as a default',
      given: {
        definition: {
          paths: {
            '/cars': {
              get: {
                operationId: 'ListCars',
                parameters: [
                  { name: 'api-key', in: 'header', type: 'string', default: '8f14e45fceea167a5a36dedd4bea2543' },
                ],
                responses: {},
              },
            },
          },
        },
      },
      finds: [{ rule, at: '/paths/~1cars/get/parameters/0/default' }],
    },
  ],
})
