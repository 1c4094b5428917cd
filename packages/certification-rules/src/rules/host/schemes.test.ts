import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { schemes } from './schemes.ts'

const listed = (value: unknown) => ({ definition: { schemes: value } })
const at = '/schemes/0'

testRuleFamily(schemes, import.meta.url, {
  passes: [{ name: 'https', given: listed(['https']) }],
  fails: [
    {
      name: 'none',
      given: listed(undefined),
      finds: [{ rule: 'host-schemes-required', at: '' }],
      mended: listed(['https']),
    },
    {
      name: 'an empty list',
      given: listed([]),
      finds: [{ rule: 'host-schemes-required', at: '/schemes' }],
      mended: listed(['https']),
    },
    {
      name: 'a text',
      given: listed('https'),
      finds: [{ rule: 'host-schemes-required', at: '/schemes' }],
      mended: listed(['https']),
    },
    {
      name: 'another scheme',
      given: listed(['ftp']),
      finds: [{ rule: 'host-schemes-valid', at }],
      mended: listed(['https']),
    },
    {
      name: 'upper case',
      given: listed(['HTTPS']),
      finds: [{ rule: 'host-schemes-valid', at }],
      mended: listed(['https']),
    },
    {
      name: 'a web socket beside https',
      given: listed(['wss', 'https']),
      finds: [{ rule: 'host-schemes-no-websocket', at }],
      mended: listed(['https']),
    },
    {
      name: 'a web socket alone',
      given: listed(['ws']),
      finds: [{ rule: 'host-schemes-no-websocket', at }],
      mended: listed(['https']),
    },
    {
      name: 'http beside https',
      given: listed(['http', 'https']),
      finds: [{ rule: 'host-schemes-https-only', at }],
      mended: listed(['https']),
    },
    {
      name: 'http alone',
      given: listed(['http']),
      finds: [{ rule: 'host-schemes-https-only', at }],
      mended: listed(['https']),
    },
  ],
})
