import { describe, expect, test } from 'vitest'
import { applyTextEdits } from './apply-text-edits.ts'
import { JsonEditor } from './edit-json.ts'
import type { JsonNode } from './json-node.ts'
import { readJson } from './read-json.ts'

type Change = (editor: JsonEditor, at: (...path: (string | number)[]) => JsonNode) => unknown

function edited(text: string, change: Change): string {
  const json = readJson(text)
  const editor = new JsonEditor(json)
  change(editor, (...path) => {
    const node = json.root?.find(...path)
    if (node === undefined) throw new Error(`nothing at ${path.join('/')}`)
    return node
  })
  return applyTextEdits(text, editor.edits)
}

const lines = (...parts: string[]): string => parts.join('\n')

describe('JsonEditor', () => {
  test.each<[string, string, Change, string]>([
    ['sets a text', '{ "a" : "x",  "b":2 }', (e, at) => e.set(at('a'), 'é"'), '{ "a" : "é\\"",  "b":2 }'],
    ['sets inside an array', '[1, 2,3]', (e, at) => e.set(at(1), null), '[1, null,3]'],
    ['sets the root', '{"a":1}', (e, at) => e.set(at(), [1]), '[1]'],
    ['removes the first', '{"a": 1, "b": 2}', (e, at) => e.remove(at('a')), '{"b": 2}'],
    ['removes the last', '{ "a": 1, "b": 2 }', (e, at) => e.remove(at('b')), '{ "a": 1 }'],
    ['removes the middle', '[1, 2, 3]', (e, at) => e.remove(at(1)), '[1, 3]'],
    ['removes all', '{ "a": 1, "b": 2 }', (e, at) => [e.remove(at('a')), e.remove(at('b'))], '{}'],
    ['removes first and last', '[1, 2, 3]', (e, at) => [e.remove(at(0)), e.remove(at(2))], '[2]'],
    ['removes last two', '[1, 2, 3]', (e, at) => [e.remove(at(1)), e.remove(at(2))], '[1]'],
    ['removes both of a key', '{"a":1,"b":2,"a":3}', (e, at) => e.remove(at('a')), '{"b":2}'],
    ['keeps a comment', '{ /* why */ }', (e, at) => e.insert(at(), 'a', 1), '{ /* why */ "a":1 }'],
    ['keeps a line', '[\n  // why\n]', (e, at) => e.append(at(), 1), '[\n  // why\n  1\n]'],
    ['knows old line ends', '[ // a\r1, 2]', (e, at) => e.remove(at(0)), '[ // a\r2]'],
    ['loses nothing behind them', '{// c\r"b":2}', (e, at) => e.insert(at(), 'c', 1), '{// c\r"b":2,"c":1}'],
    ['removes both in other quotes', "{'a':1,b:2,'a':3}", (e, at) => e.remove(at('a')), '{b:2}'],
    ['removes no longer name', '{bb:1,b:2,bb:3}', (e, at) => e.remove(at('b')), '{bb:1,bb:3}'],
    ['removes a replaced member', '{"a":{"x":[1]},"b":2,"a":3}', (e, at) => e.removeAt(at(), 1), '{"b":2,"a":3}'],
    ['keeps the root', '[1]', (e, at) => e.remove(at()), '[1]'],
    ['renames', '{"a":1}', (e, at) => e.rename(at('a'), 'b"'), '{"b\\"":1}'],
    ['inserts compactly', '{"a":1}', (e, at) => e.insert(at(), 'b', { c: [1, 2] }), '{"a":1,"b":{"c":[1,2]}}'],
    ['inserts on one line', '{ "a": 1 }', (e, at) => e.insert(at(), 'b', { c: [1] }), '{ "a": 1, "b": { "c": [1] } }'],
    ['inserts before', '{"a":1,"b":2}', (e, at) => e.insert(at(), 'x', 0, { before: 'b' }), '{"a":1,"x":0,"b":2}'],
    ['inserts in front', '{"a":1}', (e, at) => e.insert(at(), 'x', 0, { before: 'a' }), '{"x":0,"a":1}'],
    ['inserts after', '{"a":1,"b":2}', (e, at) => e.insert(at(), 'x', 0, { after: 'a' }), '{"a":1,"x":0,"b":2}'],
    ['inserts where no anchor is', '{"a":1}', (e, at) => e.insert(at(), 'x', 0, { after: '?' }), '{"a":1,"x":0}'],
    ['sets what is there', '{"a":1}', (e, at) => e.insert(at(), 'a', 0), '{"a":0}'],
    ['inserts twice', '{"a":1}', (e, at) => [e.insert(at(), 'x', 0), e.insert(at(), 'x', 1)], '{"a":1,"x":1}'],
    [
      'chains anchors',
      '{"a":1}',
      (e, at) => [e.insert(at(), 'x', 0), e.insert(at(), 'y', 1, { before: 'x' })],
      '{"a":1,"y":1,"x":0}',
    ],
    ['replaces a member', '{"a":1,"b":2}', (e, at) => [e.remove(at('a')), e.insert(at(), 'a', 0)], '{"b":2,"a":0}'],
    ['swaps all', '[1]', (e, at) => [e.remove(at(0)), e.append(at(), 2), e.append(at(), 3)], '[2,3]'],
    ['fills an empty object', '{}', (e, at) => e.insert(at(), 'a', 1), '{"a":1}'],
    ['appends', '[1, 2]', (e, at) => e.append(at(), 3), '[1, 2, 3]'],
    ['inserts an item and sets it', '[1]', (e, at) => [e.insertItem(at(), 0, 0), e.set(at(0), 9)], '[0,9]'],
    ['drops changes within', '{"a":{"b":1},"c":1}', (e, at) => [e.set(at('a', 'b'), 2), e.remove(at('a'))], '{"c":1}'],
    [
      'mends commas while editing',
      '{"a":1,}',
      (e, at) => [e.replace(6, 7, ''), e.insert(at(), 'b', 2)],
      '{"a":1,"b":2}',
    ],
    ['reads over comments', '{"a":1 /* , */ , "b":2}', (e, at) => e.remove(at('b')), '{"a":1}'],
  ])('%s', (_name, text, change, expected) => expect(edited(text, change)).toBe(expected))

  test('keeps indentation and lays new values out like their neighbours', () => {
    const text = lines('{', '\t"a": {', '\t\t"one": {}', '\t},', '\t"list": [', '\t\t"x"', '\t]', '}', '')
    const after = edited(text, (editor, at) => {
      editor.insert(at('a', 'one'), 'new', { k: [1], e: {} })
      editor.append(at('list'), 'y')
      editor.insert(at(), 'z', {}, { after: 'a' })
    })
    expect(after).toBe(
      lines(
        '{',
        '\t"a": {',
        '\t\t"one": {',
        '\t\t\t"new": {',
        '\t\t\t\t"k": [',
        '\t\t\t\t\t1',
        '\t\t\t\t],',
        '\t\t\t\t"e": {}',
        '\t\t\t}',
        '\t\t}',
        '\t},',
        '\t"z": {},',
        '\t"list": [',
        '\t\t"x",',
        '\t\t"y"',
        '\t]',
        '}',
        '',
      ),
    )
  })

  test('keeps CRLF, four blanks, and objects on one line', () => {
    const text = '{\r\n    "a": { "b": 1 },\r\n    "c": 2\r\n}\r\n'
    const after = edited(text, (editor, at) => {
      editor.insert(at('a'), 'x', [1])
      editor.set(at('c'), { y: 1 })
      editor.insert(at(), 'd', true)
    })
    expect(after).toBe(
      '{\r\n    "a": { "b": 1, "x": [1] },\r\n    "c": {\r\n        "y": 1\r\n    },\r\n    "d": true\r\n}\r\n',
    )
  })

  test('removal takes the lines with it', () => {
    const text = lines('{', '  "a": 1,', '  "b": {', '    "c": 2', '  },', '  "d": 3', '}')
    expect(edited(text, (editor, at) => editor.remove(at('b')))).toBe(lines('{', '  "a": 1,', '  "d": 3', '}'))
    expect(edited(text, (editor, at) => editor.remove(at('b', 'c')))).toContain('"b": {},')
    expect(edited(text, (editor, at) => editor.remove(at('d')))).toBe(
      lines('{', '  "a": 1,', '  "b": {', '    "c": 2', '  }', '}'),
    )
  })

  test('a change of nothing gives no edit, and edits that overlap are refused', () => {
    const json = readJson('{"a":1}')
    expect(new JsonEditor(json).edits).toEqual([])
    expect(() => applyTextEdits('abc', [{ start: 0, end: 2, text: '' }, { start: 1, end: 3, text: '' }])).toThrow(RangeError) // biome-ignore format: one case, one line
    expect(() => applyTextEdits('abc', [{ start: 2, end: 4, text: '' }])).toThrow(RangeError)
  })
})

