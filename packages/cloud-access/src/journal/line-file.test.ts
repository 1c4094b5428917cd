import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { appendLine, readLines } from './line-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lines-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('lines come back in their order, with their numbers, from a file of its owner alone', () => {
  const path = join(folder, 'new/journal.jsonl')
  expect(readLines(path)).toEqual([])
  appendLine(path, '{"a":1}')
  appendLine(path, '{"b":"é"}')
  expect(readLines(path)).toEqual([
    { line: '{"a":1}', number: 1 },
    { line: '{"b":"é"}', number: 2 },
  ])
  expect([statSync(path).mode & 0o777, statSync(join(folder, 'new')).mode & 0o777]).toEqual([0o600, 0o700])
})

test.each([
  ['half a line', 'one\ntw', ['one']],
  ['nothing but half a line', 'on', []],
  ['half a character', Buffer.from([0x6f, 0x6e, 0x65, 0x0a, 0xc3]), ['one']],
  ['blank lines', 'one\n\n', ['one']],
])('%s is passed over, and does not spoil what is added', (_, content, whole) => {
  const path = join(folder, 'journal')
  writeFileSync(path, content)
  expect(readLines(path).map(({ line }) => line)).toEqual(whole)
  appendLine(path, 'next')
  expect(readLines(path).map(({ line }) => line)).toEqual([...whole, 'next'])
})

test('links and folders are refused, and what a link leads to stays', () => {
  const other = join(folder, 'other')
  writeFileSync(other, 'mine')
  symlinkSync(other, join(folder, 'link'))
  mkdirSync(join(folder, 'folder'))
  expect(() => readLines(join(folder, 'link'))).toThrow('it is a link to another file')
  expect(() => readLines(join(folder, 'folder'))).toThrow('it is no file')
  expect(readFileSync(other, 'utf8')).toBe('mine')
})
