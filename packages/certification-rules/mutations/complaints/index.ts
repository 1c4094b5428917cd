import type { Mutation } from '../mutation.ts'
import { fileComplaints } from './files.ts'
import { hostAndSecretComplaints } from './hosts-and-secrets.ts'
import { iconComplaints } from './icon.ts'
import { infoComplaints } from './info.ts'
import { jsonByteComplaints } from './json-bytes.ts'
import { jsonTextComplaints } from './json-text.ts'
import { operationComplaints } from './operations.ts'
import { parameterComplaints } from './parameters.ts'
import { propertiesComplaints } from './properties.ts'
import { readmeComplaints } from './readme.ts'
import { referenceAndSchemaComplaints } from './references-and-schemas.ts'
import { responseComplaints } from './responses.ts'
import { triggerComplaints } from './triggers.ts'

/** Mutations after real rejections, reviews and complaints. */
export const complaintMutations: readonly Mutation[] = [
  ...responseComplaints,
  ...operationComplaints,
  ...parameterComplaints,
  ...infoComplaints,
  ...hostAndSecretComplaints,
  ...propertiesComplaints,
  ...referenceAndSchemaComplaints,
  ...triggerComplaints,
  ...fileComplaints,
  ...jsonTextComplaints,
  ...jsonByteComplaints,
  ...readmeComplaints,
  ...iconComplaints,
]
