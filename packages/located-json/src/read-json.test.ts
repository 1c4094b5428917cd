import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type JsonNode, type JsonValue, resolvePointer, toValue } from './json-node.ts'
import { readJson } from './read-json.ts'

function nodesOf(root: JsonNode | undefined): JsonNode[] {
  const found: JsonNode[] = root === undefined ? [] : [root]
  for (const node of found) found.push(...node.children)
  return found
}

/** What must hold for any text whatever. */
function expectSound(text: string): void {
  const json = readJson(text)
  for (const { start, end } of json.problems) {
    expect(start).toBeGreaterThanOrEqual(0)
    expect(end).toBeGreaterThanOrEqual(start)
    expect(end).toBeLessThanOrEqual(text.length)
  }
  expect(json.isComplete).toBe(json.problems.every((problem) => problem.isRecovered))
  for (const node of nodesOf(json.root)) {
    expect(node.start).toBeLessThanOrEqual(node.end)
    expect(node.end).toBeLessThanOrEqual(text.length)
    if (node.parent !== undefined) {
      expect(node.parent.start).toBeLessThan(node.start)
      expect(node.parent.end).toBeGreaterThanOrEqual(node.end)
      expect(node.parent.children[node.index]).toBe(node)
      if (node.key !== undefined) expect(node.keyStart < node.keyEnd && node.keyEnd <= node.start).toBe(true)
    }
    if (json.root !== undefined) expect(resolvePointer(json.root, node.pointer())).toBe(node)
  }
  let parsed: JsonValue | undefined
  try {
    parsed = JSON.parse(text)
  } catch {
    expect(json.problems).not.toEqual([])
  }
  if (parsed !== undefined) {
    expect(json.problems.filter((problem) => problem.code !== 'duplicate-key')).toEqual([])
    expect(json.root === undefined ? undefined : toValue(json.root)).toEqual(parsed)
  }
}

const value = fc.jsonValue({ maxDepth: 4, noUnicodeString: false }) as fc.Arbitrary<JsonValue> // typed as unknown
const blank = fc.constantFrom('', ' ', '\n', '\r\n', '\t', '\n    ', '\n         ')

