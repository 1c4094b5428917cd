import fc from 'fast-check'
import { deflateSync, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type ArchiveBudget, createBudget } from './archive-budget.ts'
import { type ArchiveReading, openArchive } from './open-archive.ts'
import { concat, craftZip, number, text } from './testing/craft-zip.ts'
import { writeArchive } from './write-archive.ts'

/** One smallest step of inflation, at the highest ratio deflate has. */
const overshoot = 256 * 1032

function write(sources: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const writing = writeArchive(Object.entries(sources).map(([path, bytes]) => ({ path, bytes })))
  if (!writing.ok) throw new Error(writing.problem.what)
  return writing.bytes
}

/** Reads everything there is, nested archives included, and returns the codes of all problems met. */
function exhaust(reading: ArchiveReading, budget: ArchiveBudget, codes = new Set<string>()): Set<string> {
  for (const problem of reading.problems) codes.add(problem.code)
  for (const entry of reading.entries) {
    const content = entry.bytes()
    if (content.ok) expect(content.bytes.length).toBe(entry.size)
    else codes.add(content.problem.code)
    if (entry.path.endsWith('.zip')) exhaust(entry.archive(), budget, codes)
    expect(budget.used.bytes).toBeLessThanOrEqual(budget.limits.maxTotalBytes + overshoot)
    expect(budget.used.entries).toBeLessThanOrEqual(budget.limits.maxEntries)
  }
  return codes
}

describe('bombs', () => {
  it('nested in a tree spend one budget between them', () => {
    let bomb = write({ 'zeros.bin': new Uint8Array(2 ** 20) })
    for (let level = 0; level < 4; level++) {
      bomb = write(Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`${index}.zip`, bomb])))
    }
    expect(bomb.length).toBeLessThan(20_000)
    const budget = createBudget({ maxTotalBytes: 16 * 2 ** 20, maxDepth: 9 })
    expect(exhaust(openArchive(bomb, { budget }), budget)).toContain('budget-spent')

    const narrow = createBudget({ maxEntries: 200, maxDepth: 9 })
    expect(exhaust(openArchive(bomb, { budget: narrow }), narrow)).toContain('too-many-entries')
  })

  it('nested in a chain end at the depth allowed, and the last level is not even unpacked', () => {
    let chain = write({ 'a.txt': text('bottom') })
    for (let level = 0; level < 20; level++) chain = write({ 'a.zip': chain })
    const budget = createBudget({ maxDepth: 3 })
    let reading = openArchive(chain, { budget, name: 'top.zip' })
    while (reading.entries[0]) reading = reading.entries[0].archive()
    expect(reading).toMatchObject({
      name: 'top.zip!a.zip!a.zip!a.zip',
      problems: [{ code: 'too-deep', what: expect.stringContaining('level 4, where 3 are allowed') }],
    })
    expect(budget.used.entries).toBe(3)
  })

  it('that declare little and unpack to much are stopped near what they declare', () => {
    const data = deflateSync(new Uint8Array(2 ** 27))
    const { bytes } = craftZip([{ name: 'a', method: 8, data, size: 1000 }])
    const budget = createBudget({ maxEntryBytes: 2 ** 20 })
    const reading = openArchive(bytes, { budget }).entries[0]?.bytes()
    expect(reading).toMatchObject({ ok: false, problem: { code: 'size-mismatch' } })
    expect(budget.used.bytes).toBeLessThan(2 ** 20 + overshoot)
  })

  it('that let entries share their data are refused without unpacking anything', () => {
    const { bytes, unpacked } = overlappingBomb(50, 2 ** 16)
    const honest = Object.values(unzipSync(bytes)).reduce((sum, content) => sum + content.length, 0)
    expect(honest).toBe(unpacked)
    const budget = createBudget()
    const { entries, problems } = openArchive(bytes, { budget })
    expect(problems.map((problem) => problem.code)).toEqual(Array(50).fill('overlapping-entries'))
    expect(entries.map((entry) => entry.bytes().ok)).toEqual(Array(50).fill(false))
    expect(budget.used.bytes).toBe(0)
  })
})

/**
 * Each entry's data begin with a stored block that quotes the next entry's header, and go on with that entry's data, so
 * that all of them unpack the same last block.
 */
