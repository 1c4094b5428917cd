import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { brandColor } from './brand-color.ts'

const color = (iconBrandColor: unknown) => ({ properties: { iconBrandColor } })
const at = '/properties/iconBrandColor'

testRuleFamily(brandColor, import.meta.url, {
  passes: [
    { name: 'a colour', given: color('#1F6f78') },
    { name: 'the independents’ colour', given: { ...color('#DA3B01'), profile: 'independent-publisher' } },
    { name: 'the default of a connector of one’s own', given: { ...color('#007ee4'), profile: 'custom' } },
  ],
  fails: [
    {
      name: 'none',
      given: { properties: { properties: {} } },
      finds: [{ rule: 'props-brand-color-required', at: '/properties' }],
    },
    {
      name: 'three digits',
      given: color('#1a6'),
      finds: [{ rule: 'props-brand-color-hex', at }],
      mended: color('#11aa66'),
    },
    {
      name: 'no sign',
      given: color('1f6f78 '),
      finds: [{ rule: 'props-brand-color-hex', at }],
      mended: color('#1f6f78'),
    },
    { name: 'a word', given: color('teal'), finds: [{ rule: 'props-brand-color-hex', at }] },
    { name: 'the default', given: color('#007EE5'), finds: [{ rule: 'props-brand-color-not-default', at }] },
    { name: 'white', given: color('#FFFFFF'), finds: [{ rule: 'props-brand-color-not-white', at }] },
    {
      name: 'another colour for an independent publisher',
      given: { ...color('#1f6f78'), profile: 'independent-publisher' },
      finds: [{ rule: 'props-brand-color-independent', at }],
      mended: color('#da3b01'),
    },
    {
      name: 'the independents’ colour for a verified publisher',
      given: color('#da3b01'),
      finds: [{ rule: 'props-brand-color-not-independent', at }],
    },
  ],
})