describe('readJson', () => {
  test.each<[string, string, [string, string], JsonValue | undefined]>([
    ['a byte-order mark', '\ufeff{"a":1}', ['byte-order-mark', '\ufeff'], { a: 1 }],
    ['UTF-16 read as UTF-8', '{\0"\0a\0"\0', ['wrong-encoding', '{'], undefined],
    ['nothing', '', ['empty-text', ''], undefined],
    ['only blanks', ' \r\n\t', ['empty-text', ' \r\n\t'], undefined],
    ['a comma before }', '{"a":1,}', ['trailing-comma', ','], { a: 1 }],
    ['a comma before ]', '[1 , ]', ['trailing-comma', ','], [1]],
    ['two commas', '[1,,2]', ['stray-comma', ','], [1, 2]],
    ['a comma first', '{,"a":1}', ['stray-comma', ','], { a: 1 }],
    ['no comma before a key', '{"a":1\n"b":2}', ['missing-comma', '"'], { a: 1, b: 2 }],
    ['no comma before an item', '[{} {}]', ['missing-comma', '{'], [{}, {}]],
    ['a line comment', '// x\r\n[1]', ['comment', '// x'], [1]],
    ['a block comment', '[1/* x */]', ['comment', '/* x */'], [1]],
    ['a comment never closed', '[1] /* x', ['comment', '/* x'], [1]],
    ['a key twice', '{"a":1,"a":2}', ['duplicate-key', '"a"'], { a: 2 }],
    ['a key twice, written differently', '{"a":1,"\\u0061":2}', ['duplicate-key', '"\\u0061"'], { a: 2 }],
    ['a tab in quotes', '["a\tb"]', ['control-character', '\t'], ['a\tb']],
    ['a line break in quotes', '["a\nb"]', ['control-character', '\n'], ['a\nb']],
    ['a no-break space between', '[\u00a01]', ['control-character', '\u00a0'], [1]],
    ['an em space between', '[\u20031]', ['control-character', '\u2003'], [1]],
    ['a form feed between', '[\f1]', ['control-character', '\f'], [1]],
    ['a bad escape', '["\\x"]', ['invalid-escape', '\\x'], ['x']],
    ['a short \\u', '["\\u12"]', ['invalid-escape', '\\u'], ['u12']],
    ['a leading zero', '[012]', ['invalid-number', '012'], [12]],
    ['a plus', '[+1]', ['invalid-number', '+1'], [1]],
    ['no whole part', '[.5]', ['invalid-number', '.5'], [0.5]],
    ['no fraction', '[1.]', ['invalid-number', '1.'], [1]],
    ['hexadecimal', '[0x1F]', ['invalid-number', '0x1F'], [31]],
    ['NaN', '[NaN]', ['invalid-number', 'NaN'], [0]],
    ['minus infinity', '[-Infinity]', ['invalid-number', '-Infinity'], [0]],
    ['two points', '[1.2.3]', ['invalid-number', '1.2.3'], [0]],
    ['a lone minus', '[-]', ['invalid-number', '-'], [0]],
    ['text behind', '{"a":1}}', ['text-after-root', '}'], { a: 1 }],
    ['two values', '1 2', ['text-after-root', '2'], 1],
    ['single quotes', "['a']", ['single-quotes', "'"], ['a']],
    ['a key without quotes', '{a-b: 1}', ['unquoted-key', 'a-b'], { 'a-b': 1 }],
    ['a word without quotes', '{"a": string}', ['unexpected-text', 'string'], { a: 'string' }],
    ['True', '[True]', ['unexpected-text', 'True'], [true]],
    ['None', '[None]', ['unexpected-text', 'None'], [null]],
    ['words', '[a b]', ['unexpected-text', 'a'], []],
    ['a bracket of the wrong kind', '[1}', ['unexpected-text', '}'], [1]],
    ['no colon', '{"a" 1}', ['unexpected-text', '1'], {}],
    ['no value', '{"a":}', ['unexpected-text', '}'], {}],
    ['no comma before a number', '[1 2]', ['unexpected-text', '2'], [1]],
    ['a brace never closed', '{"a":1', ['unterminated-text', '{'], { a: 1 }],
    ['a bracket never closed', '[1,', ['unterminated-text', '['], [1]],
    ['a quote never closed', '{"a":"b', ['unterminated-text', '"b'], { a: 'b' }],
    ['a quote never closed on its line', '{"a":"b,\n"c":1}', ['unterminated-text', '"b,'], { a: 'b,' }],
    ['a key never closed', '{"a', ['unterminated-text', '"a'], {}],
    ['an end behind the colon', '{"a":', ['unterminated-text', ':'], {}],
  ])('reports %s', (_name, text, [code, found], expected) => {
    const json = readJson(text)
    expect(json.problems[0]).toMatchObject({ code, found: found.slice(0, 40) })
    expect(text.slice(json.problems[0]?.start, json.problems[0]?.end)).toBe(found)
    expect(json.root === undefined ? undefined : toValue(json.root)).toEqual(expected)
    expectSound(text)
  })

  test.each([
    '{"a":1}',
    ' [ 1 , -0.5e+10 , true , null , "x" ]\r\n',
    '"\\ud800"',
    '"\ud800"',
    '["\u007f\u2028"]',
    '{"":{"":[]}}',
    '-0',
    '1e400',
    '{"__proto__":{"x":1},"constructor":2}',
    `{"${'k'.repeat(100)}":"${'é'.repeat(20_000)}😀"}`,
  ])('reads %s as JSON.parse does', (text) => {
    expect(readJson(text).problems).toEqual([])
    expectSound(text)
  })

  test('offsets, keys and pointers count in UTF-16', () => {
    const text = '{"😀é/~": [ "x", {"b": 12} ]}'
    const { root } = readJson(text)
    const node = root?.find('😀é/~', 1, 'b')
    expect(node?.pointer()).toBe('/😀é~1~0/1/b')
    expect(text.slice(node?.start, node?.end)).toBe('12')
    expect(text.slice(node?.keyStart, node?.keyEnd)).toBe('"b"')
    expect(node?.root()).toBe(root)
  })

  test('a duplicate key says where the first one stands, and the last value wins in its place', () => {
    const json = readJson('{"a":1,"b":2,"a":3}')
    expect(json.problems[0]).toMatchObject({ start: 13, end: 16, first: 1, isRecovered: true })
    expect(json.root?.children.map((child) => child.key)).toEqual(['a', 'b'])
  })

  test('a file cut off anywhere keeps what came before', () => {
    const text = '{"a": [1, {"b": "x\\n"}], "é😀": {"c": null, "d": true}}'
    for (let length = 0; length < text.length; length++) {
      const json = readJson(text.slice(0, length))
      expect(json.isComplete).toBe(false)
      expect(json.problems).toHaveLength(1)
      expectSound(text.slice(0, length))
    }
  })

  test('depth is bounded, and a million brackets are no trouble', () => {
    expect(readJson('[[[]]]', { maxDepth: 3 }).problems).toEqual([])
    expect(readJson('[[[]]]', { maxDepth: 2 }).problems).toMatchObject([
      { code: 'too-deep', start: 2, isRecovered: false },
    ])
    for (const bracket of ['[', '{"a":', '[{"a":']) expectSound(bracket.repeat(1_000_000))
  })

  test('many problems are counted, not all described; the one that ends the reading always is', () => {
    const json = readJson(`[${',1'.repeat(5)}${',,1'.repeat(1000)} x y`)
    expect(json.problems).toHaveLength(101)
    expect(json.unreportedProblems).toBe(901)
    expect(json.problems.at(-1)).toMatchObject({ code: 'unexpected-text', isRecovered: false })
    expect(readJson('[,1]', { maxProblems: 0 })).toMatchObject({
      problems: [],
      unreportedProblems: 1,
      isComplete: true,
    })
  })
})

