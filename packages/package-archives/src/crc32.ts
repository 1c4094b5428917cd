import { platformZlib } from './platform-zlib.ts'

/*
 * The checksum of the zip format. fflate keeps its own to itself and does not compare it when reading; Node has it,
 * browsers have none.
 */

/** Below this many bytes asking Node takes longer than counting. */
const fewBytes = 32

/** CRC-32 (ISO 3309) as an unsigned number. */
export function crc32(bytes: Uint8Array): number {
  return (bytes.length < fewBytes ? undefined : platformZlib()?.crc32?.(bytes)) ?? crc32Anywhere(bytes)
}

let made: readonly Uint32Array[] | undefined

/** Table `n` gives what a byte is worth `n` bytes further on, so that eight bytes need no eight steps one after the other. */
function tables(): readonly Uint32Array[] {
  if (made !== undefined) return made
  const all = Array.from({ length: 8 }, () => new Uint32Array(256))
  const first = all[0] ?? new Uint32Array(256)
  for (let index = 0; index < 256; index++) {
    let remainder = index
    for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? 0xedb88320 ^ (remainder >>> 1) : remainder >>> 1
    first[index] = remainder
  }
  for (let place = 1; place < 8; place++) {
    const [table, before] = [all[place] ?? first, all[place - 1] ?? first]
    for (let index = 0; index < 256; index++) {
      const value = before[index] ?? 0
      table[index] = (first[value & 0xff] ?? 0) ^ (value >>> 8)
    }
  }
  made = all
  return all
}

/** What {@link crc32} does where the platform has none. */
export function crc32Anywhere(bytes: Uint8Array): number {
  const [t0 = none, t1 = none, t2 = none, t3 = none, t4 = none, t5 = none, t6 = none, t7 = none] = tables()
  const at = (index: number): number => bytes[index] ?? 0
  let remainder = 0xffffffff
  let index = 0
  for (; index + 8 <= bytes.length; index += 8) {
    const low = remainder ^ (at(index) | (at(index + 1) << 8) | (at(index + 2) << 16) | (at(index + 3) << 24))
    remainder =
      (t7[low & 0xff] ?? 0) ^
      (t6[(low >>> 8) & 0xff] ?? 0) ^
      (t5[(low >>> 16) & 0xff] ?? 0) ^
      (t4[low >>> 24] ?? 0) ^
      (t3[at(index + 4)] ?? 0) ^
      (t2[at(index + 5)] ?? 0) ^
      (t1[at(index + 6)] ?? 0) ^
      (t0[at(index + 7)] ?? 0)
  }
  for (; index < bytes.length; index++) remainder = (t0[(remainder ^ at(index)) & 0xff] ?? 0) ^ (remainder >>> 8)
  return ~remainder >>> 0
}

const none = new Uint32Array(256)
