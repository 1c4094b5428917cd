import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { hostName } from './host-name.ts'

const at = '/host'
const host = (value: unknown) => ({ definition: { host: value } })
const anyHost = { policyTemplateInstances: [{ templateId: 'dynamicHostUrl', title: 'Host', parameters: {} }] }

testRuleFamily(hostName, import.meta.url, {
  passes: [
    { name: 'a name', given: host('api.fleetdesk.example') },
    { name: 'a product called Testrail', given: host('testrail.example') },
    {
      name: 'a sandbox host that each connection replaces',
      given: { ...host('sandbox.fleetdesk.example'), properties: anyHost },
    },
    {
      name: 'own connectors may point at a test system',
      given: { ...host('test.fleetdesk.example'), profile: 'custom' },
    },
  ],
  fails: [
    { name: 'none', given: host(undefined), finds: [{ rule: 'host-required', at: '' }] },
    { name: 'no text', given: host(3), finds: [{ rule: 'host-required', at }] },
    {
      name: 'a path',
      given: host('fleetdesk.example/api'),
      finds: [{ rule: 'host-format', at, what: 'The host is "fleetdesk.example/api".' }],
    },
    { name: 'a placeholder', given: host('{tenant}.fleetdesk.example'), finds: [{ rule: 'host-format', at }] },
    { name: 'a blank', given: host('fleetdesk.example '), finds: [{ rule: 'host-format', at }] },
    {
      name: 'a scheme',
      given: host('https://fleetdesk.example'),
      finds: [{ rule: 'host-no-scheme', at }],
      mended: host('fleetdesk.example'),
    },
    { name: 'a staging label', given: host('api-staging.fleetdesk.example'), finds: [{ rule: 'host-production', at }] },
    {
      name: 'the own machine',
      given: host('localhost:8080'),
      finds: [{ rule: 'host-not-localhost', at }],
    },
    { name: 'a port', given: host('fleetdesk.example:8443'), finds: [{ rule: 'host-no-port', at }] },
    { name: 'a tunnel', given: host('ab12.ngrok.io'), finds: [{ rule: 'host-not-localhost', at }] },
    { name: 'an address', given: host('203.0.113.7'), finds: [{ rule: 'host-not-ip', at }] },
  ],
})
