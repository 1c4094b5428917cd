import type { Profile } from '../src/engine/listing-subject.ts'
import type { Given } from '../src/testing/given-offer.ts'

/** One kind of fault, planted in a faultless offer. */
export interface PlantedFault {
  readonly name: string
  /** The rule that has to find it. */
  readonly rule: string
  /** Kinds of offers that can have it. */
  readonly kinds: readonly Profile[]
  /** What is changed; the kind is added by whoever plants it. */
  readonly given: Omit<Given, 'kind'>
  /** Where it has to be found: a pointer into the offer's file, or another file. */
  readonly at: { readonly pointer: string } | { readonly file: string }
  /** Further rules that have to speak of the same fault. */
  readonly also?: readonly string[]
}

/** Both kinds of offers. */
export const both: readonly Profile[] = ['saas', 'dataverse']
