import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { redirectScheme } from './redirect-scheme.ts'

const https = 'redirect-https'
const whole = 'redirect-absolute'
const loopback = 'redirect-no-ipv6-loopback'
const spa = (...redirectUris: string[]) => ({ manifest: { spa: { redirectUris } } })

testRuleFamily(redirectScheme, import.meta.url, {
  passes: [
    { name: 'https', given: spa('https://fleetdesk.example/signed-in', 'HTTPS://fleetdesk.example/a') },
    { name: 'localhost and its number', given: spa('http://localhost:3000/', 'http://127.0.0.1/') },
    {
      name: 'the schemes of devices',
      given: {
        manifest: {
          publicClient: { redirectUris: ['urn:ietf:wg:oauth:2.0:oob', 'msal0d5b2a6e://auth', 'http://localhost'] },
        },
      },
    },
  ],
  fails: [
    {
      name: 'http',
      given: spa('https://fleetdesk.example/', 'http://fleetdesk.example/signed-in'),
      finds: [{ rule: https, at: '/spa/redirectUris/1' }],
      mended: spa('https://fleetdesk.example/', 'https://fleetdesk.example/signed-in'),
    },
    {
      name: 'http in the older format',
      given: {
        manifest: { replyUrlsWithType: [{ url: 'http://fleetdesk.example/', type: 'Web' }] },
        format: 'azure-ad-graph',
      },
      finds: [{ rule: https, at: '/replyUrlsWithType/0/url' }],
    },
    {
      name: 'http in the early format',
      given: { manifest: { replyUrls: ['http://localhost.example/'] }, format: 'azure-ad-graph-early' },
      finds: [{ rule: https, at: '/replyUrls/0' }],
    },
    {
      name: 'http on a device, not local',
      given: { manifest: { publicClient: { redirectUris: ['http://a.example'] } } },
      finds: [{ rule: https }],
    },
    {
      name: 'the scheme of a device as a web address',
      given: spa('fleetdesk://signed-in'),
      finds: [{ rule: https, at: '/spa/redirectUris/0' }],
    },
    {
      name: 'no scheme',
      given: spa('fleetdesk.example/signed-in', '/signed-in', ''),
      finds: [0, 1, 2].map((at) => ({ rule: whole, at: `/spa/redirectUris/${at}` })),
    },
    {
      name: 'the IPv6 loopback',
      given: spa('http://[::1]:3000/'),
      finds: [{ rule: loopback, at: '/spa/redirectUris/0' }],
    },
  ],
})
