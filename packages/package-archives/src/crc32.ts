/*
 * The checksum of the zip format. fflate keeps its own to itself and does not compare it when reading;
 * platforms offer none that exists in both browsers and Node.
 */
const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let remainder = index
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? 0xedb88320 ^ (remainder >>> 1) : remainder >>> 1
  return remainder
})

/** CRC-32 (ISO 3309) as an unsigned number. */
export function crc32(bytes: Uint8Array): number {
  let remainder = 0xffffffff
  // Indexed loop: this runs over every unpacked byte.
  for (let index = 0; index < bytes.length; index++) {
    remainder = (table[(remainder ^ (bytes[index] ?? 0)) & 0xff] ?? 0) ^ (remainder >>> 8)
  }
  return ~remainder >>> 0
}
