export { getConnector } from './connectors/get-connector.ts'
export * from './dataverse/index.ts'
export type { Confidence, Source } from './evidence.ts'
export { isDoubtful } from './evidence.ts'
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