test('many editors of one long list, each with a change of its own, cost what the changes cost', () => {
  const json = readJson(`[${'1,'.repeat(20_000)}1]`)
  const items = json.root?.children ?? []
  const edits = items.flatMap((item) => {
    const editor = new JsonEditor(json)
    editor.remove(item)
    return editor.edits
  })
  expect(edits).toHaveLength(20_001)
  expect(edits[0]).toEqual({ start: 1, end: 3, text: '' })
  expect(edits.at(-1)).toEqual({ start: 40_000, end: 40_002, text: '' })
})

test('runs of members that go, at either end and between, take their commas along', () => {
  const json = readJson('{"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6}')
  const cases: readonly (readonly [string, string])[] = [
    ['ab', '{"c": 3, "d": 4, "e": 5, "f": 6}'],
    ['cbe', '{"a": 1, "d": 4, "f": 6}'],
    ['fde', '{"a": 1, "b": 2, "c": 3}'],
    ['af', '{"b": 2, "c": 3, "d": 4, "e": 5}'],
    ['abcdef', '{}'],
  ]
  for (const [keys, after] of cases) {
    const editor = new JsonEditor(json)
    for (const child of json.root?.children ?? []) if (keys.includes(child.key ?? '?')) editor.remove(child)
    expect(applyTextEdits(json.text, editor.edits)).toBe(after)
  }
})
