import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { connectorRedirect } from './connector-redirect.ts'

const registered = 'connector-redirect-registered'
const current = 'connector-redirect-current'
const given = (address: string, platform: 'web' | 'spa' = 'web') => ({
  manifest: { [platform]: { redirectUris: [address] } },
  capabilities: ['connector-client' as const],
})

testRuleFamily(connectorRedirect, import.meta.url, {
  passes: [
    { name: 'the shared address', given: given('https://global.consent.azure-apim.net/redirect') },
    { name: 'a connector’s own', given: given('https://global.consent.azure-apim.net/redirect/fleet-5f1c2d') },
    { name: 'no connector', given: { manifest: {}, capabilities: ['embed-flows'] } },
  ],
  fails: [
    {
      name: 'another address',
      given: { ...given('https://fleetdesk.example/redirect') },
      finds: [{ rule: registered, at: '/web/redirectUris' }],
      dependsOnOrder: true,
    },
    {
      name: 'a host that only looks like it',
      given: given('https://global.consent.azure-apim.net.evil.example/redirect'),
      finds: [{ rule: registered, at: '/web/redirectUris' }],
      dependsOnOrder: true,
    },
    {
      name: 'the right address on the wrong platform',
      given: given('https://global.consent.azure-apim.net/redirect', 'spa'),
      finds: [{ rule: registered, at: '/spa/redirectUris/0' }],
    },
    {
      name: 'the address of the seeds',
      given: given('https://msmanaged-na.consent.azure-apim.net/redirect'),
      finds: [{ rule: current, at: '/web/redirectUris/0' }],
    },
  ],
})
