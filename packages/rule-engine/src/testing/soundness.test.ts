import type { DraftFinding } from '@sevenstep/findings'
import { readJson } from '@sevenstep/located-json'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectSoundFindings } from './sound-findings.ts'
import { expectSoundMends, mendAll } from './sound-mends.ts'
import type { TestedFamily, TestedRoom } from './tested-room.ts'

const text = '{ "a": 1 }'
const judged = [{ path: 'a.json', text, isUtf8: true, json: readJson(text) }]
const sound: DraftFinding = {
  ruleId: 'rule',
  severity: 'error',
  message: { what: 'What.', why: 'Why.', fix: 'Fix.' },
  file: 'a.json',
  pointer: '/a',
  range: { start: { line: 1, column: 8 }, end: { line: 1, column: 9 } },
}

describe('a finding is unsound', () => {
  test('none of this holds for a sound one', () => expectSoundFindings(judged, [sound]))

  test.each<[string, Partial<DraftFinding>]>([
    ['when a sentence is empty', { message: { ...sound.message, fix: ' ' } }],
    ['when a sentence does not end', { message: { ...sound.message, why: 'Why' } }],
    ['when a hole is not filled', { message: { ...sound.message, what: 'It is ⟨value?⟩.' } }],
    ['when its pointer leads nowhere', { pointer: '/b' }],
    ['when its file is not there', { file: 'b.json' }],
    ['when it ends before it begins', { range: { start: { line: 1, column: 9 }, end: { line: 1, column: 8 } } }],
    ['when it is outside the text', { range: { start: { line: 2, column: 1 }, end: { line: 2, column: 1 } } }],
    ['when it is behind the end of a line', { range: { start: { line: 1, column: 1 }, end: { line: 1, column: 99 } } }],
    ['when a related place is nowhere', { related: [{ file: 'a.json', pointer: '/b', note: 'Here.' }] }],
  ])('%s', (_, change) => {
    expect(() => expectSoundFindings(judged, [{ ...sound, ...change }])).toThrow()
  })
})

/** A room over one text in which the letter x is a fault; the family's name is what it is mended with. */
const room: TestedRoom<TestedFamily, string> = {
  files: (given) => [{ path: 'a.txt', content: given }],
  run(family, files) {
    const content = String(files[0]?.content)
    const range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
    const findings = [...content.matchAll(/x/g)].map(({ index: start }) => ({
      ...sound,
      file: 'a.txt',
      edits: [{ file: 'a.txt', start, end: start + 1, text: family.id, range }],
    }))
    return { findings, judged: [] }
  },
  givenBy: () => undefined,
  anyGiven: fc.string(),
  turned: () => undefined,
  evidenceFault: () => undefined,
}
const familyMendingWith = (id: string): TestedFamily => ({ id, rules: {} })

describe('a mend is unsound', () => {
  test('none of this holds for a sound one', () => {
    expectSoundMends(room, familyMendingWith('y'), 'axbx')
    expect(mendAll(room, familyMendingWith('y'), 'axbx')).toEqual([{ path: 'a.txt', content: 'ayby' }])
  })

  test('when its finding stays', () => {
    expect(() => expectSoundMends(room, familyMendingWith('x'), 'x')).toThrow('removes it')
  })

  test('when it does not come to rest', () => {
    expect(() => mendAll(room, familyMendingWith('xx'), 'x')).toThrow('does not come to rest')
  })
})
