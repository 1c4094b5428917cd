import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { readOfferFolder } from './read-offer-folder.ts'

const folders: string[] = []
const folderOf = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'offer-'))
  folders.push(folder)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

test('files are read with paths that are the same everywhere', () => {
  const folder = folderOf({ 'offer.json': '{}', 'images/b.png': 'b', 'images/a.png': 'a', '.git/config': 'x' })
  const { files, problems } = readOfferFolder(folder)
  expect(files.map(({ path }) => path)).toEqual(['images/a.png', 'images/b.png', 'offer.json'])
  expect(problems).toEqual([])
})

test('links and pipes are left out, and said', () => {
  const folder = folderOf({ 'offer.json': '{}' })
  const other = folderOf({ 'secret.txt': 'not-a-real-secret' })
  symlinkSync(join(other, 'secret.txt'), join(folder, 'link.txt'))
  symlinkSync(other, join(folder, 'folder'))
  execFileSync('mkfifo', [join(folder, 'pipe')])
  const { files, problems } = readOfferFolder(folder)
  expect(files.map(({ path }) => path)).toEqual(['offer.json'])
  expect(problems.map(({ path }) => path)).toEqual(['folder', 'link.txt', 'pipe'])
})

test.each([
  [{ maxFileBytes: 3 }, ['b.txt']],
  [{ maxTotalBytes: 5 }, ['b.txt']],
  [{ maxFiles: 1 }, ['b.txt']],
  [{ maxDepth: 1 }, ['deep']],
])('what goes beyond %j is left out', (limits, expected) => {
  const folder = folderOf({ 'a.txt': 'abc', 'b.txt': 'abcd', 'deep/c.txt': '' })
  expect(readOfferFolder(folder, limits).problems.map(({ path }) => path)).toEqual(expected)
})

test('a folder that is not there is a problem', () => {
  const { files, problems } = readOfferFolder(join(tmpdir(), 'no-such-folder'))
  expect(files).toEqual([])
  expect(problems[0]?.what).toContain('ENOENT')
})
