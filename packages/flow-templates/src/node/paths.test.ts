import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentHash } from '../content-hash.ts'
import { mustRead } from '../fixtures/read.ts'
import { exportFiles } from '../fixtures/sample-export.ts'
import { solutionFiles, unpackedFiles } from '../fixtures/sample-solution.ts'
import type { GivenFile } from '../model/package-file.ts'
import { writePackage } from '../write-package.ts'
import { readPackagePath } from './read-package-path.ts'
import { writePackageFile, writePackageFolder } from './write-package-path.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'flow-templates-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function put(files: readonly GivenFile[], folder = root): void {
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

const codes = (reading: ReturnType<typeof readPackagePath>) =>
  reading.problems.map(({ code, effect, file }) => [code, effect, file])

const samples = [
  ['an export', exportFiles()],
  ['a solution', solutionFiles()],
  ['an unpacked solution', unpackedFiles()],
] as const

describe.each(samples)('%s', (_, files) => {
  it('is written to a folder, read from it, written to a file, read from it: always the same', async () => {
    const hash = await contentHash(mustRead(files))
    const folder = join(root, 'new/folder')
    expect(writePackageFolder(mustRead(files), folder)).toEqual({ ok: true })
    const { package: read } = readPackagePath(folder)
    if (read === undefined) throw new Error('unread')
    expect([read.form, read.name, await contentHash(read)]).toEqual(['folder', 'folder', hash])
    const file = join(root, 'out.zip')
    expect(writePackageFile(read, file)).toEqual({ ok: true })
    const again = readPackagePath(file).package
    expect([again?.form, again?.name, again && (await contentHash(again))]).toEqual(['zip', 'out.zip', hash])
    expect(readdirSync(root).sort()).toEqual(['new', 'out.zip'])
    expect(readdirSync(join(root, 'new'))).toEqual(['folder'])
  })
})

describe('reading', () => {
  it('says what is missing', () => {
    expect(codes(readPackagePath(join(root, 'none')))).toEqual([['path-not-found', 'package', join(root, 'none')]])
  })

  it('follows no link, and such a package is not written back', () => {
    put(exportFiles())
    writeFileSync(join(root, '../secret.txt'), 'x')
    symlinkSync('../secret.txt', join(root, 'link.txt'))
    symlinkSync('..', join(root, 'up'))
    const reading = readPackagePath(root)
    expect(codes(reading).sort()).toEqual([
      ['path-special', 'part', 'link.txt'],
      ['path-special', 'part', 'up'],
    ])
    expect(reading.package?.files.map(({ path }) => path)).not.toContain('link.txt')
    const writing = reading.package && writePackage(reading.package)
    expect(writing?.ok === false && writing.problem.code).toBe('entry-lost')
    rmSync(join(root, '../secret.txt'))
  })

  it('waits for no pipe, in a folder or as the path itself', () => {
    put(exportFiles())
    execFileSync('mkfifo', [join(root, 'pipe')])
    expect(codes(readPackagePath(root))).toEqual([['path-special', 'part', 'pipe']])
    expect(codes(readPackagePath(join(root, 'pipe')))).toEqual([['path-special', 'package', join(root, 'pipe')]])
  })

  it('passes over folders of tools', () => {
    put(exportFiles())
    put([
      { path: '.git/config', content: 'x' },
      { path: 'node_modules/a/solution.xml', content: 'x' },
      { path: 'bin/Debug/a.zip', content: 'x' },
    ])
    const { package: read, problems } = readPackagePath(root)
    expect([problems, read?.files.length]).toEqual([[], exportFiles().length])
  })

  it('stops at folders that are no package', () => {
    put(exportFiles())
    expect(codes(readPackagePath(root, { maxEntries: 3 }))).toEqual([['folder-too-large', 'package', root]])
    writeFileSync(join(root, 'big'), '')
    truncateSync(join(root, 'big'), 300 * 1024 * 1024)
    expect(codes(readPackagePath(root))).toEqual([['folder-too-large', 'package', root]])
    expect(codes(readPackagePath(join(root, 'big')))).toEqual([['folder-too-large', 'package', join(root, 'big')]])
  })

  it('says what may not be read', () => {
    put(exportFiles())
    chmodSync(root, 0o755)
    chmodSync(join(root, 'manifest.json'), 0)
    const [first] = codes(withoutRoot(() => readPackagePath(root)))
    expect(first).toEqual(['path-not-permitted', 'part', 'manifest.json'])
  })
})

/** Permissions do not hold for root, as whom containers often run tests. */
function withoutRoot<Value>(look: () => Value): Value {
  if (process.getuid?.() !== 0) return look()
  const nobody = 65534
  process.seteuid?.(nobody)
  try {
    return look()
  } finally {
    process.seteuid?.(0)
  }
}

describe('writing', () => {
  const sample = mustRead(exportFiles())
  const refusal = (writing: ReturnType<typeof writePackageFile>) => (writing.ok ? '' : writing.problem.code)

  it('never goes over what is there', () => {
    const file = join(root, 'kept.zip')
    writeFileSync(file, 'mine')
    expect(refusal(writePackageFile(sample, file))).toBe('path-exists')
    expect(readFileSync(file, 'utf8')).toBe('mine')
    expect(refusal(writePackageFolder(sample, root))).toBe('path-exists')
    expect(refusal(writePackageFolder(sample, file))).toBe('path-exists')
    expect(readdirSync(root)).toEqual(['kept.zip'])
  })

  it('takes an empty folder', () => {
    const folder = join(root, 'empty')
    mkdirSync(folder)
    expect(writePackageFolder(sample, folder)).toEqual({ ok: true })
    expect(existsSync(join(folder, 'manifest.json'))).toBe(true)
  })

  it('leaves nothing behind when it fails', () => {
    const [file] = sample.files
    if (file === undefined) throw new Error('no file')
    const clash = { ...sample, files: [...sample.files, { ...file, path: 'manifest.json/inner.txt' }] }
    expect(refusal(writePackageFolder(clash, join(root, 'clash')))).not.toBe('')
    expect(
      refusal(writePackageFolder({ ...sample, files: [{ ...file, path: '../../out.txt' }] }, join(root, 'out'))),
    ).toBe('name-traversal')
    expect(refusal(writePackageFile(sample, join(root, 'no/such/folder.zip')))).toBe('path-not-found')
    expect(readdirSync(root)).toEqual([])
  })
})
