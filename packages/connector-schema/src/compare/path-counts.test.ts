import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countPaths } from './path-counts.ts'

interface TestNode {
  readonly name: string
  readonly starts: number
  readonly next: TestNode[]
}

/** `a1 > b b`: one path starts at a, which leads to b twice. */
function graphOf(text: string): readonly TestNode[] {
  const nodes = new Map<string, TestNode>()
  const lines = text.split(';').map((line) => line.split('>').map((part) => part.trim()))
  for (const [head = ''] of lines) {
    const name = head.slice(0, 1)
    nodes.set(name, { name, starts: Number(head.slice(1)), next: [] })
  }
  for (const [head = '', targets = ''] of lines) {
    for (const target of targets.split(' ')) {
      const node = nodes.get(target)
      if (node !== undefined) nodes.get(head.slice(0, 1))?.next.push(node)
    }
  }
  return [...nodes.values()]
}

const countsIn = (nodes: readonly TestNode[]): Record<string, number> => {
  const counts = countPaths(nodes)
  return Object.fromEntries(nodes.map((node) => [node.name, counts.get(node) ?? -1]))
}

test.each([
  ['nothing starts', 'a0 > b; b0', { a: 0, b: 0 }],
  ['a line', 'a1 > b; b0 > c; c0', { a: 1, b: 1, c: 1 }],
  ['two ways', 'a1 > b c; b0 > d; c0 > d; d0', { a: 1, b: 1, c: 1, d: 2 }],
  ['the same way twice', 'a2 > b b; b0', { a: 2, b: 4 }],
  ['a node on itself', 'a1 > a b; b0', { a: 1, b: 1 }],
  ['a cycle shares its count', 'a1 > b; b1 > c; c0 > b d; d0', { a: 1, b: 2, c: 2, d: 2 }],
])('%s', (_, text, expected) => {
  expect(countsIn(graphOf(text))).toEqual(expected)
})

test('the order of nodes has no say', () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  const edges = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), { maxLength: 10 })
  fc.assert(
    fc.property(edges, (pairs) => {
      const text = (order: readonly string[]): string =>
        order
          .map(
            (name) =>
              `${name}1 > ${pairs
                .filter(([from]) => from === name)
                .map(([, to]) => to)
                .join(' ')}`,
          )
          .join(';')
      expect(countsIn(graphOf(text(names.toReversed())))).toEqual(countsIn(graphOf(text(names))))
    }),
  )
})

test('doubling over and over ends at the largest exact number', () => {
  const nodes: TestNode[] = Array.from({ length: 100 }, (_, index) => ({
    name: `${index}`,
    starts: index === 0 ? 1 : 0,
    next: [],
  }))
  for (const [index, node] of nodes.entries()) {
    const next = nodes[index + 1]
    if (next !== undefined) node.next.push(next, next)
  }
  expect(Math.max(...countPaths(nodes).values())).toBe(Number.MAX_SAFE_INTEGER)
})
