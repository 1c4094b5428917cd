import { ruleFamilies } from '@sevenstep/certification-rules'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { suggestWord } from '../suggest-word.ts'

/** The id of every rule that can be run. */
export function knownRuleIds(): ReadonlySet<string> {
  return new Set(ruleFamilies.flatMap((family) => Object.keys(family.rules)))
}

/**
 * Makes sure that every id given on the command line is a rule.
 *
 * @throws Failure with the nearest id for one that is not.
 */
export function expectKnownRules(ids: readonly string[]): void {
  if (ids.length === 0) return
  const known = knownRuleIds()
  for (const id of ids) {
    if (known.has(id)) continue
    const near = suggestWord(id, [...known])
    const list = 'See "sevenstep rules" for the list.'
    throw new Failure(
      exitCodes.usage,
      `There is no rule "${id}".`,
      'A rule that is misspelt would silently not run.',
      near === undefined ? list : `Did you mean "${near}"? ${list}`,
    )
  }
}
