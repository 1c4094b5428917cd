import { type RuleContext, type RuleFamily as RuleFamilyOver, ruleFamilyOf } from '@sevenstep/rule-engine'
import type { Edition, FlowSubject, Profile } from './flow-subject.ts'

/** A family of rules about flow packages. */
export type RuleFamily = RuleFamilyOver<FlowSubject, Profile, Edition>

/** What such a family's check is called with. */
export type CheckContext = RuleContext<FlowSubject, Profile, Edition>

/** Gives a family its type, so that a slip in it is a compile error where it is written. */
export const defineRuleFamily: (family: RuleFamily) => RuleFamily = ruleFamilyOf<FlowSubject, Profile, Edition>()
