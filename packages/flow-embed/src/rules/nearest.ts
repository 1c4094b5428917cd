/** The known word that is meant by one that is not known: the same in other letters, or a few letters away. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const plain = word.toLowerCase()
  const same = known.find((one) => one.toLowerCase() === plain)
  if (same !== undefined || word.length > 60) return same
  const limit = word.length < 5 ? 1 : 2
  let best: { readonly one: string; readonly distance: number } | undefined
  for (const one of known) {
    const distance = distanceOf(plain, one.toLowerCase())
    if (distance <= limit && distance < (best?.distance ?? 9)) best = { one, distance }
  }
  return best?.one
}

/** How many letters have to be put in, taken out or changed. */
function distanceOf(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i++) {
    const next = [i]
    for (let j = 1; j <= right.length; j++) {
      const change = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[right.length] ?? 0
}

/** How many known words a message names beside the one that is not known. */
const mostNamed = 5

/**
 * Known words beside one that is not known, in a sentence's form, and how many more there are: those that hold it or are
 * held by it, or else those that are spelled most like it.
 */
export function someOf(word: string, known: readonly string[]): string {
  const plain = word.slice(0, 60).toLowerCase()
  const holding = known.filter((one) => {
    const lower = one.toLowerCase()
    return plain.length > 2 && (lower.includes(plain) || plain.includes(lower))
  })
  const distance = (one: string): number => distanceOf(plain, one.toLowerCase()) / Math.max(plain.length, one.length)
  const named = (holding.length > 0 ? holding : [...known])
    .map((one) => ({ one, distance: distance(one) }))
    .sort((left, right) => left.distance - right.distance || (left.one < right.one ? -1 : 1))
    .slice(0, mostNamed)
    .map(({ one }) => one)
  const rest = known.length - named.length
  return rest > 0 ? `${named.join(', ')} and ${rest} more` : named.join(', ')
}