function overlappingBomb(count: number, size: number): { readonly bytes: Uint8Array; readonly unpacked: number } {
  let content: Uint8Array = new Uint8Array(size)
  let data: Uint8Array = deflateSync(content)
  let unpacked = 0
  const lines: { readonly name: string; readonly content: Uint8Array; readonly data: Uint8Array }[] = []
  for (let index = count - 1; index >= 0; index--) {
    const name = `${String(index).padStart(4, '0')}.bin`
    lines.unshift({ name, content, data })
    unpacked += content.length
    const header = craftZip([{ name, method: 8, content, data }]).bytes.subarray(0, 30 + name.length)
    const quote = concat(number(0, 1), number(header.length, 2), number(0xffff - header.length, 2))
    content = concat(header, content)
    data = concat(quote, header, data)
  }
  // Without the first quote, which no entry unpacks. Each entry begins one header and one quote after the one before.
  const body = data.subarray(5)
  const step = 30 + '0000.bin'.length + 5
  const { bytes: list } = craftZip(
    lines.map((line, index) => ({ ...line, method: 8, offset: index * step, isListedOnly: true })),
  )
  const start = list.length - 22
  const end = concat(list.subarray(start, -6), number(body.length, 4), number(0, 2))
  return { bytes: concat(body, list.subarray(0, start), end), unpacked }
}

describe('damage', () => {
  const files = fc.dictionary(
    // Letters that cannot spell the name of a Windows device.
    fc.stringMatching(/^[d-k]{1,8}(\/[d-k]{1,8})?\.(txt|zip)$/),
    fc.uint8Array({ maxLength: 300 }),
    {
      maxKeys: 5,
      noNullPrototype: true,
    },
  )
  const edits = fc.array(
    fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), kind: fc.nat(4), byte: fc.nat(255) }),
    { minLength: 1, maxLength: 8 },
  )
  const tight = { maxTotalBytes: 3000, maxEntryBytes: 2000, maxEntries: 12, maxRatio: 20, ratioFloorBytes: 400 }

  function damage(bytes: Uint8Array, changes: readonly { at: number; kind: number; byte: number }[]): Uint8Array {
    let result: Uint8Array = bytes.slice()
    for (const { at, kind, byte } of changes) {
      const place = Math.floor(at * result.length)
      if (kind === 0) result = result.slice(0, place)
      else if (kind === 1) result = concat(result.slice(0, place), number(byte, 1), result.slice(place))
      else if (kind === 2) result = concat(result.slice(0, place), result.slice(place + byte))
      else result[place] = kind === 3 ? byte : (result[place] ?? 0) ^ (1 << (byte % 8))
    }
    return result
  }

  it('of any kind is told in values, within the budget', () => {
    fc.assert(
      fc.property(files, fc.boolean(), edits, (sources, nest, changes) => {
        const inner = write(sources)
        const bytes = damage(nest ? write({ 'a.zip': inner, 'b.txt': text('b') }) : inner, changes)
        const budget = createBudget(tight)
        exhaust(openArchive(bytes, { budget }), budget)
      }),
      { numRuns: 3000 },
    )
  })

  it('gives the same result each time, and never other content than was written', () => {
    fc.assert(
      fc.property(files, edits, (sources, changes) => {
        const bytes = damage(write(sources), changes)
        const read = () => openArchive(bytes).entries.map((entry) => [entry.path, entry.bytes()] as const)
        expect(read()).toEqual(read())
        // The checksum guards content, not names: a damaged name may come with any of the contents.
        const written = new Set(Object.values(sources).map((content) => content.join()))
        for (const [, content] of read()) {
          if (content.ok && content.bytes.length > 0) expect(written).toContain(content.bytes.join())
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('to random bytes that only end like an archive is told as well', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(3), fc.nat(80), (noise, count, start) => {
        const { bytes } = craftZip([], { count, start, size: 46 * count })
        const budget = createBudget(tight)
        exhaust(openArchive(concat(text('PK\x03\x04'), noise, text('PK\x01\x02'), noise, bytes), { budget }), budget)
      }),
    )
  })

  it('at every place of a small archive, and every cut of it, is told as well', () => {
    const bytes = write({ 'a.txt': text('hello hello hello'), 'b/c.txt': text('x') })
    for (let place = 0; place < bytes.length; place++) {
      const cut = openArchive(bytes.subarray(0, place))
      expect(cut.problems[0]?.effect).toBe('archive')
      for (const byte of [0, 1, 0x7f, 0xff]) {
        const changed = bytes.slice()
        changed[place] = byte
        const budget = createBudget(tight)
        exhaust(openArchive(changed, { budget }), budget)
      }
    }
  })
})
