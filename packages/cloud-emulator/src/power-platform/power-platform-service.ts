import type { EmulatedOperation } from '../operation/emulated-operation.ts'
import { connectionAnswers } from './connections/connection-answers.ts'
import { platformConnectionAnswers } from './connections/platform-connection-answers.ts'
import { connectorAnswers } from './connectors/connector-answers.ts'
import { environmentAnswers } from './environments/environment-answers.ts'
import { lifecycleAnswers } from './environments/lifecycle-answers.ts'
import { managementApplicationAnswers } from './environments/management-application-answers.ts'
import { flowAnswers } from './flows/flow-answers.ts'
import { ownerAnswers } from './flows/owner-answers.ts'
import { platformFlowAnswers } from './flows/platform-flow-answers.ts'
import { runAnswers } from './flows/run-answers.ts'
import { graphAnswers } from './graph/graph-answers.ts'
import { exportAnswers } from './packages/export-answers.ts'
import { importAnswers } from './packages/import-answers.ts'
import { blobAnswers } from './storage/blob-answers.ts'

/** Every operation outside Dataverse: BAP, Power Apps, Flow, the Power Platform API, signed blobs and Graph. */
export const powerPlatformService: readonly EmulatedOperation[] = [
  ...environmentAnswers,
  ...lifecycleAnswers,
  ...managementApplicationAnswers,
  ...connectorAnswers,
  ...connectionAnswers,
  ...platformConnectionAnswers,
  ...flowAnswers,
  ...runAnswers,
  ...ownerAnswers,
  ...platformFlowAnswers,
  ...exportAnswers,
  ...importAnswers,
  ...blobAnswers,
  ...graphAnswers,
]
