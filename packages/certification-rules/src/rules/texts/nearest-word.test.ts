import { expect, it } from 'vitest'
import { nearestWord } from './nearest-word.ts'

const known = ['x-ms-summary', 'x-ms-visibility', 'type', 'title']

it.each([
  ['x-ms-visbility', 'x-ms-visibility'],
  ['x-ms-visibiltiy', 'x-ms-visibility'],
  ['x-ms-sumamry', 'x-ms-summary'],
  ['X-MS-Summary', 'x-ms-summary'],
  ['x-ms  -summary', 'x-ms-summary'],
  ['typ', 'type'],
  ['tye', 'type'],
  ['hint', undefined],
  ['x-ms-openai-data', undefined],
  ['x'.repeat(1_000_000), undefined],
])('finds what %s means', (word, meant) => {
  expect(nearestWord(word, known)).toBe(meant)
})

it('compares only where two words differ, also with a swap across the first difference', () => {
  const many = Array.from({ length: 400 }, (_, at) => `ListTheFleetOfRegion${1_000 + at}`)
  expect(nearestWord('ListTheFleteOfRegion1012', many)).toBe('ListTheFleetOfRegion1012')
  expect(nearestWord('ListTheFleteOfRegion1012', [...many, 'one more'])).toBeUndefined()
  expect(many.map((word) => nearestWord(`${word}xyz`, many)).every((one) => one === undefined)).toBe(true)
})
