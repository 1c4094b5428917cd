/** Hands out one shared string for equal short texts, so that repeated keys cost no memory and compare by identity. */
export class KeyCache {
  readonly #text: string
  readonly #codes: Uint8Array
  readonly #mask: number
  readonly #known: string[]
  readonly #starts: Int32Array

  constructor(text: string, codes: Uint8Array) {
    const size = text.length < 30_000 ? 256 : 4096
    this.#text = text
    this.#codes = codes
    this.#mask = size - 1
    this.#known = new Array<string>(size).fill('')
    this.#starts = new Int32Array(size)
  }

  /** The ASCII text between two offsets, taken from the cache when it was seen before. */
  take(start: number, end: number): string {
    const length = end - start
    if (length === 0) return ''
    if (length > 32) return this.#text.slice(start, end)
    const codes = this.#codes
    const slot =
      (length * 31 +
        (codes[start] ?? 0) * 7 +
        (codes[end - 1] ?? 0) * 131 +
        (codes[start + (length >> 1)] ?? 0) * 1031) &
      this.#mask
    const known = this.#known[slot]
    if (known !== undefined && known.length === length) {
      const offset = (this.#starts[slot] ?? 0) - start
      let at = start
      while (at < end && codes[at] === codes[at + offset]) at++
      if (at === end) return known
    }
    const fresh = this.#text.slice(start, end)
    this.#known[slot] = fresh
    this.#starts[slot] = start
    return fresh
  }
}
