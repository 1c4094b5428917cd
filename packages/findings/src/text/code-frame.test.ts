import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeFrame, createFrameSource } from './code-frame.ts'
import { displayWidth } from './display-text.ts'
import { createTextStyle } from './text-style.ts'

const style = createTextStyle(false, false)

/** The line that is marked, without the number before it. */
function shown(text: string, from: number, to: number, columns: number): string {
  const range = { start: { line: 1, column: from }, end: { line: 1, column: to } }
  const [line = ''] = codeFrame(createFrameSource(text), range, columns, style)
  return line.slice(line.indexOf('|') + 2)
}

describe('a frame', () => {
  it('shows a short line whole', () => {
    expect(shown('"title": "Fleet"', 10, 17, 80)).toBe('"title": "Fleet"')
  })

  it('cuts a long line around the mark', () => {
    expect(shown(`${'a'.repeat(100)}MARK${'b'.repeat(100)}`, 101, 105, 40)).toBe(
      `…${'a'.repeat(14)}MARK${'b'.repeat(12)}…`,
    )
  })

  it('keeps a mark with the letter it stands on, also at the end of the window', () => {
    const room = 32
    const text = `${'a'.repeat(room - 1)}\u0301${'b'.repeat(room)}`
    expect(shown(text, 1, 2, room + 8)).toBe(`${'a'.repeat(room - 1)}\u0301…`)
  })

  it('is never wider than it may be, whatever stands in the line', () => {
    const pieces = fc.constantFrom('a', ' ', 'é', '\u0301', '名', '😀', '\u200d', '\t', '\u0007', 'ab cd ef gh')
    const texts = fc.array(pieces, { minLength: 1, maxLength: 80 }).map((all) => all.join(''))
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(20), fc.integer({ min: 30, max: 90 }), (text, place, length, columns) => {
        const from = (place % text.length) + 1
        expect(displayWidth(shown(text, from, from + length, columns))).toBeLessThanOrEqual(columns - 8)
      }),
    )
  })
})
