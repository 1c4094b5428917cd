import { expect, test } from 'vitest'
import { findOutliers, sizeLimits } from './sizes.ts'

const source = { path: 'packages/shop/src/a.ts', uses: [] }

test('what is within the limits is not listed', () => {
  const functions = [{ name: 'fits', line: 1, lines: sizeLimits.functionLines }]
  expect(findOutliers([{ ...source, lines: sizeLimits.fileLines, functions }])).toEqual([])
})

test('what stands out is listed, largest first', () => {
  const functions = [{ name: 'sell', line: 7, lines: sizeLimits.functionLines + 1 }]
  expect(findOutliers([{ ...source, lines: sizeLimits.fileLines + 1, functions }])).toEqual([
    `packages/shop/src/a.ts has ${sizeLimits.fileLines + 1} lines`,
    `packages/shop/src/a.ts:7 sell has ${sizeLimits.functionLines + 1} lines`,
  ])
})

test('of many only the largest ten are listed', () => {
  const sources = Array.from({ length: 12 }, (_, index) => ({ ...source, lines: 400 + index, functions: [] }))
  const notes = findOutliers(sources)
  expect(notes).toHaveLength(11)
  expect(notes[0]).toContain('411 lines')
  expect(notes.at(-1)).toBe('… and 2 more')
})
