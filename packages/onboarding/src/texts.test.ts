import { describe, expect, test } from 'vitest'
import * as entry from './index.ts'
import { goalsFrom, productInput, provedRecords } from './testing/product-input.ts'
import type { Text } from './vocabulary.ts'

/** Every text reachable from a value, with the way to it. */
function textsIn(value: unknown, path = '', seen = new Set<unknown>()): readonly (readonly [string, Text])[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  // Any object may be looked at for these two keys; what they hold is checked below.
  const { en, nl } = value as Partial<Record<'en' | 'nl', unknown>>
  if (typeof en === 'string' && typeof nl === 'string') return [[path, { en, nl }]]
  const parts = value instanceof Map ? [...value] : Object.entries(value)
  return parts.flatMap(([key, part]) => textsIn(part, `${path}/${key}`, seen))
}

const derived = ['yyyyyyy', '???????', 'nnnnnnn'].flatMap((letters) =>
  [{}, provedRecords()].map((records) => {
    const input = productInput({ goals: goalsFrom(letters), records, targets: { product: '2026-11-30', steps: {} } })
    return [entry.deriveProduct(input), entry.decideSteps(input), entry.whatIf(input, goalsFrom('yyyyyyy'))]
  }),
)
const judged = entry.items.map((item) => item.judge({ families: {}, now: '2026-11-06T11:00:00Z' }))
const all = textsIn({ entry, derived, judged })

describe('texts', () => {
  test('there are many', () => {
    expect(all.length).toBeGreaterThan(1500)
  })

  test('none is empty in either language', () => {
    expect(all.filter(([, { en, nl }]) => en.trim() === '' || nl.trim() === '')).toEqual([])
  })

  test('what is said of items, goals and steps differs between the languages', () => {
    const names = /^\/entry\/(stepTexts\/\d\/name|glossary\/\d+\/now)$/
    expect(all.filter(([path, { en, nl }]) => en === nl && !names.test(path)).map(([path]) => path)).toEqual([])
  })

  test('titles fit in a row', () => {
    for (const { title } of entry.items) expect(Math.max(title.en.length, title.nl.length)).toBeLessThanOrEqual(60)
  })

  test('none claims a certificate that only Microsoft can give', () => {
    const claims = /\bcertifie[ds]\b|\bgecertificeerd|\bcertificeert\b|\bcertificeren\b/i
    const allowed = /^Only Microsoft certifies|^Alleen Microsoft certificeert|^certified connector$/
    const found = all.filter(
      ([, { en, nl }]) =>
        (claims.test(en) && !allowed.test(en)) ||
        (claims.test(nl) && !/^(Alleen Microsoft|gecertificeerde connector)/.test(nl)),
    )
    expect(found).toEqual([])
  })

  test('Dutch addresses the reader as u', () => {
    const familiar = /\b(je|jij|jouw|jullie)\b/i
    expect(all.filter(([, { nl }]) => familiar.test(nl))).toEqual([])
  })

  test('no text speaks of the seed, which only we know by that name', () => {
    expect(all.filter(([, { en, nl }]) => /\bseed\b/i.test(`${en} ${nl}`))).toEqual([])
  })
})
