import type { RuleFamily } from '../engine/rule-family.ts'
export const ruleFamilies: readonly RuleFamily[] = []
