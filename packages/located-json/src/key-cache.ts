const size = 4096

/** Hands out one shared string for equal short texts, so that repeated keys cost no memory and compare by identity. */
export class KeyCache {
  readonly #slots: string[] = new Array<string>(size).fill('')

  /** The text between two offsets, taken from the cache when it was seen before. */
  take(text: string, start: number, end: number): string {
    const length = end - start
    if (length === 0) return ''
    if (length > 32) return text.slice(start, end)
    const slot =
      (length * 31 +
        text.charCodeAt(start) * 7 +
        text.charCodeAt(end - 1) * 131 +
        text.charCodeAt(start + (length >> 1)) * 1031) &
      (size - 1)
    const known = this.#slots[slot]
    if (known !== undefined && known.length === length && text.startsWith(known, start)) return known
    const fresh = text.slice(start, end)
    this.#slots[slot] = fresh
    return fresh
  }
}
