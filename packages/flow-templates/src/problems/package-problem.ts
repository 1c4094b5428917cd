import { fillMessage, type Location, type Message } from '@sevenstep/findings'
import { quoteName } from '@sevenstep/package-archives'
import { type PackageProblemCode, packageProblemTexts } from './package-problem-texts.ts'

/**
 * What a problem costs: the whole `package`, a `part` of it (which was left out, or read on best effort), or nothing
 * (`none`: worth saying, everything could be understood).
 */
export type PackageProblemEffect = 'package' | 'part' | 'none'

/** One thing wrong with a package, and where. `file` is the entry; for the package as a whole, the package's own name. */
export interface PackageProblem extends Location {
  /** One of ours, or one of `@sevenstep/package-archives`' for what is wrong with an archive. */
  readonly code: PackageProblemCode | (string & {})
  readonly effect: PackageProblemEffect
  readonly message: Message
}

/** What fills the sentences of a problem. Names are quoted and made safe to print here; give them as they were found. */
export interface ProblemFacts {
  /** A name from the package: put in quotes. */
  readonly name?: string
  /** A second one. */
  readonly other?: string
  /** Words of our own. */
  readonly detail?: string
}

/** The problem of that kind at a place. */
export function packageProblem(code: PackageProblemCode, place: Location, facts: ProblemFacts = {}): PackageProblem {
  const { effect, ...template } = packageProblemTexts[code]
  const message = fillMessage(template, {
    file: quoteName(place.file),
    name: quoteName(facts.name ?? ''),
    other: quoteName(facts.other ?? ''),
    detail: facts.detail ?? '',
  })
  return { code, effect, message, ...place }
}
