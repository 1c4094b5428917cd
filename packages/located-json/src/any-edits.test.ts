import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyTextEdits } from './apply-text-edits.ts'
import { JsonEditor } from './edit-json.ts'
import { type JsonNode, type JsonValue, toValue } from './json-node.ts'
import { readJson } from './read-json.ts'

/** A plan that works on a value and on a text alike: at the container met by index, one change. */
interface Step {
  readonly at: number
  readonly does: 'set' | 'remove' | 'insert' | 'append' | 'rename'
  readonly key: string
  readonly place: number
  readonly value: JsonValue
}

const value = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<JsonValue> // jsonValue is typed as unknown
const tree = fc.oneof(
  value,
  fc.dictionary(fc.string({ maxLength: 3 }), value, { maxKeys: 5 }),
  fc.array(value, { maxLength: 5 }),
) as fc.Arbitrary<JsonValue> // the dictionary's type is a record without readonly
const step = fc.record<Step>({
  at: fc.nat(20),
  does: fc.constantFrom('set', 'remove', 'insert', 'append', 'rename'),
  // A whole number as key would be moved to the front by JSON.parse.
  key: fc.string({ maxLength: 3 }).filter((key) => !/^\d+$/.test(key)),
  place: fc.nat(6),
  value,
})
const indent = fc.constantFrom(0, 1, 2, 4, '\t')

/** The members in their order, with keys as text: what a removal or insertion can be tried on. */
interface Model {
  node: JsonNode
  entries: { key: string | undefined; node: JsonNode | undefined; value: Model | JsonValue }[] | undefined
  value: JsonValue | undefined
}

function modelOf(node: JsonNode): Model {
  const isContainer = node.kind === 'object' || node.kind === 'array'
  return {
    node,
    entries: isContainer
      ? node.children.map((child) => ({ key: child.key, node: child, value: modelOf(child) }))
      : undefined,
    value: isContainer ? undefined : toValue(node),
  }
}

function isModel(item: Model | JsonValue): item is Model {
  return typeof item === 'object' && item !== null && 'node' in item && 'entries' in item
}

function plainOf(item: Model | JsonValue): JsonValue {
  if (!isModel(item)) return item
  if (item.entries === undefined) return item.value ?? null
  if (item.node.kind === 'array') return item.entries.map((entry) => plainOf(entry.value))
  return Object.fromEntries(item.entries.map((entry) => [entry.key ?? '', plainOf(entry.value)]))
}

function containersOf(model: Model): Model[] {
  return model.entries === undefined
    ? []
    : [model, ...model.entries.flatMap((entry) => (isModel(entry.value) ? containersOf(entry.value) : []))]
}

function take(plan: Step, model: Model, editor: JsonEditor): void {
  const containers = containersOf(model)
  const target = containers[plan.at % Math.max(1, containers.length)]
  if (target?.entries === undefined) return
  const { node, entries } = target
  const entry = entries[plan.place]
  if (plan.does === 'append' && node.kind === 'array') {
    editor.append(node, plan.value)
    entries.push({ key: undefined, node: undefined, value: plan.value })
  } else if (plan.does === 'insert' && node.kind === 'object') {
    const before = entry?.key
    editor.insert(node, plan.key, plan.value, before === undefined ? {} : { before })
    const known = entries.find((candidate) => candidate.key === plan.key)
    if (known !== undefined) known.value = plan.value
    else entries.splice(before === undefined ? entries.length : plan.place, 0, { key: plan.key, node: undefined, value: plan.value }) // biome-ignore format: one change, one line
  } else if (entry?.node !== undefined && plan.does === 'remove') {
    editor.remove(entry.node)
    entries.splice(plan.place, 1)
  } else if (entry?.node !== undefined && plan.does === 'set') {
    editor.set(entry.node, plan.value)
    entry.value = plan.value
  }
}

