import { isObject, type JsonValue, type MutableConnector } from './mutable-connector.ts'
import { below } from './spot.ts'

/** Names the smallest parts in which two connectors differ: JSON pointers, or whole files where there are none. */
export function differingPlaces(before: MutableConnector, after: MutableConnector): string[] {
  const places: string[] = []
  for (const file of ['definition', 'properties', 'settings'] as const) {
    places.push(...differences(before[file], after[file], '').map((pointer) => `${file}#${pointer}`))
  }
  for (const file of ['readme', 'intro', 'script'] as const)
    if (before.texts[file] !== after.texts[file]) places.push(file)
  if (String(before.icon) !== String(after.icon)) places.push('icon')
  for (const part of ['rewritten', 'names'] as const) {
    if (JSON.stringify(before[part]) !== JSON.stringify(after[part])) places.push(part)
  }
  for (const name of after.otherFiles.keys()) if (!before.otherFiles.has(name)) places.push(name)
  return places
}

function differences(before: JsonValue | undefined, after: JsonValue | undefined, pointer: string): string[] {
  if (before === after) return []
  if (Array.isArray(before) && Array.isArray(after)) return arrayDifferences(before, after, pointer)
  if (!isObject(before) || !isObject(after)) return [pointer]
  const names = Object.keys(before)
  const others = Object.keys(after)
  const gone = names.filter((key) => !Object.hasOwn(after, key))
  const come = others.filter((key) => !Object.hasOwn(before, key))
  const isRenamed = gone.length === 1 && come.length === 1 && names.length === others.length
  if (isRenamed && names.indexOf(gone[0] ?? '') === others.indexOf(come[0] ?? '')) {
    const [from = '', to = ''] = [gone[0], come[0]]
    return [
      below(pointer, to),
      ...inner(
        before,
        after,
        pointer,
        names.filter((key) => key !== from),
      ),
    ].concat(
      differences(before[from], after[to], below(pointer, to))
        .slice(0, 1)
        .flatMap((found) => (found === below(pointer, to) ? [found] : [])),
    )
  }
  const kept = names.filter((key) => Object.hasOwn(after, key))
  const isReordered = gone.length + come.length === 0 && names.join('\n') !== others.join('\n')
  return [...gone, ...come]
    .map((key) => below(pointer, key))
    .concat(isReordered ? [pointer] : [], inner(before, after, pointer, kept))
}

function inner(
  before: Readonly<Record<string, JsonValue>>,
  after: Readonly<Record<string, JsonValue>>,
  pointer: string,
  keys: readonly string[],
): string[] {
  return keys.flatMap((key) => differences(before[key], after[key], below(pointer, key)))
}

/** Skips what is the same at both ends, so that one item put in or taken out counts as one place. */
function arrayDifferences(before: readonly JsonValue[], after: readonly JsonValue[], pointer: string): string[] {
  if (before.length === after.length) {
    return before.flatMap((value, index) => differences(value, after[index], below(pointer, index)))
  }
  const same = (left: number, right: number): boolean => JSON.stringify(before[left]) === JSON.stringify(after[right])
  let start = 0
  while (start < Math.min(before.length, after.length) && same(start, start)) start += 1
  let end = 0
  while (end < Math.min(before.length, after.length) - start && same(before.length - 1 - end, after.length - 1 - end))
    end += 1
  return Array.from({ length: Math.max(before.length, after.length) - start - end }, (_, index) =>
    below(pointer, start + index),
  )
}
