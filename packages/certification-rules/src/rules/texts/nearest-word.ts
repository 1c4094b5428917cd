const longest = 40
/** A connector may have 256 operations; longer lists are hostile, and a suggestion is not worth a pause. */
const mostKnown = 400

/**
 * The known word that is meant by a misspelt one: at most two letters differ, are missing, too many or swapped, or
 * only the case does. Nothing when none is near, for a very short word when it could be several, or
 * when there are more than 400 words to compare with.
 */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  if (word.length > longest) return undefined
  const given = word.toLowerCase()
  const allowed = given.length <= 4 ? 1 : 2
  let best: string | undefined
  let bestDistance = allowed + 1
  let compared = 0
  for (const candidate of known) {
    if (++compared > mostKnown) return undefined
    if (Math.abs(candidate.length - given.length) > allowed) continue
    const distance = distanceWithin(given, candidate.toLowerCase(), bestDistance)
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** What both words begin and end with is no part of the distance, and takes most of the time. */
function distanceWithin(left: string, right: string, limit: number): number {
  const shorter = Math.min(left.length, right.length)
  let start = 0
  while (start < shorter && left[start] === right[start]) start++
  let end = 0
  while (end < shorter - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end++
  return distanceBetween(left.slice(start, left.length - end), right.slice(start, right.length - end), limit)
}

/**
 * Steps from one word to the other: a letter replaced, added or left out, or two neighbours swapped. Once it is sure
 * to reach the limit, the limit.
 */
function distanceBetween(left: string, right: string, limit: number): number {
  let beforeLast: number[] = []
  let leastBefore = 0
  let last = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    let least = row
    for (let column = 1; column <= right.length; column++) {
      const isSame = left[row - 1] === right[column - 1]
      let steps = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      if (left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1])
        steps = Math.min(steps, (beforeLast[column - 2] ?? steps) + 1)
      current.push(steps)
      if (steps < least) least = steps
    }
    // A swap reaches back two rows, at one step more.
    if (least >= limit && leastBefore + 1 >= limit) return limit
    leastBefore = least
    beforeLast = last
    last = current
  }
  return last[right.length] ?? longest
}
