import { ruleFamilies } from '@sevenstep/certification-rules'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { suggestWord } from '../suggest-word.ts'

/** The id of every rule about connectors. */
export function knownRuleIds(): ReadonlySet<string> {
  return new Set(ruleFamilies.flatMap((family) => Object.keys(family.rules)))
}

/** An id that is no rule, with all that are. */
export interface UnknownRule {
  readonly id: string
  readonly known: readonly string[]
}

/** The first of some ids that is no rule. The rules of other steps are only loaded when an id is none of a connector's. */
export async function unknownAmong(ids: readonly string[]): Promise<UnknownRule | undefined> {
  const known = knownRuleIds()
  const others = ids.filter((id) => !known.has(id))
  if (others.length === 0) return undefined
  const { otherRules } = await import('./other-rules.ts')
  const all = new Set([...known, ...(await otherRules()).map(({ id }) => id)])
  const id = others.find((one) => !all.has(one))
  return id === undefined ? undefined : { id, known: [...all] }
}

/**
 * Makes sure that every id given on the command line is a rule.
 *
 * @throws Failure with the nearest id for one that is not.
 */
export async function expectKnownRules(ids: readonly string[]): Promise<void> {
  const unknown = await unknownAmong(ids)
  if (unknown === undefined) return
  const near = suggestWord(unknown.id, unknown.known)
  const list = 'See "sevenstep rules" for the list.'
  throw new Failure(
    exitCodes.usage,
    `There is no rule "${unknown.id}".`,
    'A rule that is misspelt would silently not run.',
    near === undefined ? list : `Did you mean "${near}"? ${list}`,
  )
}
