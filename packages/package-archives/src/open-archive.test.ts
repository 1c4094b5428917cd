import { deflateSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { createBudget } from './archive-budget.ts'
import { archiveProblemTexts } from './archive-problem-texts.ts'
import { crc32 } from './crc32.ts'
import { openArchive } from './open-archive.ts'
import { concat, craftZip, latin, number, text, zip } from './testing/craft-zip.ts'

const sound = { name: 'a.txt', content: 'hello' }
const utf8 = 1 << 11

/** [what is wrong, bytes, codes in order, entries as path or !path where the content is refused] */
type Row = readonly [string, Uint8Array, readonly string[], readonly string[]]

function summary(bytes: Uint8Array, limits = {}) {
  const { entries, problems } = openArchive(bytes, { budget: createBudget(limits), name: 'test.zip' })
  return {
    codes: problems.map((problem) => problem.code),
    listed: entries.map((entry) => (entry.refusal ? `!${entry.path}` : entry.path)),
  }
}

const whole: readonly Row[] = [
  ['nothing wrong', zip(sound), [], ['a.txt']],
  ['nothing wrong, deflated', zip({ ...sound, method: 8 }), [], ['a.txt']],
  ['no entries', zip(), ['empty-archive'], []],
  ['no bytes', new Uint8Array(), ['not-a-zip'], []],
  ['a text', text('hello'), ['not-a-zip'], []],
  ['cut in the list', zip(sound).slice(0, -30), ['truncated'], []],
  ['cut in the end record', zip(sound).slice(0, -1), ['truncated'], []],
  ['cut in the comment', craftZip([sound], { declaredComment: 9 }).bytes, ['truncated'], []],
  ['bytes before', concat(text('MZ program'), zip(sound)), ['leading-bytes'], ['a.txt']],
  ['bytes after', concat(zip(sound), text('more')), ['trailing-bytes'], ['a.txt']],
  ['64 KiB and more after', concat(zip(sound), new Uint8Array(70_000)), ['truncated'], []],
  ['two archives end to end', concat(zip(sound), zip({ name: 'b', content: 'x' })), ['ambiguous-archive'], []],
  ['an archive in the comment', craftZip([sound], { comment: zip() }).bytes, ['ambiguous-archive'], []],
  ['cut after a stored archive', zip({ name: 'b.zip', content: zip(sound) }).slice(0, -60), ['ambiguous-archive'], []],
  ['a wrong count', craftZip([sound], { count: 2 }).bytes, ['directory-broken'], []],
  ['a hidden entry by count', craftZip([sound, { name: 'b' }], { count: 1 }).bytes, ['directory-broken'], []],
  ['a list past the end', craftZip([sound], { start: 9999 }).bytes, ['directory-broken'], []],
  ['a list too large', craftZip([sound], { size: 9999 }).bytes, ['directory-broken'], []],
  ['a list too small', craftZip([sound], { size: 40 }).bytes, ['directory-broken'], []],
  ['another volume', craftZip([sound], { disk: 1 }).bytes, ['multi-disk'], []],
  ['bytes between entries', zip({ ...sound, after: text('hidden') }), ['unlisted-bytes'], ['a.txt']],
  ['bytes after the list', craftZip([sound], { before: text('signature') }).bytes, ['unlisted-bytes'], ['a.txt']],
  ['a data descriptor', zip({ ...sound, flags: 8, after: new Uint8Array(16) }), [], ['a.txt']],
]

const names: readonly Row[] = [
  ['climbs', zip({ name: '../a' }), ['name-traversal'], []],
  ['climbs further in', zip({ name: 'a/../../b' }), ['name-traversal'], []],
  ['climbs with backslashes', zip({ name: 'a\\..\\b' }), ['name-traversal'], []],
  ['is absolute', zip({ name: '/etc/passwd' }), ['name-absolute'], []],
  ['is on a share', zip({ name: '\\\\server\\a' }), ['name-absolute'], []],
  ['has a drive', zip({ name: 'C:\\a' }), ['name-absolute'], []],
  ['has a drive without a slash', zip({ name: 'c:a' }), ['name-absolute'], []],
  ['holds NUL', zip({ name: 'a.txt\0.exe' }), ['name-control-character'], []],
  ['is turned around', zip({ name: 'a\u202egpj.exe', flags: utf8 }), ['name-control-character'], []],
  ['is empty', zip({ name: '' }), ['name-empty'], []],
  ['is a dot', zip({ name: './' }), ['name-empty'], []],
  ['is long', zip({ name: 'a'.repeat(1025) }), ['name-too-long'], []],
  ['is just not too long', zip({ name: 'a'.repeat(1024) }), [], ['a'.repeat(1024)]],
  ['is deep', zip({ name: 'a/'.repeat(65) }), ['name-too-long'], []],
  ['is __proto__', zip({ name: '__proto__' }), ['name-reserved'], []],
  ['has a folder __proto__', zip({ name: 'a/__proto__/b' }), ['name-reserved'], []],
  ['has backslashes', zip({ name: 'a\\b.txt' }), ['name-backslash'], ['a/b.txt']],
  ['is a device', zip({ name: 'a/NUL.txt' }), ['name-not-portable'], ['a/NUL.txt']],
  ['ends in a dot', zip({ name: 'a.' }), ['name-not-portable'], ['a.']],
  ['has a star', zip({ name: 'a*.txt' }), ['name-not-portable'], ['a*.txt']],
  ['is untidy', zip({ name: './a//b/./c' }), [], ['a/b/c']],
  ['is UTF-8', zip({ name: 'Über.txt', flags: utf8 }), [], ['Über.txt']],
  ['is UTF-8 unmarked', zip({ name: 'Über.txt' }), ['name-encoding'], ['Über.txt']],
  ['is code page 437', zip({ name: latin('\x9aber.txt') }), [], ['Über.txt']],
  ['is not UTF-8', zip({ name: latin('\x9aber.txt'), flags: utf8 }), ['name-encoding'], ['Über.txt']],
  ['has another in UTF-8', zip({ name: 'a', extra: unicodePath('a', '../b') }), ['name-traversal'], []],
  ['has an outdated other', zip({ name: 'a', extra: unicodePath('b', '../b') }), [], ['a']],
  ['is there twice', zip(sound, { ...sound, content: 'other' }), ['duplicate-name'], ['!a.txt']],
  ['is file and folder', zip({ name: 'a' }, { name: 'a/' }), ['duplicate-name'], ['!a']],
  ['is a folder twice', zip({ name: 'a/' }, { name: 'a/' }), [], ['a']],
  ['differs in case', zip(sound, { name: 'A.TXT' }), ['case-collision'], ['a.txt', 'A.TXT']],
  ['differs in accents', zip(marked('\u00e9'), marked('e\u0301')), ['case-collision'], ['\u00e9', 'e\u0301']],
  ['is a file with files in it', zip({ name: 'a/b' }, { name: 'a' }), ['file-is-folder'], ['a/b', 'a']],
]

const contents: readonly Row[] = [
  ['a symbolic link', zip({ ...sound, attributes: 0xa1ff0000 }), ['symbolic-link'], []],
  ['a device', zip({ ...sound, attributes: 0x21ff0000 }), ['special-file'], []],
  ['a plain file of Unix', zip({ ...sound, attributes: 0x81a40000 }), [], ['a.txt']],
  ['encrypted', zip({ ...sound, flags: 1 }), ['encrypted'], ['!a.txt']],
  ['LZMA', zip({ ...sound, method: 14 }), ['unsupported-method'], ['!a.txt']],
  ['a patch', zip({ ...sound, flags: 1 << 5 }), ['unsupported-method'], ['!a.txt']],
  ['in another volume', zip({ ...sound, disk: 1 }), ['entry-header-missing'], ['!a.txt']],
  ['not there', zip({ ...sound, offset: 3 }), ['entry-header-missing'], ['!a.txt']],
  ['past the end', zip({ ...sound, offset: 0xfffffff0 }), ['entry-header-missing'], ['!a.txt']],
  ['running past the end', zip({ ...sound, compressedSize: 9999 }), ['entry-header-missing'], ['!a.txt']],
  ['running into the list', zip({ ...sound, compressedSize: 6, size: 6 }), ['overlapping-entries'], ['!a.txt']],
  ['there under another name', zip({ ...sound, local: { name: 'b.txt' } }), ['header-mismatch'], ['!a.txt']],
  ['there with another method', zip({ ...sound, local: { method: 8 } }), ['header-mismatch'], ['!a.txt']],
  ['there with another size', zip({ ...sound, local: { size: 4 } }), ['header-mismatch'], ['!a.txt']],
  ['there with another checksum', zip({ ...sound, local: { checksum: 4 } }), ['header-mismatch'], ['!a.txt']],
  ['encrypted in its header', zip({ ...sound, local: { flags: 1 } }), ['header-mismatch'], ['!a.txt']],
  ['a folder with content', zip({ ...sound, name: 'a/' }), ['folder-with-content'], ['!a']],
  ['too large', zip({ ...sound, method: 8, size: 65 * 2 ** 20 }), ['entry-too-large'], ['!a.txt']],
  ['stored, smaller than declared', zip({ ...sound, size: 6 }), ['size-mismatch'], ['!a.txt']],
  ['shrunk too far', zip({ name: 'a', content: new Uint8Array(2 ** 21), method: 8 }), ['ratio-too-high'], ['!a']],
  ['shrunk far but small', zip({ name: 'a', content: new Uint8Array(2 ** 20), method: 8 }), [], ['a']],
]

function marked(name: string) {
  return { name, flags: utf8 }
}

function unicodePath(name: string, path: string): Uint8Array {
  const field = concat(number(1, 1), number(crc32(text(name)), 4), text(path))
  return concat(number(0x7075, 2), number(field.length, 2), field)
}

describe.each([
  ['an archive', whole],
  ['a name that', names],
  ['an entry that is', contents],
])('%s', (_, rows) => {
  it.each(rows)('%s', (_, bytes, codes, listed) => {
    expect(summary(bytes)).toEqual({ codes, listed })
  })
})

describe('reading an entry', () => {
  const zeros = deflateSync(new Uint8Array(100_000))
  const packed = { name: 'a', method: 8, data: zeros, content: new Uint8Array(100_000) }
  it.each([
    ['holds more than declared', { ...packed, size: 10 }, 'size-mismatch'],
    ['holds less than declared', { ...packed, size: 100_001 }, 'size-mismatch'],
    ['is empty but declares content', { ...packed, data: new Uint8Array() }, 'size-mismatch'],
    ['ends early', { ...packed, data: zeros.slice(0, -2) }, 'data-broken'],
    ['is no deflate data', { ...packed, data: new Uint8Array(200).fill(0xff) }, 'data-broken'],
    ['has another checksum', { ...packed, checksum: 1 }, 'checksum-mismatch'],
    ['is stored with another checksum', { ...sound, checksum: 1 }, 'checksum-mismatch'],
    ['is refused already', { ...sound, flags: 1 }, 'encrypted'],
  ])('that %s gives a problem', (_, entry, code) => {
    const reading = openArchive(zip(entry)).entries[0]?.bytes()
    expect(reading).toMatchObject({ ok: false, problem: { code, effect: 'entry', path: entry.name } })
  })

  it('gives the bytes, in an array of their own', () => {
    const bytes = zip(sound)
    const reading = openArchive(bytes).entries[0]?.bytes()
    expect(reading).toEqual({ ok: true, bytes: text('hello') })
    bytes.fill(0)
    expect(reading).toEqual({ ok: true, bytes: text('hello') })
  })

  it.each(['Buffer', 'shared memory'])('gives them as plain arrays also from a %s', (kind) => {
    const bytes = zip(sound, { name: 'Über', flags: utf8 })
    const given = kind === 'Buffer' ? Buffer.from(bytes) : new Uint8Array(new SharedArrayBuffer(bytes.length))
    given.set(bytes)
    const { entries } = openArchive(given)
    const reading = entries[0]?.bytes()
    given.fill(0)
    expect(reading).toEqual({ ok: true, bytes: text('hello') })
    expect(reading?.ok && reading.bytes.constructor).toBe(Uint8Array)
    expect(entries[1]?.path).toBe('Über')
  })

  it('needs no memory for sizes that cannot be, whatever the limits', () => {
    const endless = { maxEntryBytes: Infinity, maxTotalBytes: Infinity, maxRatio: Infinity }
    const field = concat(number(1, 2), number(8, 2), number(2 ** 52, 8))
    const bytes = zip({ ...packed, size: 0xffffffff, extra: field })
    const [entry] = openArchive(bytes, { budget: createBudget(endless) }).entries
    expect(entry?.size).toBe(2 ** 52)
    expect(entry?.bytes()).toMatchObject({ ok: false, problem: { code: 'size-mismatch' } })
  })

  it('charges every reading, and refuses when nothing is left', () => {
    const budget = createBudget({ maxTotalBytes: 12 })
    const [entry] = openArchive(zip(sound), { budget }).entries
    expect([entry?.bytes().ok, entry?.bytes().ok]).toEqual([true, true])
    expect(budget.used).toEqual({ entries: 1, bytes: 10 })
    expect(entry?.bytes()).toMatchObject({ ok: false, problem: { code: 'budget-spent' } })
  })
})

describe('ZIP64', () => {
  const entry = { name: 'a', content: 'hello', local: { size: 5, compressedSize: 5 } }
  const wide = concat(number(1, 2), number(24, 2), number(5, 8), number(5, 8), number(0, 8))
  const full = { ...entry, size: 0xffffffff, compressedSize: 0xffffffff, offset: 0xffffffff, extra: wide }

  function zip64(count: number, end = { count: 0xffff, size: 0xffffffff, start: 0xffffffff }): Uint8Array {
    const { listStart, listSize } = craftZip([full])
    const record = concat(
      ...[number(0x06064b50, 4), number(44, 8), number(45, 2), number(45, 2), number(0, 4), number(0, 4)],
      ...[number(count, 8), number(count, 8), number(listSize, 8), number(listStart, 8)],
    )
    const locator = concat(number(0x07064b50, 4), number(0, 4), number(listStart + listSize, 8), number(1, 4))
    return craftZip([full], { ...end, before: concat(record, locator) }).bytes
  }

  it('is read like any other', () => {
    const { entries, problems } = openArchive(zip64(1))
    expect(problems).toEqual([])
    expect(entries.map((item) => [item.path, item.size, item.bytes()])).toEqual([
      ['a', 5, { ok: true, bytes: text('hello') }],
    ])
  })

  it('is refused when its two end records disagree', () => {
    expect(summary(zip64(1, { count: 2, size: 0xffffffff, start: 0xffffffff })).codes).toEqual(['directory-broken'])
    expect(summary(zip64(2)).codes).toEqual(['directory-broken'])
  })

  it('without its end record is damaged', () => {
    const bytes = craftZip([sound], { before: concat(number(0x07064b50, 4), new Uint8Array(16)) }).bytes
    expect(summary(bytes).codes).toEqual(['directory-broken'])
  })
})

describe('a problem', () => {
  it('says what, why and what to do, quotes hostile names and names the place', () => {
    const { problems } = openArchive(concat(text('lead'), zip({ name: '../\x1b[31m"' })), { name: 'in.zip' })
    expect(problems[1]).toEqual({
      code: 'name-control-character',
      effect: 'entry',
      what: 'The name "../\\u{1b}[31m"" in "in.zip" holds a control or text-direction character.',
      why: archiveProblemTexts['name-control-character'].why,
      fix: archiveProblemTexts['name-control-character'].fix,
      archive: 'in.zip',
      path: '../\x1b[31m"',
      offset: 4 + 30 + 9,
    })
  })

  it('shortens long names and leaves no placeholder', () => {
    const [problem] = openArchive(zip({ name: `../{detail}${'x'.repeat(60_000)}` })).problems
    expect(problem?.what.length).toBeLessThan(220)
    expect(problem?.what).toContain('../{detail}')
    for (const text of Object.values(archiveProblemTexts)) {
      expect(`${text.what}${text.why}${text.fix}`).toMatch(/^[^.].*\.$/s)
    }
  })
})

it('marks what operating systems leave behind', () => {
  const { entries } = openArchive(zip({ name: '__MACOSX/._a' }, { name: 'a/.DS_Store' }, { name: 'a/b' }))
  expect(entries.map((entry) => entry.isPlatformJunk)).toEqual([true, true, false])
})
