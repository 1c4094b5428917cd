import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { manifestSize } from './manifest-size.ts'

const roles = (count: number) => Array.from({ length: count }, (_, at) => ({ value: `Role.${at}` }))

testRuleFamily(manifestSize, import.meta.url, {
  passes: [
    { name: 'a few', given: { manifest: {} } },
    // The faultless manifest has four entries of its own.
    { name: 'as many as are allowed', given: { manifest: { appRoles: roles(1196) } } },
  ],
  fails: [
    {
      name: 'one more',
      given: { manifest: { appRoles: roles(1197) } },
      finds: [
        {
          rule: 'app-manifest-max-entries',
          at: '',
          what: 'The collections of the manifest have 1201 entries; 1200 are allowed.',
        },
      ],
    },
  ],
})
