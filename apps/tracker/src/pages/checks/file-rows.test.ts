import { expect, test } from 'vitest'
import type { FileResult } from '../../checks/worker/messages.ts'
import { filesInParts } from './file-rows.tsx'

const file = (path: string, errors = 0): FileResult => ({ path, errors, warnings: 0, notes: 0, judged: true })
const passing = (count: number) => Array.from({ length: count }, (_, index) => file(`${index}.json`))

test('of many files those that fail are shown, the rest folds away and none is lost', () => {
  const { shown, further } = filesInParts([...passing(11), file('last.json', 2)])
  expect(shown[0]?.path).toBe('last.json')
  expect([shown.length, further.length]).toEqual([8, 4])
})

test.each([0, 1, 8, 9])('%i files are shown at once', (count) => {
  expect(filesInParts(passing(count))).toEqual({ shown: passing(count), further: [] })
})
