import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareSolutionVersions, parseSolutionVersion, type SolutionVersion } from './solution-version.ts'

it.each([
  ['1.2.3.4', [1, 2, 3, 4]],
  [' 1.0.0.0 ', [1, 0, 0, 0]],
  ['1.0', [1, 0, 0, 0]],
  ['9.2.26012.00176', [9, 2, 26012, 176]],
  ['1', undefined],
  ['1.2.3.4.5', undefined],
  ['1.2.3.x', undefined],
  ['1..2.3', undefined],
  ['-1.2.3.4', undefined],
  ['1.2.3.2147483648', undefined],
  ['', undefined],
])('%j is %j', (text, version) => {
  expect(parseSolutionVersion(text)).toEqual(version)
})

const version = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.nat(3))

it('versions are in one order', () => {
  const asNumber = (parts: SolutionVersion): number => parts.reduce((sum, part) => sum * 10 + part, 0)
  fc.assert(
    fc.property(version, version, (left, right) => {
      expect(Math.sign(compareSolutionVersions(left, right))).toBe(Math.sign(asNumber(left) - asNumber(right)))
      expect(parseSolutionVersion(left.join('.'))).toEqual(left)
    }),
  )
})
