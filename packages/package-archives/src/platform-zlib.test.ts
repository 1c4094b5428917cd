import { crc32 as crc32OfNode, deflateRawSync, inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crc32, crc32Anywhere } from './crc32.ts'
import { inflateAnywhere, inflateWithin } from './inflate-within.ts'
import { platformZlib } from './platform-zlib.ts'

const ceiling = 2 ** 20

/** Content that repeats itself here and there, so that packing it gives blocks of every kind. */
const content = fc
  .array(fc.tuple(fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 1, max: 60 })), { maxLength: 12 })
  .map((parts) =>
    Uint8Array.from(
      parts.flatMap(
        ([bytes, times]) =>
          Array(times)
            .fill([...bytes])
            .flat() as number[],
      ),
    ),
  )

/** Packed data as they are, cut, changed at some places, or with something behind them. */
const packed = fc
  .record({
    content,
    level: fc.constantFrom(0, 1, 6, 9),
    cut: fc.option(fc.nat({ max: 200 })),
    changes: fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 3 }),
    tail: fc.uint8Array({ maxLength: 8 }),
    lie: fc.constantFrom(0, 0, 0, -1, 1, 1000),
  })
  .map(({ content, level, cut, changes, tail, lie }) => {
    const whole = Uint8Array.from([...deflateRawSync(content, { level }), ...tail])
    for (const [place, value] of changes) if (whole.length > 0) whole[place % whole.length] = value
    return { data: cut === null ? whole : whole.subarray(0, cut), size: Math.max(0, content.length + lie) }
  })

describe('with the zlib of the platform', () => {
  it('there is one here, so that the comparisons compare something', () => {
    expect(platformZlib()?.inflateRawSync).toBe(inflateRawSync)
    expect(platformZlib()?.crc32).toBe(crc32OfNode)
  })

  it('whatever the data, the same comes out as without', () => {
    fc.assert(
      fc.property(packed, ({ data, size }) => {
        const here = inflateWithin(data, size, ceiling)
        const elsewhere = inflateAnywhere(data, size, ceiling)
        expect({ outcome: here.outcome, produced: here.produced }).toEqual({
          outcome: elsewhere.outcome,
          produced: elsewhere.produced,
        })
        if (here.outcome === 'complete') expect(here.bytes).toEqual(elsewhere.bytes)
      }),
      { numRuns: 3000 },
    )
  })

  it('what comes out is memory of its own, large or small', () => {
    for (const size of [0, 1, 50, 3000, 5000, 100_000]) {
      const { bytes, outcome } = inflateWithin(deflateRawSync(new Uint8Array(size).fill(7)), size, ceiling)
      expect(outcome).toBe('complete')
      expect(Object.getPrototypeOf(bytes)).toBe(Uint8Array.prototype)
      expect(bytes.buffer.byteLength).toBeLessThanOrEqual(Math.max(64, size + 1))
    }
  })

  it('data that go on are given up where they pass what they declare', () => {
    const data = deflateRawSync(new Uint8Array(2 ** 24))
    expect(inflateWithin(data, 1000, ceiling)).toMatchObject({ outcome: 'larger' })
  })

  it('checksums are the same', () => {
    expect(crc32Anywhere(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(crc32Anywhere(bytes)).toBe(crc32OfNode(bytes))
        expect(crc32(bytes)).toBe(crc32OfNode(bytes))
      }),
    )
  })
})
