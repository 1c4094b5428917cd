import { expect, test } from 'vitest'
import { replaceGenerated } from './generated-file.ts'

const page = 'before\n<!-- generated: list -->\nold\n<!-- end: list -->\nafter\n'

test('only what stands between the markers changes, and doing it twice changes nothing more', () => {
  const once = replaceGenerated(page, 'list', 'new')
  expect(once).toBe('before\n<!-- generated: list -->\nnew\n<!-- end: list -->\nafter\n')
  expect(replaceGenerated(once, 'list', 'new')).toBe(once)
})

test('a page without the markers is told which lines to add', () => {
  expect(() => replaceGenerated('text', 'list', 'new')).toThrow('<!-- generated: list --> and <!-- end: list -->')
})
