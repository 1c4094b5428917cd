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
  takeUp(parts.ruleId, parts.file)
  add(parts.pointer ?? '')
  add(parts.message.what)
  if (ordinal > 0) add(String(ordinal))
  const high = mix(first ^ Math.imul(second, 0x85ebca6b))
  const low = mix(second ^ Math.imul(first, 0xc2b2ae35))
  return hexOf(high, low)
}

// The two hashes. Kept here, not in an object or closure: a report may hold a hundred thousand findings.
let first = 0
let second = 0

function add(text: string): void {
  let left = first
  let right = second
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    left = Math.imul(left ^ unit, 0x01000193)
    right = Math.imul(right ^ unit, 0x5bd1e995)
    right ^= right >>> 15
  }
  first = Math.imul(left ^ separator, 0x01000193)
  second = Math.imul(right ^ separator, 0x5bd1e995)
}

const mostStarts = 1000
let startsFile = ''
const starts = new Map<string, readonly [number, number]>()

/** Puts the hashes where they stand behind rule and file; most findings share these two with many others. */
function takeUp(ruleId: string, file: string): void {
  if (file !== startsFile || starts.size > mostStarts) {
    starts.clear()
    startsFile = file
  }
  const known = starts.get(ruleId)
  if (known !== undefined) {
    first = known[0]
    second = known[1]
    return
  }
  first = 0x811c9dc5
  second = 0x9e3779b9
  add(ruleId)
  add(file)
  starts.set(ruleId, [first, second])
}

/** Spreads every input bit over all 32 (the finishing step of MurmurHash3). */
function mix(value: number): number {
  let mixed = value ^ (value >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

const digits = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0))

/** In one call, because each piece of a text put together from pieces would be a text of its own. */
function hexOf(high: number, low: number): string {
  return String.fromCharCode(
    digit(high, 28),
    digit(high, 24),
    digit(high, 20),
    digit(high, 16),
    digit(high, 12),
    digit(high, 8),
    digit(high, 4),
    digit(high, 0),
    digit(low, 28),
    digit(low, 24),
    digit(low, 20),
    digit(low, 16),
    digit(low, 12),
    digit(low, 8),
    digit(low, 4),
    digit(low, 0),
  )
}

function digit(value: number, shift: number): number {
  return digits[(value >>> shift) & 15] ?? 0
}
