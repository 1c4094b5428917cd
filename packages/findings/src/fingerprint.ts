/** What makes a finding the same finding after lines have moved. */
export interface FingerprintParts {
  readonly ruleId: string
  readonly file: string
  readonly pointer?: string
  readonly message: { readonly what: string }
}

/** Stands between two parts; no UTF-16 code unit has this value, so no text can imitate it. */
const separator = 0x10000

/**
 * Identity of a finding as 16 hexadecimal digits: rule id, file, JSON pointer and the sentence that says what
 * is wrong, hashed. Line, column, severity, reason and advice take no part, so that moving a line, changing a
 * profile or wording advice better keeps it. `ordinal` counts, from 0, findings in one subject that are equal
 * in all of these.
 *
 * The hash is two multiplicative 32-bit hashes over UTF-16 code units with different multipliers, crossed at
 * the end. It is quick, synchronous and the same everywhere; it guards against accidents, not against people
 * who want two findings to look alike.
 */
export function fingerprintOf(parts: FingerprintParts, ordinal = 0): string {
  let first = 0x811c9dc5
  let second = 0x9e3779b9
  const add = (text: string): void => {
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index)
      first = Math.imul(first ^ unit, 0x01000193)
      second = Math.imul(second ^ unit, 0x5bd1e995)
      second ^= second >>> 15
    }
    first = Math.imul(first ^ separator, 0x01000193)
    second = Math.imul(second ^ separator, 0x5bd1e995)
  }
  add(parts.ruleId)
  add(parts.file)
  add(parts.pointer ?? '')
  add(parts.message.what)
  if (ordinal > 0) add(String(ordinal))
  return hex(mix(first ^ Math.imul(second, 0x85ebca6b))) + hex(mix(second ^ Math.imul(first, 0xc2b2ae35)))
}

/** Spreads every input bit over all 32 (the finishing step of MurmurHash3). */
function mix(value: number): number {
  let mixed = value ^ (value >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0')
}
