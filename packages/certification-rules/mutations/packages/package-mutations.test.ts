import { describe, expect, test } from 'vitest'
import { seededRandom } from '../seeded-random.ts'
import { examplePackage, examplePackageWithPlugin } from './example-package.ts'
import { packageMutations } from './package-mutations.ts'
import { entryAt } from './package-tree.ts'

describe.each(packageMutations.map((mutation) => [mutation.id, mutation] as const))('%s', (_, mutation) => {
  test('changes one of the example packages at a place that is there, the same for the same seed', () => {
    let planted = 0
    for (const make of [examplePackage, examplePackageWithPlugin]) {
      const tree = make()
      const defect = mutation.plant(tree, seededRandom(7))
      if (defect === undefined) {
        expect(tree).toEqual(make())
        continue
      }
      planted += 1
      expect(tree).not.toEqual(make())
      const again = make()
      expect(mutation.plant(again, seededRandom(7))).toEqual(defect)
      expect(again).toEqual(tree)
      const { name = '.' } = defect
      if (name !== '.') expect(entryAt(tree, ...name.split('/')), name).toBeDefined()
    }
    expect(planted).toBeGreaterThan(0)
  })
})
