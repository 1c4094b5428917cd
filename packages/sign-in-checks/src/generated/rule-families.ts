import type { RuleFamily } from '../engine/rule-family.ts'
import { manifestFormat } from '../rules/registration/manifest-format.ts'

export const ruleFamilies: readonly RuleFamily[] = [manifestFormat]