describe('any changes of any value', () => {
  test('give the value that was meant, in the order that was meant', () => {
    fc.assert(
      fc.property(tree, indent, fc.boolean(), fc.array(step, { maxLength: 8 }), (given, space, isWindows, plans) => {
        const written = JSON.stringify(given, undefined, space)
        const text = isWindows ? written.replaceAll('\n', '\r\n') : written
        const json = readJson(text)
        if (json.root === undefined) throw new Error('no root')
        const model = modelOf(json.root)
        const editor = new JsonEditor(json)
        for (const plan of plans) take(plan, model, editor)
        const after = applyTextEdits(text, editor.edits)
        expect(JSON.stringify(JSON.parse(after))).toBe(JSON.stringify(plainOf(model)))
        if (isWindows) expect(after.replaceAll('\r\n', '')).not.toContain('\n')
      }),
      { numRuns: 1000 },
    )
  })

  test('in the oddest layout: the meaning, and every comment that belongs to nothing removed', () => {
    const blank = fc.constantFrom('', ' ', '\t', '\n', '\r\n', '\r', '/*c*/', '//c\n', '//c\r', ' // }],"\r\n\t')
    fc.assert(
      fc.property(
        tree,
        fc.array(blank, { minLength: 1 }),
        fc.boolean(),
        fc.array(step, { maxLength: 4 }),
        (given, blanks, trails, plans) => {
          let used = 0
          const gap = (): string => blanks[used++ % blanks.length] ?? ''
          const write = (item: JsonValue): string => {
            if (typeof item !== 'object' || item === null) return JSON.stringify(item)
            const isArray = Array.isArray(item)
            const parts = isArray
              ? item.map((one: JsonValue) => `${gap()}${write(one)}${gap()}`)
              : Object.entries(item).map(
                  ([key, one]) => `${gap()}${JSON.stringify(key)}${gap()}:${gap()}${write(one)}${gap()}`,
                )
            const inside = parts.length === 0 ? gap() : parts.join(',') + (trails ? `,${gap()}` : '')
            return isArray ? `[${inside}]` : `{${inside}}`
          }
          const text = gap() + write(given) + gap()
          const json = readJson(text, { maxProblems: Number.POSITIVE_INFINITY })
          if (json.root === undefined) throw new Error('no root')
          const model = modelOf(json.root)
          const editor = new JsonEditor(json)
          for (const plan of plans) take(plan, model, editor)
          const after = applyTextEdits(text, editor.edits)
          const again = readJson(after, { maxProblems: Number.POSITIVE_INFINITY })
          if (again.root === undefined) throw new Error('no root')
          expect(JSON.stringify(toValue(again.root))).toBe(JSON.stringify(plainOf(model)))
          const comments = (all: typeof json) => all.problems.filter(({ code }) => code === 'comment').length
          if (plans.every(({ does }) => does !== 'remove' && does !== 'set')) {
            const isReplacing = editor.edits.some((edit) => text.slice(edit.start, edit.end).trim() !== '')
            if (!isReplacing) expect(comments(again)).toBe(comments(json))
          }
          expect(
            again.problems.every(
              ({ code }) => code === 'comment' || code === 'trailing-comma' || code === 'stray-comma',
            ),
          ).toBe(true)
        },
      ),
      { numRuns: 1500 },
    )
  })

  test('a file written by JSON.stringify stays one', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom(0, 2, 4, '\t'), fc.array(step, { maxLength: 6 }), (given, space, plans) => {
        const text = JSON.stringify(given, undefined, space)
        // JSON.parse moves whole numbers to the front.
        fc.pre(!/"\d+":/.test(text))
        const json = readJson(text)
        if (json.root === undefined || json.root.children.length === 0) return
        const editor = new JsonEditor(json)
        for (const plan of plans) take(plan, modelOf(json.root), editor)
        const after = applyTextEdits(text, editor.edits)
        expect(after).toBe(JSON.stringify(JSON.parse(after), undefined, space))
      }),
    )
  })

  test('leave the rest of the text as it is', () => {
    fc.assert(
      fc.property(tree, indent, fc.nat(30), value, (given, space, at, fresh) => {
        const text = JSON.stringify(given, undefined, space)
        const json = readJson(text)
        const nodes: JsonNode[] = []
        const collect = (node: JsonNode): void => {
          nodes.push(node)
          node.children.forEach(collect)
        }
        if (json.root !== undefined) collect(json.root)
        const node = nodes[at % nodes.length]
        if (node === undefined) return
        const editor = new JsonEditor(json)
        editor.set(node, fresh)
        const after = applyTextEdits(text, editor.edits)
        expect(after.startsWith(text.slice(0, node.start))).toBe(true)
        expect(after.endsWith(text.slice(node.end))).toBe(true)
      }),
    )
  })
})
