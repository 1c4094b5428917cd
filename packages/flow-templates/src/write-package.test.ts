import { openArchive, writeArchive } from '@sevenstep/package-archives'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentHash } from './content-hash.ts'
import { mustRead, zipOf } from './fixtures/read.ts'
import { exportFiles } from './fixtures/sample-export.ts'
import { solutionFiles, unpackedFiles } from './fixtures/sample-solution.ts'
import type { FlowPackage } from './model/flow-package.ts'
import { writePackage } from './write-package.ts'

const samples = [
  ['an export', exportFiles()],
  ['a solution', solutionFiles()],
  ['an unpacked solution', unpackedFiles()],
] as const

function written(flowPackage: FlowPackage): Uint8Array {
  const writing = writePackage(flowPackage)
  if (!writing.ok) throw new Error(writing.problem.message.what)
  return writing.bytes
}

describe.each(samples)('%s', (_, files) => {
  it('is written with every byte of every file', () => {
    const { entries, problems } = openArchive(written(mustRead(files)))
    expect(problems).toEqual([])
    const encoder = new TextEncoder()
    const given = files.map(({ path, content }) => [
      path,
      typeof content === 'string' ? encoder.encode(content) : content,
    ])
    const found = entries.map((entry) => {
      const content = entry.bytes()
      return [entry.path, content.ok ? content.bytes : undefined]
    })
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(given))
  })

  it('comes out as the same bytes, whatever order its files came in', () => {
    const expected = written(mustRead(files))
    fc.assert(
      fc.property(fc.shuffledSubarray([...files], { minLength: files.length }), (shuffled) => {
        expect(written(mustRead(shuffled))).toEqual(expected)
      }),
      { numRuns: 10 },
    )
    expect(written(mustRead(expected))).toEqual(expected)
  })

  it('has one content hash, as a zip however packed and as files', async () => {
    const hash = await contentHash(mustRead(files))
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    const encoder = new TextEncoder()
    const stored = writeArchive(
      files.map(({ path, content }) => ({
        path,
        bytes: typeof content === 'string' ? encoder.encode(content) : content,
      })),
      { method: 'store' },
    )
    const others = [
      zipOf(files),
      stored.ok ? stored.bytes : '',
      [...files].reverse(),
      [...files, { path: '.DS_Store', content: 'x' }],
    ]
    for (const other of others) expect(typeof other === 'string' || (await contentHash(mustRead(other)))).toBe(hash)
  })

  it('has another content hash when any file has another byte or name', async () => {
    const hash = await contentHash(mustRead(files))
    const [first] = files.slice(-1)
    if (first === undefined) throw new Error('no file')
    const others = [
      [...files, { path: 'x', content: '' }],
      [...files, { path: 'y', content: '' }],
      files.filter((file) => file !== first),
      [...files.filter((file) => file !== first), { path: first.path, content: `${first.content} ` }],
    ]
    const hashes = await Promise.all(others.map((other) => contentHash(mustRead(other))))
    expect(new Set([hash, ...hashes]).size).toBe(others.length + 1)
  })
})

it('folders are kept', () => {
  const zip = zipOf([...exportFiles(), { path: 'Microsoft.Flow/', content: '' }])
  expect(
    openArchive(written(mustRead(zip)))
      .entries.filter(({ isFolder }) => isFolder)
      .map(({ path }) => path),
  ).toEqual(['Microsoft.Flow'])
})

it('names that no archive may have are refused', () => {
  const sample = mustRead(exportFiles())
  const [file] = sample.files
  if (file === undefined) throw new Error('no file')
  const writing = writePackage({ ...sample, files: [...sample.files, { ...file, path: '../out' }] })
  expect(writing.ok ? '' : writing.problem.code).toBe('name-traversal')
})
