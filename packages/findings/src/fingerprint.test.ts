import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprintOf } from './fingerprint.ts'

const parts = {
  ruleId: 'info-title-present',
  file: 'apiDefinition.swagger.json',
  pointer: '/info',
  message: { what: 'No title.' },
}

test('fingerprints are published: they stay what they are', () => {
  expect(fingerprintOf(parts)).toBe('37512b67eb91757f')
  expect(fingerprintOf(parts, 1)).toBe('34a65da13a8a46ee')
  expect(fingerprintOf({ ruleId: '', file: '', message: { what: '' } })).toBe('0985e3e810f537bd')
})

test.each([
  ['rule', { ...parts, ruleId: 'info-title-presen' }],
  ['file', { ...parts, file: 'apiProperties.json' }],
  ['pointer', { ...parts, pointer: '/inf' }],
  ['what', { ...parts, message: { what: 'No titles.' } }],
])('another %s is another finding', (_part, other) => {
  expect(fingerprintOf(other)).not.toBe(fingerprintOf(parts))
})

test('a character that moves to the next part changes the fingerprint', () => {
  const left = fingerprintOf({ ruleId: 'ab', file: 'c', pointer: '', message: { what: '' } })
  expect(left).not.toBe(fingerprintOf({ ruleId: 'a', file: 'bc', pointer: '', message: { what: '' } }))
})

test('always 16 hexadecimal digits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.nat(5), (ruleId, what, ordinal) => {
      expect(fingerprintOf({ ruleId, file: '', message: { what } }, ordinal)).toMatch(/^[0-9a-f]{16}$/)
    }),
  )
})

test('no two of 200,000 like findings share one', () => {
  const seen = new Set<string>()
  for (let index = 0; index < 200_000; index += 1) seen.add(fingerprintOf({ ...parts, pointer: `/paths/${index}` }))
  expect(seen.size).toBe(200_000)
})
