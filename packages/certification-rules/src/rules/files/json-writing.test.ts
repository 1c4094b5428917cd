import { mendAll } from '@sevenstep/rule-engine/testing'
import { describe, expect, it } from 'vitest'
import { connectorRoom } from '../../testing/connector-room.ts'
import { filesOf, readGiven } from '../../testing/given-connector.ts'
import { runFamily } from '../../testing/run-family.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { jsonWriting } from './json-writing.ts'

const valid = 'file-json-valid'
const file = 'settings.json'
const encode = (text: string) => new TextEncoder().encode(text)
const bytes = (content: Uint8Array) => ({ bytes: { [file]: content } })

testRuleFamily(jsonWriting, import.meta.url, {
  passes: [
    { name: 'plain JSON', given: { settings: '{ "icon": "icon.png" }\r\n' } },
    { name: 'what only looks like a comment', given: { settings: '{ "powerAppsUrl": "https://a.example/*b*/" }' } },
    { name: 'the same key in two objects', given: { settings: '{ "a": { "b": 1 }, "c": { "b": 1 } }' } },
    { name: 'letters of all kinds in UTF-8', given: bytes(encode('{ "icon": "ümläut 漢字 🚗.png" }')) },
  ],
  fails: [
    {
      name: 'a comma behind the last entry',
      given: { settings: '{\n  "a": 1,\n}' },
      finds: [{ rule: valid, file, line: 2, what: 'A comma stands behind the last entry.' }],
      mended: { settings: '{\n  "a": 1\n}' },
    },
    {
      name: 'two commas in a row',
      given: { settings: '{ "a": [1,, 2] }' },
      finds: [{ rule: valid, file, line: 1 }],
      mended: { settings: '{ "a": [1, 2] }' },
    },
    {
      name: 'a missing comma',
      given: { settings: '{\n  "a": 1\n  "b": 2\n}' },
      finds: [{ rule: valid, file, line: 3, what: 'A comma is missing before "b": 2.' }],
      mended: { settings: '{\n  "a": 1,\n  "b": 2\n}' },
    },
    {
      name: 'a missing comma behind a comment',
      given: { settings: '{\n  "a": 1 // one\n  "b": 2\n}' },
      finds: [
        { rule: valid, file, line: 3 },
        { rule: 'file-json-no-comments', line: 2 },
      ],
      mended: { settings: '{ "a": 1, "b": 2 }' },
    },
    {
      name: 'a tab in a text',
      given: { settings: '{ "a": "x\ty" }' },
      finds: [{ rule: valid, file, what: 'A text holds a tab as it is.' }],
      mended: { settings: { a: 'x\ty' } },
    },
    {
      name: 'a control character without an escape of its own',
      given: { settings: '{ "a": "\u0001" }' },
      finds: [{ rule: valid, what: 'A text holds the character U+0001 as it is.' }],
      mended: { settings: { a: '\u0001' } },
    },
    {
      name: 'a blank that is none',
      given: { settings: '{\u00a0"a": 1 }' },
      finds: [
        { rule: valid, what: 'Between the entries stands the character U+00A0, which looks like a blank but is none.' },
      ],
      mended: { settings: { a: 1 } },
    },
    {
      name: 'a backslash that escapes nothing',
      given: { settings: '{ "a": "C:\\q" }' },
      finds: [{ rule: valid, what: 'The escape "\\q" does not exist in JSON.' }],
      mended: { settings: { a: 'C:\\q' } },
    },
    {
      name: 'numbers as other languages write them',
      given: { settings: '{ "a": [01, +1, .5, 1., -007, NaN] }' },
      finds: [
        { rule: valid, what: '"01" is not a number in JSON.' },
        { rule: valid, what: '"+1" is not a number in JSON.' },
        { rule: valid, what: '".5" is not a number in JSON.' },
        { rule: valid, what: '"1." is not a number in JSON.' },
        { rule: valid, what: '"-007" is not a number in JSON.' },
        { rule: valid, what: '"NaN" is not a number in JSON.' },
      ],
    },
    {
      name: 'a brace too many',
      given: { settings: '{ "a": 1 }}' },
      finds: [{ rule: valid, what: 'Behind the end of the JSON stands more text: "}".' }],
      mended: { settings: { a: 1 } },
    },
    {
      name: 'a second object, which is left alone',
      given: { settings: '{ "a": 1 }\n{ "b": 2 }' },
      finds: [{ rule: valid, line: 2 }],
    },
    {
      name: 'single quotes',
      given: { settings: `{ 'a': 'say "hi"' }` },
      finds: [
        { rule: valid, what: 'A text stands in single quotes.' },
        { rule: valid, what: 'A text stands in single quotes.' },
      ],
      mended: { settings: { a: 'say "hi"' } },
    },
    {
      name: 'a key without quotes',
      given: { settings: '{ icon: "icon.png" }' },
      finds: [{ rule: valid, what: 'The key "icon" has no quotes.' }],
      mended: { settings: { icon: 'icon.png' } },
    },
    {
      name: 'a word of Python',
      given: { settings: '{ "a": True, "b": None }' },
      finds: [
        { rule: valid, what: '"True" is not a value JSON knows.' },
        { rule: valid, what: '"None" is not a value JSON knows.' },
      ],
      mended: { settings: { a: true, b: null } },
    },
    { name: 'a file that was cut off', given: { settings: '{ "a": { "b": 1' }, finds: [{ rule: valid, line: 1 }] },
    { name: 'a text that never ends', given: { settings: '{ "a": "x' }, finds: [{ rule: valid, line: 1 }] },
    { name: 'something else', given: { settings: '<html>' }, finds: [{ rule: valid, line: 1 }] },
    { name: 'an empty file', given: { settings: ' ' }, finds: [{ rule: valid, what: 'The file is empty.' }] },
    {
      name: 'an array',
      given: { settings: '[1]' },
      finds: [{ rule: valid, what: 'The outermost value is not an object but this: "array".' }],
    },
    {
      name: 'too deep',
      given: { settings: `${'[{"a":'.repeat(2000)}` },
      finds: [{ rule: valid }, { rule: valid }],
    },
    {
      name: 'a comment on a line of its own, which goes with it',
      given: { settings: '{\n  // note\n  "a": 1 /* one */\n}' },
      finds: [
        { rule: 'file-json-no-comments', what: 'There is a comment in the file: "// note".', line: 2 },
        { rule: 'file-json-no-comments', what: 'There is a comment in the file: "/* one */".', line: 3 },
      ],
      mended: { settings: '{ "a": 1 }' },
    },
    {
      name: 'a comment that never ends',
      given: { settings: '{ "a": 1 /* one' },
      finds: [
        { rule: 'file-json-no-comments', what: 'A comment begins here and never ends: "/* one".' },
        { rule: valid },
      ],
    },
    {
      name: 'a key that occurs three times',
      given: { settings: '{ "a": 1,\n "a": 2,\n "a": 3 }' },
      finds: [
        { rule: 'file-json-no-duplicate-keys', line: 2 },
        { rule: 'file-json-no-duplicate-keys', line: 3 },
      ],
      mended: { settings: { a: 3 } },
    },
    {
      name: 'a byte-order mark',
      given: bytes(encode('\ufeff{ "a": 1 }')),
      finds: [{ rule: 'file-json-no-bom', file, line: 1 }],
    },
    {
      name: 'Windows-1252',
      given: bytes(new Uint8Array([...encode('{ "a": "'), 0xfc, ...encode('" }')])),
      finds: [{ rule: 'file-json-utf8', file, line: 1 }],
    },
    {
      name: 'UTF-16, which is said once',
      given: bytes(new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0])),
      finds: [{ rule: 'file-json-utf8', what: 'The file is written in UTF-16.' }],
    },
  ],
})

