/** Little-endian reading that never throws: what lies outside the bytes reads as 0, so callers check bounds first. */
export function readUint16(bytes: Uint8Array, offset: number): number {
  return (bytes[offset] ?? 0) | ((bytes[offset + 1] ?? 0) << 8)
}

export function readUint32(bytes: Uint8Array, offset: number): number {
  return (readUint16(bytes, offset) | (readUint16(bytes, offset + 2) << 16)) >>> 0
}

/** Above 2^53 the result is rounded, which is far beyond any size or offset that can be right. */
export function readUint64(bytes: Uint8Array, offset: number): number {
  return readUint32(bytes, offset) + readUint32(bytes, offset + 4) * 2 ** 32
}

export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false
  // A loop: this runs over every name, and a function for each byte costs more than comparing it.
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false
  return true
}
