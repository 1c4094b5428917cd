import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { infoVersion } from './info-version.ts'

const versioned = (version: unknown) => ({ definition: { info: { title: 'Fleet', version } } })

testRuleFamily(infoVersion, import.meta.url, {
  passes: [
    { name: 'a list, which is no version at all', given: versioned([]) },
    { name: 'three numbers', given: versioned('1.12.3') },
    { name: 'one number', given: versioned('2') },
    { name: 'a leading v', given: versioned('v1.0') },
    { name: 'a pre-release', given: versioned('1.0.0-beta.1') },
  ],
  fails: [
    {
      name: 'none',
      given: { definition: { info: { title: 'Fleet' } } },
      finds: [{ rule: 'info-version-required', at: '/info' }],
      mended: versioned('1.0.0'),
    },
    {
      name: 'empty',
      given: versioned(''),
      finds: [{ rule: 'info-version-required', at: '/info/version' }],
      mended: versioned('1.0.0'),
    },
    {
      name: 'words',
      given: versioned('latest'),
      finds: [{ rule: 'info-version-numeric', at: '/info/version', what: 'The version is "latest".' }],
    },
  ],
})
