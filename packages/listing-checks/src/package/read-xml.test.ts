import { describe, expect, test } from 'vitest'
import { readXml } from './read-xml.ts'

const faults: readonly (readonly [name: string, text: string, what: RegExp, at: string])[] = [
  ['a bare "&"', '<a>\n<b>Fox & Sons</b>\n</a>', /"&" stands alone/, '& Sons'],
  ['a bare "&" before a reference', '<a><b>Fox & Sons &lt;x&gt;</b></a>', /"&" stands alone/, '& Sons'],
  ['what is never closed', '<a>\n<b>Fox</a>', /tag/, '>'],
  ['an end that never comes', '<a>\n<b>Fox\n', /unclosed tag: b/, '<b>'],
  ['a "&" in a comment is no fault', '<a><!-- & --><![CDATA[ & ]]><b></a>', /tag/, ''],
]

describe('a fault has its place', () => {
  test.each(faults)('%s', (_, text, what, at) => {
    const { fault } = readXml(text)
    expect(fault?.what).toMatch(what)
    expect(text.slice((fault?.at ?? 0) - (at === '>' ? 1 : 0))).toMatch(new RegExp(`^${at}`))
  })

  test('nothing is wrong with references, comments and CDATA', () => {
    expect(readXml('<a x="&amp;">&lt;&#38;&#x26;<!-- & --><![CDATA[ & ]]></a>').fault).toBeUndefined()
  })

  test('many sections and ampersands take no longer than their length', () => {
    const text = `<a>${'<!-- & -->&amp;'.repeat(50_000)}<b></a>`
    const begun = process.cpuUsage().user
    expect(readXml(text).fault?.what).toMatch(/tag/)
    expect(process.cpuUsage().user - begun).toBeLessThan(5_000_000)
  })
})
