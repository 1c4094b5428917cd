import type { JsonNode } from './json-node.ts'
import type { Reader } from './reader.ts'

const mapFrom = 24

/** The places of one large object's keys; small objects are searched. */
export type KeyPlaces = Map<string | undefined, number>

/**
 * Adds a member to an object that is being read: the later of two equal keys takes the earlier one's place. Returns
 * the places to hand in with the next member, once there are many.
 */
export function keepMember(
  reader: Reader,
  children: JsonNode[],
  places: KeyPlaces | undefined,
  child: JsonNode,
): KeyPlaces | undefined {
  const { key } = child
  const count = children.length
  let earlier = -1
  let known = places
  if (count <= mapFrom) {
    for (let at = 0; at < count; at++) {
      if (children[at]?.key === key) {
        earlier = at
        break
      }
    }
  } else {
    known ??= new Map(children.map((member, at) => [member.key, at]))
    earlier = known.get(key) ?? -1
  }
  if (earlier >= 0) {
    const first = children[earlier]?.keyStart ?? 0
    reader.report('duplicate-key', child.keyStart, child.keyEnd, true, '', first)
    child.index = earlier
    children[earlier] = child
    return known
  }
  child.index = count
  children.push(child)
  known?.set(key, count)
  return known
}