describe('hostile texts take time in proportion to their length', () => {
  const many = 100_000
  test.each<[string, string]>([
    ['duplicate keys', `{${'"a":1,'.repeat(many)}"b":1}`],
    ['different keys', `{${Array.from({ length: many }, (_, at) => `"${at}":1`).join()}}`],
    ['missing commas', `[${'"a" '.repeat(many)}]`],
    ['line breaks in one string', `["${'a,\n'.repeat(many)}"]`],
    ['line breaks and no quote', `["${'a,\n'.repeat(many)}`],
    ['single quotes', `['${'a\n'.repeat(many)}']`],
    ['quotes', '"\n'.repeat(many)],
    ['comments', `[1${'/**/ // x\n'.repeat(many)}]`],
    ['openings of comments', `[1${' /*'.repeat(many)}`],
    ['slashes', `[1${'/ '.repeat(many)}`],
    ['unquoted words', `[${'word    ,'.repeat(many)}]`],
    ['digits', `[${'1'.repeat(many)}.${'2'.repeat(many)}]`],
    ['numbers that are none', `[${'1.1.1.1e'.repeat(many)}]`],
    ['bad escapes', `["${'\\x'.repeat(many)}"]`],
    ['half surrogates', `["${'\ud83d'.repeat(many)}"]`],
    ['stray commas', `[${','.repeat(many)}]`],
    ['odd blanks', `[${'\u00a0'.repeat(many)}]`],
  ])('%s', (_name, text) => {
    const json = readJson(text)
    expect(json.problems.length).toBeLessThanOrEqual(101)
    expect(json.root).toBeDefined()
  })

  test('a string of fifty million characters, plain and full of escapes', () => {
    const plain = readJson(`["${'x'.repeat(50_000_000)}"]`)
    expect(plain.root?.children[0]?.value).toHaveLength(50_000_000)
    const escaped = readJson(`["${'\\n\\"'.repeat(5_000_000)}"]`)
    expect(escaped.root?.children[0]?.value).toHaveLength(10_000_000)
    expect(escaped.problems).toEqual([])
  })
})

describe('for any value and any text', () => {
  test('what JSON.stringify wrote is read back', () => {
    fc.assert(
      fc.property(value, fc.constantFrom(0, 1, 2, 3, 4, '\t'), (given, space) => {
        const text = JSON.stringify(given, undefined, space)
        const json = readJson(text)
        expect(json.problems).toEqual([])
        // Negative zero is written as 0.
        expect(json.root === undefined ? undefined : toValue(json.root)).toEqual(JSON.parse(text))
        expectSound(text)
      }),
    )
  })

  test('any blanks, and keys of any kind', () => {
    const key = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('__proto__', 'constructor', ''))
    const member = fc.tuple(blank, key, blank, blank, value, blank)
    fc.assert(
      fc.property(blank, fc.array(member), blank, (before, members, after) => {
        const parts = members.map(
          ([a, name, b, c, item, d]) => `${a}${JSON.stringify(name)}${b}:${c}${JSON.stringify(item)}${d}`,
        )
        const text = `${before}{${parts.join()}}${after}`
        const json = readJson(text)
        expect(json.root === undefined ? undefined : toValue(json.root)).toEqual(JSON.parse(text))
        expectSound(text)
      }),
    )
  })

  test('nothing throws, and every place lies in the text', () => {
    const token = fc.oneof(
      fc.constantFrom(
        ...'{}[],:"\'\\/*\n\t -+.eE0123u',
        'true',
        'null',
        'NaN',
        '"a":',
        '//',
        '/*',
        '*/',
        '\ufeff',
        '\u00a0',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    )
    fc.assert(
      fc.property(fc.array(token, { maxLength: 40 }), (tokens) => expectSound(tokens.join(''))),
      { numRuns: 3000 },
    )
  })

  test('one change of a good text anywhere', () => {
    fc.assert(
      fc.property(
        value,
        fc.nat(),
        fc.nat(3),
        fc.string({ unit: 'binary', maxLength: 2 }),
        (given, at, length, fresh) => {
          const text = JSON.stringify(given, undefined, 2)
          const place = at % (text.length + 1)
          expectSound(text.slice(0, place) + fresh + text.slice(place + length))
        },
      ),
      { numRuns: 2000 },
    )
  })
})

test('no depth that is asked for ends the stack', () => {
  const json = readJson('['.repeat(100_000), { maxDepth: Number.POSITIVE_INFINITY })
  expect(json.problems).toMatchObject([{ code: 'too-deep', start: 1000 }])
  if (json.root !== undefined) expect(JSON.stringify(toValue(json.root))).toHaveLength(2002)
})

test.each([
  [['a', 0, 'b'], '/a/0/b'],
  [['a', 0, 'c', 'd'], '/a/0'],
  [['a', 7], '/a'],
  [['a', '0', 'b'], '/a/0/b'],
  [['x', 'y'], ''],
  [[], ''],
])('the nearest to %j is at "%s"', (path, pointer) => {
  const { root } = readJson('{ "a": [{ "b": 1 }] }')
  expect(root?.nearest(...path).pointer()).toBe(pointer)
})
