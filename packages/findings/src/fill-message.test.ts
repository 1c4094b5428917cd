import { expect, test } from 'vitest'
import { fillMessage } from './fill-message.ts'

test.each([
  ['{a} of {b}', { a: 1, b: 'x' }, '1 of x'],
  ['{a}', { a: '{b}', b: 'no' }, '{b}'],
  ['{toString} {missing}', {}, '{toString} {missing}'],
  ['{a}', { a: '$&' }, '$&'],
])('%s with %j', (template, values, expected) => {
  expect(fillMessage({ what: template, why: template, fix: '' }, values)).toEqual({
    what: expected,
    why: expected,
    fix: '',
  })
})
