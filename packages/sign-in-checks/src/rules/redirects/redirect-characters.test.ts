import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { redirectCharacters } from './redirect-characters.ts'

const rule = 'redirect-supported-characters'
const characters = ['!', '$', "'", '(', ')', ',', ';']

testRuleFamily(redirectCharacters, import.meta.url, {
  passes: [
    {
      name: 'the others',
      given: { manifest: { spa: { redirectUris: ['https://fleetdesk.example/a-b_c~d.e/%20?f=g&h=i@j:k+l'] } } },
    },
  ],
  fails: characters.map((character) => ({
    name: character,
    given: { manifest: { spa: { redirectUris: ['https://a.example', `https://fleetdesk.example/${character}`] } } },
    finds: [{ rule, at: '/spa/redirectUris/1' }],
  })),
})
