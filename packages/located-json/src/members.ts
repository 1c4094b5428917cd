import type { JsonNode } from './json-node.ts'
import type { Reader } from './reader.ts'

const mapFrom = 24

/** The places of one large object's keys; small objects are searched. */
export type KeyPlaces = Map<string | undefined, number>

/**
 * Adds a member to an object that is being read and whose members are open from `first` on: the later of two equal
 * keys takes the earlier one's place. Returns the places to hand in with the next member, once there are many.
 */
export function keepMember(
  reader: Reader,
  first: number,
  places: KeyPlaces | undefined,
  child: JsonNode,
): KeyPlaces | undefined {
  const { open, openCount } = reader
  const { key } = child
  let earlier = -1
  let known = places
  if (openCount - first <= mapFrom) {
    for (let at = first; at < openCount; at++) {
      if (open[at]?.key === key) {
        earlier = at
        break
      }
    }
  } else {
    known ??= new Map(open.slice(first, openCount).map((member, at) => [member.key, first + at]))
    earlier = known.get(key) ?? -1
  }
  if (earlier >= 0) {
    reader.report('duplicate-key', child.keyStart, child.keyEnd, true, '', open[earlier]?.keyStart ?? 0)
    child.index = earlier - first
    open[earlier] = child
    return known
  }
  child.index = openCount - first
  open[openCount] = child
  reader.openCount++
  known?.set(key, openCount)
  return known
}
