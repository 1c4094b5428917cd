import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCircle, inOrder } from './order.ts'

const things = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 })
  .chain((names) =>
    fc.tuple(
      ...names.map((address) =>
        fc.record({ address: fc.constant(address), needs: fc.subarray(['a', 'b', 'c', 'd', 'e', 'f']) }),
      ),
    ),
  )

test('everything comes once, and behind what it needs unless there is a circle', () => {
  fc.assert(
    fc.property(things, (given) => {
      const ordered: string[] = inOrder(given).map(({ address }) => address)
      expect([...ordered].sort()).toEqual(given.map(({ address }) => address).sort())
      if (findCircle(given) !== undefined) return
      for (const { address, needs } of given) {
        for (const need of needs.filter((one) => ordered.includes(one))) {
          expect(ordered.indexOf(need)).toBeLessThan(ordered.indexOf(address))
        }
      }
    }),
  )
})

test('a circle is found, and named in its order', () => {
  const circle = findCircle([
    { address: 'a', needs: ['b'] },
    { address: 'b', needs: ['c'] },
    { address: 'c', needs: ['b'] },
  ])
  expect(circle).toEqual(['b', 'c'])
})
