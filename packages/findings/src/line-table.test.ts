import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLineTable } from './line-table.ts'

const textWithLineEnds = fc
  .array(fc.constantFrom('a', '\u{1F600}', '\r', '\n', '\r\n', '\t', '\uFEFF', '\u2028'), { maxLength: 40 })
  .map((parts) => parts.join(''))

describe('positionAt', () => {
  test.each([
    ['', 0, 1, 1],
    ['ab', 1, 1, 2],
    ['ab', 2, 1, 3],
    ['a\nb', 1, 1, 2],
    ['a\nb', 2, 2, 1],
    ['a\r\nb', 2, 1, 2],
    ['a\r\nb', 3, 2, 1],
    ['a\rb', 2, 2, 1],
    ['a\r\r\nb', 4, 3, 1],
    ['a\n', 2, 2, 1],
    ['\n\n', 2, 3, 1],
    ['\uFEFFab', 0, 1, 1],
    ['\uFEFFab', 1, 1, 1],
    ['\uFEFFab', 2, 1, 2],
    ['\uFEFFa\nb', 3, 2, 1],
    ['a\uFEFFb', 2, 1, 3],
    ['a\u2028b', 2, 1, 3],
    ['ab', -5, 1, 1],
    ['ab', 99, 1, 3],
    ['ab', Number.NaN, 1, 1],
  ])('%j at %d is %d:%d', (text, offset, line, column) => {
    expect(createLineTable(text).positionAt(offset)).toEqual({ line, column })
  })
})

describe('offsetAt', () => {
  test.each([
    ['a\nbc', 2, 2, 3],
    ['a\nbc', 2, 99, 4],
    ['a\r\nbc', 1, 99, 1],
    ['a\nbc', 0, 1, 0],
    ['a\nbc', 9, 1, 4],
    ['\uFEFFab', 1, 1, 1],
    ['a\nbc', 2, -3, 2],
  ])('%j line %d column %d is %d', (text, line, column, offset) => {
    expect(createLineTable(text).offsetAt({ line, column })).toBe(offset)
  })
})

test('every offset comes back, but for the mark nobody sees and the middle of a CR LF', () => {
  fc.assert(
    fc.property(textWithLineEnds, fc.nat(45), (text, wanted) => {
      const offset = Math.min(wanted, text.length)
      const table = createLineTable(text)
      const insidePair = text[offset - 1] === '\r' && text[offset] === '\n'
      const onMark = offset === 0 && text[0] === '\uFEFF'
      if (!insidePair && !onMark) expect(table.offsetAt(table.positionAt(offset))).toBe(offset)
    }),
  )
})

test('lines are those that splitting at every line end gives', () => {
  fc.assert(
    fc.property(textWithLineEnds, (text) => {
      expect(createLineTable(text).lineCount).toBe(text.split(/\r\n|\r|\n/).length)
    }),
  )
})
