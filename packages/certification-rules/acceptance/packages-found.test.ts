import { readConnectorArchive } from '@sevenstep/connector-schema/archives'
import { writeArchive } from '@sevenstep/package-archives'
import { describe, expect, it } from 'vitest'
import { examplePackage, examplePackageWithPlugin } from '../mutations/packages/example-package.ts'
import { packageMutations } from '../mutations/packages/package-mutations.ts'
import { type ArchiveFolder, folderOf } from '../mutations/packages/package-tree.ts'
import { seededRandom } from '../mutations/seeded-random.ts'
import { checkPackage } from '../src/engine/check-package.ts'

const outer = 'handed-in.zip'
const examples = [examplePackage, examplePackageWithPlugin]

describe('packages put together in the wrong way', () => {
  it.each(packageMutations.map((mutation) => [mutation.id, mutation] as const))(
    '%s is found at its place',
    (_, { plant, expects }) => {
      for (const [index, make] of examples.entries()) {
        const tree = make()
        const defect = plant(tree, seededRandom(index))
        if (defect === undefined) continue
        const found = findingsIn(tree)
        const wanted = found.filter(({ rule }) => expects.includes(rule)).map(({ at }) => at)
        const places = [defect, ...(defect.alternatives ?? [])].map(({ name = '.' }) =>
          name === '.' ? outer : `${outer}/${name}`,
        )
        expect(
          wanted.some((at) => places.includes(at)),
          `${places.join(' or ')} in ${JSON.stringify(found, undefined, 1)}`,
        ).toBe(true)
      }
    },
  )

  it.each(examples.map((make, index) => [index, make] as const))('nothing is wrong with example %i', (_, make) => {
    expect(findingsIn(make())).toEqual([])
  })
})

function findingsIn(tree: ArchiveFolder): readonly { readonly rule: string; readonly at: string }[] {
  const { contents } = readConnectorArchive(pack(tree), { name: outer })
  return checkPackage(contents).subject.findings.map(({ ruleId, file }) => ({
    rule: ruleId,
    at: file.replaceAll('!', '/'),
  }))
}

function pack(tree: ArchiveFolder): Uint8Array {
  const writing = writeArchive(entriesOf(tree, ''))
  if (!writing.ok) throw new Error(writing.problem.what)
  return writing.bytes
}

function entriesOf(folder: ArchiveFolder, prefix: string): { readonly path: string; readonly bytes?: Uint8Array }[] {
  return Object.entries(folder).flatMap(([name, entry]) => {
    const path = `${prefix}${name}`
    if (typeof entry === 'string') return [{ path, bytes: new TextEncoder().encode(entry) }]
    if (entry instanceof Uint8Array) return [{ path, bytes: entry }]
    const inside = folderOf(entry)
    if (inside === undefined) return []
    return inside === entry ? entriesOf(inside, `${path}/`) : [{ path, bytes: pack(inside) }]
  })
}
