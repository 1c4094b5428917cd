import type { Definition } from '../model/definition.ts'
import type { Operation } from '../model/operation.ts'

/** One operation in two versions. */
export interface OperationPair {
  readonly before: Operation
  readonly after: Operation
}

/** Which operation of the new version stands for which of the old one. */
export interface MatchedOperations {
  readonly pairs: readonly OperationPair[]
  readonly deleted: readonly Operation[]
  readonly added: readonly Operation[]
}

/**
 * Matches operations by id; those whose id vanished by the same id in other letters, then by method and whole address,
 * then by method and path, then by method and path with the names of path parameters left out.
 */
export function matchOperations(before: Definition, after: Definition): MatchedOperations {
  const olds = new Set(inOrder(before))
  const news = new Set(inOrder(after))
  const oldIds = idsOf(olds)
  const newIds = idsOf(news)
  const pairs: OperationPair[] = []
  const match = (oldKey: (operation: Operation) => string, newKey: (operation: Operation) => string): void => {
    const waiting = new Map<string, Operation[]>()
    for (const operation of news) {
      const key = newKey(operation)
      const same = waiting.get(key)
      if (same === undefined) waiting.set(key, [operation])
      else same.push(operation)
    }
    for (const operation of olds) {
      const found = waiting.get(oldKey(operation))?.shift()
      if (found === undefined) continue
      pairs.push({ before: operation, after: found })
      olds.delete(operation)
      news.delete(found)
    }
  }
  const exactId = (operation: Operation): string => operation.id ?? `\0${addressOf(operation)}`
  const idAndAddress = (operation: Operation): string => `${exactId(operation)} ${addressOf(operation)}`
  match(idAndAddress, idAndAddress)
  match(exactId, exactId)
  // What is left under an id that both versions know is a duplicate within one file, no change between them.
  for (const operation of olds) if (operation.id !== undefined && newIds.has(operation.id)) olds.delete(operation)
  for (const operation of news) if (operation.id !== undefined && oldIds.has(operation.id)) news.delete(operation)
  match(recasedId, recasedId)
  match(
    (operation) => wholeAddressOf(operation, basePathOf(before)),
    (operation) => wholeAddressOf(operation, basePathOf(after)),
  )
  match(addressOf, addressOf)
  match(shapeOf, shapeOf)
  return { pairs, deleted: [...olds], added: [...news] }
}

/** The base path without a slash at the end; empty when there is none. */
export function basePathOf(definition: Definition): string {
  return withoutEndSlashes(definition.node.text('basePath') ?? '')
}

/** The path without slashes at its end; a loop, because a pattern takes time by the square of their number. */
export function withoutEndSlashes(path: string): string {
  let end = path.length
  while (path[end - 1] === '/') end--
  return path.slice(0, end)
}

/** A path with every `{name}` as `{}`. */
function pathShape(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}')
}

/** Sorted, so that the order of paths in the file has no say. */
function inOrder(definition: Definition): readonly Operation[] {
  return definition.operations
    .map((operation) => ({ operation, key: addressOf(operation) }))
    .sort((left, right) => (left.key < right.key ? -1 : Number(left.key > right.key)))
    .map(({ operation }) => operation)
}

function idsOf(operations: Iterable<Operation>): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const { id } of operations) if (id !== undefined) ids.add(id)
  return ids
}

function addressOf(operation: Operation): string {
  return `${operation.method} ${operation.pathItem.path}`
}

function wholeAddressOf(operation: Operation, basePath: string): string {
  return `${operation.method} ${basePath}${operation.pathItem.path}`
}

function shapeOf(operation: Operation): string {
  return `${operation.method} ${pathShape(operation.pathItem.path)}`
}

/** Operations without an id are never matched by it. */
function recasedId(operation: Operation): string {
  return operation.id?.toLowerCase() ?? `\0${addressOf(operation)}`
}
