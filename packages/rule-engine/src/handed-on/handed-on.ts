import type { HandedOnFact } from '@sevenstep/findings'
import type { LearnedFlow } from './lesson.ts'

/** A value that was read elsewhere in the same run, or why none is handed on although something was read. */
export type HandedOn<Value> =
  | { readonly value: Value; readonly from: readonly string[] }
  | {
      readonly value?: undefined
      /** One sentence: why nothing is handed on. */
      readonly reason: string
      /** One sentence: what to hand in instead. */
      readonly handIn: string
    }

/**
 * What the rooms read in one run, as far as others judge with it. Each part is of lower rank than a fact that was handed in,
 * and is absent where nobody read anything of it.
 */
export interface HandedOnFacts {
  /** Names of the parameters that the templates declare. */
  readonly templateParameters?: HandedOn<readonly string[]>
  /** The flows that are meant to run. */
  readonly flows?: HandedOn<readonly LearnedFlow[]>
  /** How the landing page's registration was judged. */
  readonly landingPageSignIn?: HandedOn<LandingPageSignIn>
}

/** How the registration of a landing page was judged. */
export interface LandingPageSignIn {
  readonly failedRules: readonly string[]
  /** False where somebody said that it is for something else. */
  readonly isForLandingPage: boolean
}

/** What an offer says of its landing page, by which the registration is told. */
export interface LandingPageOf {
  readonly applicationId?: string | undefined
  readonly landingPageUrl?: string | undefined
}

/** What each fact is called in reports. */
const wordsOf: Readonly<Record<keyof HandedOnFacts, string>> = {
  templateParameters: 'the parameters that templates declare',
  flows: 'the flows that are meant to run',
  landingPageSignIn: 'how the sign-in of the landing page is registered',
}

/** The line of a report about a value that was judged with; none where nothing was handed on. */
export function toldOf<Name extends keyof HandedOnFacts>(
  fact: Name,
  handed: HandedOnFacts[Name],
): readonly HandedOnFact[] {
  return handed?.value === undefined ? [] : [{ fact, words: wordsOf[fact], from: handed.from }]
}
