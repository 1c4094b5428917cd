/**
 * A value of any shape as a database takes it: PostgreSQL refuses texts with a NUL or with half of a character that is
 * written in two halves, which files and servers of strangers may hold. Either becomes U+FFFD. The very same value where there
 * is none.
 */
export function storable<Value>(value: Value): Value {
  // Of the same shape: texts become texts, and all else stays.
  return storableParts(value) as Value
}

function storableParts(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value)
  if (Array.isArray(value)) {
    const parts = value.map(storableParts)
    return parts.every((part, index) => part === value[index]) ? value : parts
  }
  // Moments, bytes and the like hold no texts.
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  const entries = Object.entries(value)
  const parts = entries.map(([name, part]) => [storableText(name), storableParts(part)] as const)
  const isSame = parts.every(([name, part], index) => name === entries[index]?.[0] && part === entries[index]?.[1])
  return isSame ? value : Object.fromEntries(parts)
}

function storableText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed()
  return whole.includes('\0') ? whole.replaceAll('\0', '\ufffd') : whole
}
