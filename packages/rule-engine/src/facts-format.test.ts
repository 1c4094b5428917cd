import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FactsShape, factsFormat } from './facts-format.ts'

/** A shape by hand: `count` is a number, `nested.name` a text. */
const shape: FactsShape = {
  shape: { count: 1, nested: 1 },
  safeParse(value) {
    const { count, nested } = Object(value)
    const fail = (path: readonly PropertyKey[]) =>
      ({ success: false, error: { issues: [{ path, message: 'another kind' }] } }) as const
    if (count !== undefined && typeof count !== 'number') return fail(['count'])
    if (nested !== undefined && typeof nested?.name !== 'string') return fail(['nested', 'name'])
    return { success: true, data: { ...(count !== undefined && { count }), ...(nested !== undefined && { nested }) } }
  },
}
const format = factsFormat<{ readonly count?: number }>(shape)

test('members that are known are read, all others passed over', () => {
  expect(format.names).toEqual(['count', 'nested'])
  expect(format.read('{"count": 3, "links": []}')).toEqual({ ok: true, facts: { count: 3 } })
})

test.each([
  ['a member of another kind', '{\n  "count": "three"\n}', 2, 12, 'At /count'],
  ['one further in', '{"nested":\n  {"name": 7}}', 2, 12, 'At /nested/name'],
  ['one that is missing, at what should hold it', '{"count": 1,\n "nested": {}}', 2, 12, 'At /nested/name'],
  ['half a JSON', '{"count": ', 1, 10, 'no whole JSON'],
  ['nothing', '', 1, 1, 'no whole JSON'],
])('%s is refused with its place', (_, text, line, column, what) => {
  const reading = format.read(text)
  expect(reading).toMatchObject({ ok: false, problem: { line, column, what: expect.stringContaining(what) } })
})

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => typeof format.read(text).ok === 'boolean'))
})
