// Made by tools/generate.ts from the files in src/rules.
import type { RuleFamily } from '../checks/rule-family.ts'
import { connectionReferences } from '../rules/connectors/connection-references.ts'
import { connectorsAvailable } from '../rules/connectors/connectors-available.ts'
import { licenceTier } from '../rules/connectors/licence-tier.ts'
import { definitionFrame } from '../rules/definition/definition-frame.ts'
import { runAfter } from '../rules/definition/run-after.ts'
import { serviceLimits } from '../rules/definition/service-limits.ts'
import { stepKinds } from '../rules/definition/step-kinds.ts'
import { stepNames } from '../rules/definition/step-names.ts'
import { stepSettings } from '../rules/definition/step-settings.ts'
import { variableSteps } from '../rules/definition/variable-steps.ts'
import { actionReferences } from '../rules/expressions/action-references.ts'
import { expressionSyntax } from '../rules/expressions/expression-syntax.ts'
import { valueReferences } from '../rules/expressions/value-references.ts'
import { exportManifest } from '../rules/package/export-manifest.ts'
import { flowTitles } from '../rules/package/flow-titles.ts'
import { packageReadable } from '../rules/package/package-readable.ts'
import { solutionContents } from '../rules/package/solution-contents.ts'
import { fixedIds } from '../rules/privacy/fixed-ids.ts'
import { personalData } from '../rules/privacy/personal-data.ts'
import { secrets } from '../rules/privacy/secrets.ts'
import { sourceIds } from '../rules/privacy/source-ids.ts'

/** Every family of rules, by folder and name. */
export const ruleFamilies: readonly RuleFamily[] = [
  connectionReferences,
  connectorsAvailable,
  licenceTier,
  definitionFrame,
  runAfter,
  serviceLimits,
  stepKinds,
  stepNames,
  stepSettings,
  variableSteps,
  actionReferences,
  expressionSyntax,
  valueReferences,
  exportManifest,
  flowTitles,
  packageReadable,
  solutionContents,
  fixedIds,
  personalData,
  secrets,
  sourceIds,
]
