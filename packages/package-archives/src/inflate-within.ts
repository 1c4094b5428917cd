import { Inflate, inflateSync } from 'fflate'
import { type PlatformZlib, platformZlib } from './platform-zlib.ts'

export interface Inflation {
  /** `larger`: the data go on after `size` bytes; `damaged`: they cannot be inflated, or end before `size` bytes. */
  readonly outcome: 'complete' | 'larger' | 'smaller' | 'damaged'
  /** The unpacked bytes, `size` long; meaningful only when complete. */
  readonly bytes: Uint8Array
  /** All that was inflated, also beyond `size`. */
  readonly produced: number
}

/** Deflate packs 258 bytes into two bits at best. */
export const highestRatio = 1032
const smallestStep = 256
const largestStep = 16 * 1024

/**
 * Inflates raw deflate data that declare to hold `size` bytes. Node’s zlib does it where it is there, and stops at the
 * first byte too many. Elsewhere, and for data that are not what they declare to be, they are fed in steps so small that
 * what comes out cannot pass `ceiling` (by more than one smallest step: 258 KiB), however much they lie: fflate inflates
 * each step whole, and has no limit of its own.
 */
export function inflateWithin(data: Uint8Array, size: number, ceiling: number): Inflation {
  const zlib = platformZlib()
  if (zlib === undefined) return inflateAnywhere(data, size, ceiling)
  return inflateNatively(data, size, zlib) ?? inflateInSteps(data, size, ceiling)
}

/** What {@link inflateWithin} does where the platform has no zlib. */
export function inflateAnywhere(data: Uint8Array, size: number, ceiling: number): Inflation {
  return inflateSmall(data, size, ceiling) ?? inflateInSteps(data, size, ceiling)
}

function inflateInSteps(data: Uint8Array, size: number, ceiling: number): Inflation {
  const bytes = new Uint8Array(size)
  let produced = 0
  const inflate = new Inflate((chunk) => {
    if (produced + chunk.length <= size) bytes.set(chunk, produced)
    produced += chunk.length
  })
  let position = 0
  try {
    do {
      const safe = Math.floor((ceiling - produced) / highestRatio)
      const end = Math.min(position + Math.min(largestStep, Math.max(smallestStep, safe)), data.length)
      inflate.push(data.subarray(position, end), end === data.length)
      position = end
      if (produced > size) return { outcome: 'larger', bytes, produced }
    } while (position < data.length)
  } catch {
    return { outcome: 'damaged', bytes, produced }
  }
  return { outcome: produced === size ? 'complete' : 'smaller', bytes, produced }
}

/** The smallest buffer that Node’s zlib takes. */
const leastChunk = 64

/** Nothing where the data are not what they declare to be: then the steps find out how. */
function inflateNatively(data: Uint8Array, size: number, zlib: PlatformZlib): Inflation | undefined {
  try {
    // One more than declared, to see whether they go on without a second buffer.
    const chunkSize = Math.max(leastChunk, size + 1)
    const bytes = zlib.inflateRawSync(data, { maxOutputLength: Math.max(1, size), chunkSize })
    if (bytes.length !== size) return undefined
    // Small ones lie in a pool of Node’s beside bytes of others, which nobody who gets these may reach.
    const isPooled = bytes.buffer.byteLength > chunkSize
    const own = isPooled ? Uint8Array.from(bytes) : new Uint8Array(bytes.buffer, bytes.byteOffset, size)
    return { outcome: 'complete', bytes: own, produced: size }
  } catch {
    return undefined
  }
}

/**
 * What fits into one step needs no steps, and a buffer that does not grow no copying. Nothing where the data are not what
 * they declare to be: then the steps find out how.
 */
function inflateSmall(data: Uint8Array, size: number, ceiling: number): Inflation | undefined {
  if (data.length === 0 || data.length > largestStep || data.length * highestRatio > ceiling) return undefined
  try {
    // One more than declared, to see whether they go on; fflate drops what does not fit.
    const bytes = inflateSync(data, { out: new Uint8Array(size + 1) })
    return bytes.length === size ? { outcome: 'complete', bytes, produced: size } : undefined
  } catch {
    return undefined
  }
}
