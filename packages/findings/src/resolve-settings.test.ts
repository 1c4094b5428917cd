import { expect, test } from 'vitest'
import { resolveSettings } from './resolve-settings.ts'

const rules = [
  { id: 'a', settings: { custom: 'info', verified: 'error' } },
  { id: 'b', settings: { verified: 'warning' } },
  { id: 'constructor', settings: {} },
] as const

test.each([
  ['custom', {}, ['info', 'off', 'off'], []],
  ['verified', {}, ['error', 'warning', 'off'], []],
  ['verified', { a: 'off', b: 'error' }, ['off', 'error', 'off'], []],
  ['toString', {}, ['off', 'off', 'off'], []],
  ['custom', { zz: 'error', constructor: 'info', c: 'off' }, ['info', 'off', 'info'], ['c', 'zz']],
] as const)('%s with %j', (profile, overrides, expected, unknownRules) => {
  const resolved = resolveSettings(rules, profile, overrides)
  expect([...resolved.settings.values()]).toEqual(expected)
  expect(resolved.unknownRules).toEqual(unknownRules)
})
