import { applicationUserOperations } from './application-users/index.ts'
import { connectionOperations } from './connections/index.ts'
import { connectorOperations } from './connectors/index.ts'
import { dataverseOperations } from './dataverse/index.ts'
import { environmentOperations } from './environments/index.ts'
import { flowOperations } from './flows/index.ts'
import { graphOperations } from './graph/index.ts'
import { managementApplicationOperations } from './management-applications/index.ts'
import type { Operation } from './operation.ts'
import { packageOperations } from './packages/index.ts'
import { partnerCenterOperations } from './partner-center/index.ts'
import { storageOperations } from './storage/index.ts'

/** Every operation of Microsoft's clouds that this project uses, by area. */
export const allOperations: readonly Operation[] = [
  ...environmentOperations,
  ...connectorOperations,
  ...connectionOperations,
  ...flowOperations,
  ...packageOperations,
  ...storageOperations,
  ...managementApplicationOperations,
  ...applicationUserOperations,
  ...graphOperations,
  ...partnerCenterOperations,
  ...dataverseOperations,
]

/** The operation with this id, for journals and completions that name one. */
export function operationById(id: string): Operation | undefined {
  return byId.get(id)
}

const byId: ReadonlyMap<string, Operation> = new Map(allOperations.map((operation) => [operation.id, operation]))
