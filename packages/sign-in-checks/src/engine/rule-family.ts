import { type RuleContext, type RuleFamily as RuleFamilyOver, ruleFamilyOf } from '@sevenstep/rule-engine'
import type { Edition, Profile, SignInSubject } from './sign-in-subject.ts'

/** A family of rules about app registrations. */
export type RuleFamily = RuleFamilyOver<SignInSubject, Profile, Edition>

/** What such a family's check is called with. */
export type CheckContext = RuleContext<SignInSubject, Profile, Edition>

/** Gives a family its type, so that a slip in it is a compile error where it is written. */
export const defineRuleFamily: (family: RuleFamily) => RuleFamily = ruleFamilyOf<SignInSubject, Profile, Edition>()
