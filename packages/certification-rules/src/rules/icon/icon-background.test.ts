import { encode } from 'fast-png'
import { drawIcon } from '../../testing/draw-icon.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { iconBackground } from './icon-background.ts'

const file = 'icon.png'
const brand = [0x1f, 0x6f, 0x78]
const size = 128
const indexed = (bits: 1 | 8) =>
  encode({
    width: size,
    height: size,
    depth: bits,
    channels: 1,
    data: new Uint8Array((size * size * bits) / 8),
    palette: [brand, [255, 255, 255]],
  })
const deep = encode({
  width: size,
  height: size,
  depth: 16,
  channels: 3,
  data: Uint16Array.from({ length: size * size * 3 }, (_, at) => (brand[at % 3] ?? 0) * 257),
})
const gray = encode({ width: size, height: size, channels: 1, data: new Uint8Array(size * size).fill(0x80) })

testRuleFamily(iconBackground, import.meta.url, {
  passes: [
    { name: 'the brand colour', given: { icon: drawIcon() } },
    { name: 'nearly the brand colour', given: { icon: drawIcon({ background: [0x1e, 0x70, 0x7a] }) } },
    { name: 'colours from a palette', given: { icon: indexed(8) } },
    { name: 'sixteen bits', given: { icon: deep } },
    { name: 'shades of gray', given: { icon: gray, properties: { iconBrandColor: '#808080' } } },
    { name: 'interlaced', given: { icon: drawIcon({ interlace: 'Adam7' }) } },
    { name: 'no brand colour to compare with', given: { icon: drawIcon(), properties: { iconBrandColor: 'teal' } } },
    { name: 'no PNG', given: { icon: new Uint8Array(50) } },
    { name: 'too large to be looked at', given: { icon: drawIcon({ width: 1100, background: [0, 0, 0] }) } },
    { name: 'no icon', given: {} },
    { name: 'a custom connector', given: { profile: 'custom', icon: drawIcon({ background: [255, 255, 255] }) } },
  ],
  fails: [
    {
      name: 'a transparent background',
      given: { icon: drawIcon({ background: [0, 0, 0, 0] }) },
      finds: [
        { rule: 'icon-background-opaque', file, what: '100 % of the pixels at the icon’s edge are transparent.' },
      ],
    },
    {
      name: 'round corners',
      given: { icon: drawIcon({ hasRoundCorners: true }) },
      finds: [{ rule: 'icon-background-opaque', file, what: '8 % of the pixels at the icon’s edge are transparent.' }],
    },
    {
      name: 'white',
      given: { icon: drawIcon({ background: [255, 255, 255] }), properties: { iconBrandColor: '#ffffff' } },
      finds: [{ rule: 'icon-background-not-white', file, what: 'The icon’s background is #ffffff.' }],
    },
    {
      name: 'the default blue, which is not the brand colour either',
      given: { icon: drawIcon({ background: [0, 0x7e, 0xe5] }) },
      finds: [{ rule: 'icon-background-not-white', file }],
    },
    {
      name: 'another colour than the brand’s',
      given: { icon: drawIcon({ background: [0xe0, 0x3c, 0x31] }) },
      finds: [
        {
          rule: 'icon-background-matches-brand',
          file,
          what: 'The icon’s background is #e03c31, and iconBrandColor is #1f6f78.',
        },
      ],
    },
  ],
})
