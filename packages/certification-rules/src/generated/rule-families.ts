// Made by tools/generate.ts from the files in src/rules.
import type { RuleFamily } from '../engine/rule-family.ts'
import { infoTitle } from '../rules/info/info-title.ts'

/** Every family of rules, by folder and name. */
export const ruleFamilies: readonly RuleFamily[] = [infoTitle]
