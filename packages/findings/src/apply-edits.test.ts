import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEditGroups, applyEdits } from './apply-edits.ts'

const change = (start: number, end: number, text: string) => ({ start, end, text })
const anyChange = fc.record({ start: fc.nat(30), end: fc.nat(30), text: fc.string({ maxLength: 3 }) })

describe('applyEdits', () => {
  test.each([
    ['abc', [], 'abc', 0],
    ['abc', [change(1, 2, 'X')], 'aXc', 0],
    ['abc', [change(3, 3, '!'), change(0, 0, '>')], '>abc!', 0],
    ['abcd', [change(0, 2, ''), change(2, 4, 'Y')], 'Y', 0],
    ['abcd', [change(0, 2, 'X'), change(2, 2, '-')], 'X-cd', 0],
    ['abcd', [change(1, 3, 'X'), change(2, 4, 'Y')], 'aXd', 1],
    ['abcd', [change(2, 2, 'X'), change(2, 2, 'Y')], 'abXcd', 1],
    ['abcd', [change(1, 3, 'X'), change(2, 2, 'Y')], 'aXd', 1],
    ['abcd', [change(2, 2, 'Y'), change(1, 3, 'X')], 'abYcd', 1],
    ['ab', [change(1, 3, 'X'), change(-1, 0, 'X'), change(1, 0, 'X'), change(0.5, 1, 'X')], 'ab', 4],
  ])('%j with %j is %j', (text, edits, expected, rejected) => {
    const result = applyEdits(text, edits)
    expect(result.text).toBe(expected)
    expect(result.rejected).toHaveLength(rejected)
  })

  test('what was applied gives the same text in any order, and all of it is accounted for', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(anyChange, { maxLength: 12 }), (text, edits) => {
        const result = applyEdits(text, edits)
        expect(result.applied.length + result.rejected.length).toBe(edits.length)
        const again = applyEdits(text, [...result.applied].reverse())
        expect(again).toMatchObject({ text: result.text, rejected: [] })
        const fromBehind = [...result.applied]
          .sort((left, right) => right.start - left.start)
          .reduce((current, edit) => current.slice(0, edit.start) + edit.text + current.slice(edit.end), text)
        expect(result.text).toBe(fromBehind)
      }),
    )
  })
})

describe('applyEditGroups', () => {
  test('a group with one clashing edit leaves no trace, and frees its places for later groups', () => {
    const result = applyEditGroups('abcdef', [
      [change(1, 2, 'X')],
      [change(4, 5, 'Y'), change(1, 2, 'Z')],
      [change(4, 5, 'W')],
    ])
    expect(result.text).toBe('aXcdWf')
    expect(result.rejected).toEqual([[change(4, 5, 'Y'), change(1, 2, 'Z')]])
  })

  test('a group that clashes with itself is rejected', () => {
    expect(applyEditGroups('abc', [[change(0, 2, ''), change(1, 3, '')]])).toMatchObject({ text: 'abc', applied: [] })
  })
})