describe('mends of how JSON is written', () => {
  it('remove a byte-order mark and nothing else', () => {
    const mended = mendAll(connectorRoom, jsonWriting, bytes(encode('\ufeff{ "a": 1 }')))
    expect(mended.find(({ path }) => path === file)?.content).toBe('{ "a": 1 }')
  })
  it('leave a file alone whose encoding is not known', () => {
    const given = bytes(new Uint8Array([...encode('{ "a": "'), 0xfc, ...encode('", }')]))
    expect(mendAll(connectorRoom, jsonWriting, given)).toEqual(filesOf(given))
  })
  it('say which are safe', () => {
    const given = { settings: '{ "a": 1 "b": 2, }' }
    const kinds = runFamily(jsonWriting, readGiven(given), given).map(({ message, mend }) => [message.what, mend])
    expect(kinds).toEqual([
      ['A comma is missing before "b": 2, }.', 'proposed'],
      ['A comma stands behind the last entry.', 'automatic'],
    ])
  })
  it('say how many more faults there are than are listed', () => {
    const given = { settings: `{ "a": [${'1,,'.repeat(5000)}1] }` }
    const last = runFamily(jsonWriting, readGiven(given), given).at(-1)
    expect(last?.message.what).toMatch(/^There are \d+ more faults/)
  })
})
