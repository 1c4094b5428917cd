import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { redirectLocalhostPorts } from './redirect-localhost-ports.ts'

const rule = 'redirect-no-port-only-twins'
const given = (...redirectUris: string[]) => ({
  manifest: { spa: { redirectUris } },
  profile: 'development' as const,
})

testRuleFamily(redirectLocalhostPorts, import.meta.url, {
  passes: [
    { name: 'other paths', given: given('http://localhost:3000/a', 'http://localhost:3001/b') },
    { name: 'another scheme', given: given('http://localhost:3000/', 'https://localhost:3001/') },
    { name: 'ports of a public host', given: given('https://a.example:1/', 'https://a.example:2/') },
  ],
  fails: [
    {
      name: 'two ports',
      given: given('http://localhost:3000/a', 'http://localhost/b', 'http://localhost:3001/a'),
      finds: [{ rule, at: '/spa/redirectUris/2' }],
    },
  ],
})
