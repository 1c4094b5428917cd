export { allOperations, operationById } from './all-operations.ts'
export * from './application-users/index.ts'
export * from './connections/index.ts'
export * from './connectors/index.ts'
export * from './dataverse/index.ts'
export * from './environments/index.ts'
export type { Confidence, Source } from './evidence.ts'
export { isDoubtful } from './evidence.ts'
export * from './flows/index.ts'
export * from './graph/index.ts'
export * from './management-applications/index.ts'
export type {
  AcceptedCredentials,
  Completion,
  InputOf,
  KnownFailure,
  Operation,
  OutputOf,
  Paging,
  Repetition,
  RequestSchemas,
  ServiceName,
} from './operation.ts'
export { defineOperation } from './operation.ts'
export * from './packages/index.ts'
export * from './partner-center/index.ts'
export { binaryBody } from './shared/binary-body.ts'
export * from './storage/index.ts'
