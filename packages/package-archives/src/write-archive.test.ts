import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { isArchive } from './looks-like.ts'
import { openArchive } from './open-archive.ts'
import { text } from './testing/craft-zip.ts'
import { type ArchiveSource, type WriteArchiveOptions, writeArchive } from './write-archive.ts'

function write(sources: readonly ArchiveSource[], options?: WriteArchiveOptions): Uint8Array {
  const writing = writeArchive(sources, options)
  if (!writing.ok) throw new Error(writing.problem.what)
  return writing.bytes
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

const segment = fc
  .stringMatching(/^[a-zé日$ _-]{0,8}[a-z0-9é日]$/)
  .filter((name) => !/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name))
const sources = fc.uniqueArray(
  fc.record({
    path: fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => `${segments.join('/')}.txt`),
    bytes: fc.uint8Array({ maxLength: 2000 }),
  }),
  { selector: (source) => source.path, maxLength: 12 },
)

describe('writing', () => {
  it('and opening gives what was written, without a problem', () => {
    fc.assert(
      fc.property(sources, fc.constantFrom('deflate' as const, 'store' as const), (written, method) => {
        const bytes = write(written, { method })
        expect(isArchive(bytes)).toBe(true)
        const { entries, problems } = openArchive(bytes)
        const effects = problems.map((problem) => problem.code).filter((code) => code !== 'empty-archive')
        expect(effects).toEqual([])
        const read = entries.map((entry) => [entry.path, entry.bytes()])
        const expected = written.map(({ path, bytes: content }) => [path, { ok: true, bytes: content }])
        expect(new Map(read as [string, unknown][])).toEqual(new Map(expected as [string, unknown][]))
        expect(entries.map((entry) => entry.path)).toEqual(written.map(({ path }) => path).sort())
        expect(unzipSync(bytes)).toEqual(Object.fromEntries(written.map(({ path, bytes: content }) => [path, content])))
      }),
    )
  })

  it('gives the same bytes whatever the order of the sources', () => {
    fc.assert(
      fc.property(sources, (written) => {
        expect(write([...written].reverse())).toEqual(write(written))
      }),
    )
  })

  it('gives these bytes', () => {
    expect(hex(write([{ path: 'b/' }, { path: 'a', bytes: text('hi') }], { method: 'store' }))).toBe(
      [
        ...[
          '504b0304',
          '1400',
          '0000',
          '0000',
          '00002100',
          'ac2a93d8',
          '02000000',
          '02000000',
          '0100',
          '0000',
          '61',
          '6869',
        ],
        ...['504b0304', '1400', '0000', '0000', '00002100', '00000000', '00000000', '00000000', '0200', '0000', '622f'],
        ...['504b0102', '1400', '1400', '0000', '0000', '00002100', 'ac2a93d8', '02000000', '02000000', '0100'],
        ...['0000', '0000', '0000', '0000', '00000000', '00000000', '61'],
        ...['504b0102', '1400', '1400', '0000', '0000', '00002100', '00000000', '00000000', '00000000', '0200'],
        ...['0000', '0000', '0000', '0000', '00000000', '21000000', '622f'],
        ...['504b0506', '0000', '0000', '0200', '0200', '5f000000', '41000000', '0000'],
      ].join(''),
    )
  })

  it.each([
    ['../a', 'name-traversal'],
    ['/a', 'name-absolute'],
    ['a\\b', 'name-backslash'],
    ['a\0', 'name-control-character'],
    ['', 'name-empty'],
    ['__proto__', 'name-reserved'],
    ['aux.txt', 'name-not-portable'],
    ['\ud800', 'name-encoding'],
    ['é'.repeat(600), 'name-too-long'],
    ['folder/', 'folder-with-content'],
    ['twice', 'duplicate-name'],
    ['./twice', 'duplicate-name'],
  ])('refuses %j', (path, code) => {
    const writing = writeArchive([{ path: 'twice' }, { path, bytes: text('x') }], { name: 'out.zip' })
    expect(writing).toMatchObject({ ok: false, problem: { code, archive: 'out.zip' } })
  })

  it('refuses more entries than the format can count', () => {
    const many = Array.from({ length: 0x10000 }, (_, index) => ({ path: `f${index}` }))
    expect(writeArchive(many)).toMatchObject({ ok: false, problem: { code: 'too-many-entries' } })
  })
})
