import { type RuleContext, type RuleFamily as RuleFamilyOver, ruleFamilyOf } from '@sevenstep/rule-engine'
import type { Edition, EmbedSubject, Profile } from './embed-subject.ts'

/** A family of rules about pages that embed widgets. */
export type RuleFamily = RuleFamilyOver<EmbedSubject, Profile, Edition>

/** What such a family's check is called with. */
export type CheckContext = RuleContext<EmbedSubject, Profile, Edition>

/** Gives a family its type, so that a slip in it is a compile error where it is written. */
export const defineRuleFamily: (family: RuleFamily) => RuleFamily = ruleFamilyOf<EmbedSubject, Profile, Edition>()
