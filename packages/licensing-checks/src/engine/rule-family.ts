import { type RuleContext, type RuleFamily as RuleFamilyOver, ruleFamilyOf } from '@sevenstep/rule-engine'
import type { Edition, LicensingSubject, Profile } from './licensing-subject.ts'

/** A family of rules about the licences of a tenant. */
export type RuleFamily = RuleFamilyOver<LicensingSubject, Profile, Edition>

/** What such a family's check is called with. */
export type CheckContext = RuleContext<LicensingSubject, Profile, Edition>

/** Gives a family its type, so that a slip in it is a compile error where it is written. */
export const defineRuleFamily: (family: RuleFamily) => RuleFamily = ruleFamilyOf<LicensingSubject, Profile, Edition>()
