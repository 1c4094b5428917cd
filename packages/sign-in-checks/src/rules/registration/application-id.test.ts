import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { applicationId } from './application-id.ts'

const rule = 'app-id-guid'

testRuleFamily(applicationId, import.meta.url, {
  passes: [
    { name: 'a GUID', given: { manifest: {} } },
    { name: 'a GUID in capitals', given: { manifest: { appId: '0D5B2A6E-3F2C-4B6F-9A39-0B1F8A3C7D11' } } },
  ],
  fails: [
    { name: 'a name', given: { manifest: { appId: 'fleet-desk' } }, finds: [{ rule, at: '/appId' }] },
    {
      name: 'braces around it',
      given: { manifest: { appId: '{0d5b2a6e-3f2c-4b6f-9a39-0b1f8a3c7d11}' } },
      finds: [{ rule, at: '/appId' }],
    },
    { name: 'none', given: { manifest: { appId: undefined } }, finds: [{ rule, at: '' }] },
    { name: 'null', given: { manifest: { appId: null } }, finds: [{ rule, at: '' }] },
  ],
})
