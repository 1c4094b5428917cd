import type { Parameter } from '../model/parameter.ts'

/** How the two parameters of a pair were found to be the same. */
export type ParameterMatch = 'same' | 'moved' | 'renamed-in-path' | 'renamed-body'

type KeyOf = (parameter: Parameter) => string | undefined

/** One parameter in two versions of its operation. */
export interface ParameterPair {
  readonly before: Parameter
  readonly after: Parameter
  readonly by: ParameterMatch
}

/** Which parameter of the new version stands for which of the old one. */
export interface MatchedParameters {
  readonly pairs: readonly ParameterPair[]
  readonly deleted: readonly Parameter[]
  readonly added: readonly Parameter[]
}

/**
 * Matches parameters by name and location; what is left by their place in the path when only names in it changed,
 * body with body, and last by name alone. Parameters without a name (references that lead nowhere) are left out.
 */
export function matchParameters(
  before: readonly Parameter[],
  after: readonly Parameter[],
  renamedInPath: ReadonlyMap<string, string>,
): MatchedParameters {
  const olds = new Set(firstOfEach(before))
  const news = new Set(firstOfEach(after))
  const pairs: ParameterPair[] = []
  // Each old one takes the first of the new ones that has its key; those without a key wait for the next round.
  const match = (by: ParameterMatch, newKey: KeyOf, oldKey: KeyOf = newKey): void => {
    const waiting = new Map<string, Parameter[]>()
    for (const fresh of [...news].reverse()) {
      const key = newKey(fresh)
      const same = key === undefined ? undefined : waiting.get(key)
      if (same !== undefined) same.push(fresh)
      else if (key !== undefined) waiting.set(key, [fresh])
    }
    for (const old of olds) {
      const key = oldKey(old)
      const fresh = key === undefined ? undefined : waiting.get(key)?.pop()
      if (fresh === undefined) continue
      pairs.push({ before: old, after: fresh, by })
      olds.delete(old)
      news.delete(fresh)
    }
  }
  const pathName: KeyOf = ({ location, name }) => (location === 'path' ? name : undefined)
  match('same', ({ name, location }) => JSON.stringify([name, location]))
  match('renamed-in-path', pathName, (old) => renamedInPath.get(pathName(old) ?? ''))
  match('moved', ({ name }) => name)
  match('renamed-body', ({ isBody }) => (isBody ? 'body' : undefined))
  return { pairs, deleted: [...olds], added: [...news] }
}

/** The names in braces that changed between two paths, old to new; empty when the paths differ in anything else. */
export function namesChangedInPath(before: string, after: string): ReadonlyMap<string, string> {
  const oldParts = before.split(/[{}]/)
  const newParts = after.split(/[{}]/)
  const renamed = new Map<string, string>()
  if (oldParts.length !== newParts.length) return renamed
  for (const [index, old] of oldParts.entries()) {
    const fresh = newParts[index] ?? ''
    if (old === fresh) continue
    if (index % 2 === 0) return new Map()
    renamed.set(old, fresh)
  }
  return renamed
}

/** Sorted, so that the order of parameters has no say. */
function firstOfEach(parameters: readonly Parameter[]): readonly Parameter[] {
  const named = new Map<string, Parameter>()
  for (const parameter of parameters) {
    const key = `${parameter.name} ${parameter.location}`
    if (parameter.name !== undefined && !named.has(key)) named.set(key, parameter)
  }
  return [...named].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, parameter]) => parameter)
}
