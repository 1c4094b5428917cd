import type { Mutation } from '../mutation.ts'
import { annotationRequirements } from './annotations.ts'
import { connectionParameterRequirements } from './connection-parameters.ts'
import { connectionSetRequirements } from './connection-sets.ts'
import { dynamicValueRequirements } from './dynamic-values.ts'
import { extensionRequirements } from './extensions.ts'
import { operationRequirements } from './operations.ts'
import { parameterRequirements } from './parameters.ts'
import { pathRequirements } from './paths.ts'
import { propertiesRequirements } from './properties.ts'
import { responseRequirements } from './responses.ts'
import { rootAndInfoRequirements } from './root-and-info.ts'
import { schemaRangeRequirements } from './schema-ranges.ts'
import { schemaTextRequirements } from './schema-texts.ts'
import { schemaRequirements } from './schemas.ts'
import { securityRequirements } from './security.ts'
import { textRequirements } from './texts.ts'
import { triggerRequirements } from './triggers.ts'

/** Mutations made from the list of requirements, for what nobody has complained about yet. */
export const requirementMutations: readonly Mutation[] = [
  ...rootAndInfoRequirements,
  ...pathRequirements,
  ...operationRequirements,
  ...parameterRequirements,
  ...responseRequirements,
  ...schemaRequirements,
  ...schemaTextRequirements,
  ...schemaRangeRequirements,
  ...dynamicValueRequirements,
  ...extensionRequirements,
  ...annotationRequirements,
  ...triggerRequirements,
  ...securityRequirements,
  ...connectionParameterRequirements,
  ...connectionSetRequirements,
  ...propertiesRequirements,
  ...textRequirements,
]
