import type { DraftFinding } from '@sevenstep/findings'
import { expect, test } from 'vitest'
import { mendText } from './mend-text.ts'

const range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }

/** Finds the letter x wherever it stands, and would put another text there. */
function findings(text: string, replacement: string, more: Partial<DraftFinding> = {}): readonly DraftFinding[] {
  return [...text.matchAll(/x/g)].map(({ index }) => ({
    ruleId: 'no-x',
    severity: 'error',
    message: { what: 'x.', why: 'x.', fix: 'x.' },
    file: 'a.txt',
    mend: 'automatic',
    edits: [{ file: 'a.txt', start: index, end: index + 1, text: replacement, range }],
    ...more,
  }))
}

const mend = (text: string, replacement: string, more: Partial<DraftFinding> = {}, isWorth = true) =>
  mendText('a.txt', text, { check: (current) => findings(current, replacement, more), isWorthMending: () => isWorth })

test('everything that can be mended is, and counted', () => {
  expect(mend('axbx', 'y')).toMatchObject({ before: 'axbx', after: 'ayby', count: 2 })
})

test.each([
  ['nothing to mend', mend('abc', 'y')],
  ['what a person has to decide', mend('axb', 'y', { mend: 'proposed' })],
  ['what is not worth it', mend('axb', 'y', {}, false)],
  ['an edit of another file', mend('axb', 'y', { edits: [{ file: 'b.txt', start: 0, end: 1, text: 'y', range }] })],
])('%s leaves the file alone', (_, mended) => {
  expect(mended).toBeUndefined()
})

test('a mend that never comes to rest is given up', () => {
  // Each round adds one at the first place; thirty rounds are made at most.
  expect(
    mendText('a.txt', 'x', { check: (text) => findings(text, 'xy').slice(0, 1), isWorthMending: () => true })?.count,
  ).toBe(30)
})
