import { type RuleContext, type RuleFamily as RuleFamilyOver, ruleFamilyOf } from '@sevenstep/rule-engine'
import type { Edition, ListingSubject, Profile } from './listing-subject.ts'

/** A family of rules about offers. */
export type RuleFamily = RuleFamilyOver<ListingSubject, Profile, Edition>

/** What such a family's check is called with. */
export type CheckContext = RuleContext<ListingSubject, Profile, Edition>

/** Gives a family its type, so that a slip in it is a compile error where it is written. */
export const defineRuleFamily: (family: RuleFamily) => RuleFamily = ruleFamilyOf<ListingSubject, Profile, Edition>()
