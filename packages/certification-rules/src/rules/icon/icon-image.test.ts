import { describe, expect, it } from 'vitest'
import { drawIcon } from '../../testing/draw-icon.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { iconImage } from './icon-image.ts'
import { readIcon } from './read-icon.ts'

const file = 'icon.png'
const plain = drawIcon()

/** The icon with bytes replaced from a place on. */
function changed(at: number, ...bytes: readonly number[]): Uint8Array {
  const copy = plain.slice()
  copy.set(bytes, at)
  return copy
}

const png = (what: string) => [{ rule: 'icon-png', file, what: `icon.png is not a PNG that can be read: ${what}.` }]

testRuleFamily(iconImage, import.meta.url, {
  passes: [
    { name: 'a plain icon', given: { icon: plain } },
    { name: 'the smallest', given: { icon: drawIcon({ width: 100 }) } },
    { name: 'the largest, interlaced', given: { icon: drawIcon({ width: 230, interlace: 'Adam7' }) } },
    { name: 'no icon', given: {} },
    { name: 'an icon that was not read', given: { files: [file] } },
    { name: 'a custom connector’s icon', given: { profile: 'custom', icon: drawIcon({ width: 64, height: 20 }) } },
  ],
  fails: [
    { name: 'a JPEG', given: { icon: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]) }, finds: png('it is a JPEG') },
    { name: 'a drawing', given: { icon: new TextEncoder().encode('<svg/>') }, finds: png('it is an SVG drawing') },
    { name: 'nothing', given: { icon: new Uint8Array() }, finds: png('it is empty') },
    { name: 'a damaged head', given: { icon: changed(12, 0x49, 0x48, 0x44, 0x53) }, finds: png('its head is damaged') },
    { name: 'no pixels', given: { icon: changed(16, 0, 0, 0, 0) }, finds: png('it claims to have no pixels') },
    {
      name: 'more pixels than anybody has',
      given: { icon: changed(16, 0x7f, 0xff, 0xff, 0xff) },
      finds: png('it claims to be 2147483647 × 200 pixels large, more than anybody would look at'),
    },
    { name: 'half an icon', given: { icon: plain.slice(0, 90) }, finds: png('it ends in the middle') },
    {
      name: 'damaged pixels',
      given: { icon: changed(60, 1, 2, 3, 4, 5, 6, 7, 8) },
      finds: [{ rule: 'icon-png', file }],
    },
    {
      name: 'a rectangle',
      given: { icon: drawIcon({ width: 200, height: 120 }) },
      finds: [{ rule: 'icon-square', file, what: 'The icon is 200 × 120 pixels large.' }],
    },
    { name: 'too small', given: { icon: drawIcon({ width: 99 }) }, finds: [{ rule: 'icon-size', file }] },
    { name: 'too large', given: { icon: drawIcon({ width: 231 }) }, finds: [{ rule: 'icon-size', file }] },
    {
      name: 'a large file',
      given: { icon: new Uint8Array([...plain, ...new Uint8Array(1024 * 1024)]) },
      finds: [{ rule: 'icon-file-size', file }],
    },
  ],
})

describe('readIcon', () => {
  it('never throws, whichever byte is wrong', () => {
    for (let at = 0; at < 400; at++) {
      const reading = readIcon({ path: file, bytes: changed(at % plain.length, (at * 37) & 0xff) })
      expect('image' in reading || reading.fault !== '').toBe(true)
    }
  })
  it('refuses pixels that unpack to more than the head claims', () => {
    const large = drawIcon({ width: 1000 })
    const small = large.slice()
    small.set([0, 0, 0, 10, 0, 0, 0, 10], 16)
    expect(readIcon({ path: file, bytes: small })).toEqual({ fault: 'its pixels are damaged' })
  })
})
