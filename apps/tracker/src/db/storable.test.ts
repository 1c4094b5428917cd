import { expect, test } from 'vitest'
import { storable } from './storable.ts'

test('what no database takes becomes U+FFFD, wherever it stands', () => {
  const now = new Date()
  expect(storable({ 'a\0': ['x\ud83d', { deep: '\udc00y', '\ud800': 1 }], whole: '😀', now })).toEqual({
    'a\ufffd': ['x\ufffd', { deep: '\ufffdy', '\ufffd': 1 }],
    whole: '😀',
    now,
  })
})

test('what it takes stays the very same', () => {
  const value = { list: ['a', { b: null, c: undefined }], number: 1, at: new Date() }
  expect(storable(value)).toBe(value)
})
