/** Shorter texts are found everywhere and tell nothing. */
export const shortestSecret = 4

/**
 * Many secrets that are looked for at once, in a time that hardly grows with how many they are: whoever hands in a file with a
 * hundred thousand of them makes nobody wait.
 */
export class SecretIndex {
  readonly #sorted: readonly string[]
  /** For each secret the place of the longest other one that it begins with; -1 for none. */
  readonly #beginnings: readonly number[]
  readonly #starts: ReadonlySet<string>

  constructor(secrets: Iterable<string>) {
    // By code units, as they are compared below.
    this.#sorted = [...new Set(secrets)].filter(({ length }) => length >= shortestSecret).sort()
    this.#beginnings = beginningsOf(this.#sorted)
    this.#starts = new Set(this.#sorted.map((secret) => secret.slice(0, shortestSecret)))
  }

  get isEmpty(): boolean {
    return this.#sorted.length === 0
  }

  /** True for a text that holds a secret. */
  isIn(text: string): boolean {
    for (let at = 0; at <= text.length - shortestSecret; at++) if (this.#lengthAt(text, at) > 0) return true
    return false
  }

  /** A text with something else in place of each stretch that is secret; those that overlap or touch are one. */
  replaceIn(text: string, replacement: (secret: string) => string): string {
    if (this.isEmpty) return text
    let shown = ''
    let from = 0
    let start = 0
    let end = 0
    for (let at = 0; at <= text.length - shortestSecret; at++) {
      const length = this.#lengthAt(text, at)
      if (length === 0) continue
      if (at > end) {
        if (end > start) shown += text.slice(from, start) + replacement(text.slice(start, end))
        from = end
        start = at
      }
      end = Math.max(end, at + length)
    }
    if (end > start) shown += text.slice(from, start) + replacement(text.slice(start, end))
    return end > start ? shown + text.slice(end) : text
  }

  /** How long the longest secret is that stands at a place of a text; 0 where none does. */
  #lengthAt(text: string, at: number): number {
    if (!this.#starts.has(text.slice(at, at + shortestSecret))) return 0
    let low = 0
    let high = this.#sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (isBehind(this.#sorted[middle] ?? '', text, at)) high = middle
      else low = middle + 1
    }
    // Whatever the text begins with here, the last secret that is not behind it begins with, too.
    let place = low - 1
    const shared = sharedLength(this.#sorted[place] ?? '', text, at)
    while (place >= 0 && (this.#sorted[place]?.length ?? 0) > shared) place = this.#beginnings[place] ?? -1
    return this.#sorted[place]?.length ?? 0
  }
}

function beginningsOf(sorted: readonly string[]): readonly number[] {
  const open: number[] = []
  return sorted.map((secret, place) => {
    while (open.length > 0 && !secret.startsWith(sorted[open.at(-1) ?? 0] ?? '')) open.pop()
    const beginning = open.at(-1) ?? -1
    open.push(place)
    return beginning
  })
}

function sharedLength(secret: string, text: string, at: number): number {
  let length = 0
  while (length < secret.length && secret.charCodeAt(length) === text.charCodeAt(at + length)) length++
  return length
}

/** Whether a secret comes behind what stands at a place of a text, in the order of the index. */
function isBehind(secret: string, text: string, at: number): boolean {
  const shared = sharedLength(secret, text, at)
  if (shared === secret.length) return false
  return at + shared >= text.length || secret.charCodeAt(shared) > text.charCodeAt(at + shared)
}
