export type { ChangedOperation, ChangePlace, ChangeSeverity, ConnectorChange } from './compare/change.ts'
export type { ChangeKindEntry } from './compare/change-kind.ts'
export {
  type ChangesToFindingsOptions,
  type ChangesToSubjectOptions,
  changesToFindings,
  changesToSubject,
} from './compare/changes-to-subject.ts'
export { compareConnectors } from './compare/compare-connectors.ts'
export {
  type ChangeKind,
  type ChangeKindDescription,
  changeRuleDescriptions,
  comparedVersionPairs,
  describeChangeKinds,
  printChangeKinds,
} from './compare/kinds.ts'
export type { ConnectorDefinition } from './definition-types.ts'
export { Definition } from './model/definition.ts'
export { isMethod, Operation } from './model/operation.ts'
export { Parameter } from './model/parameter.ts'
export { PathItem } from './model/path-item.ts'
export { type ConnectionParameter, type Policy, Properties } from './model/properties.ts'
export { type ReferenceProblem, referenceProblems } from './model/reference-problems.ts'
export { type Resolved, refOf, resolve, resolved } from './model/references.ts'
export { Response } from './model/response.ts'
export { Schema, type SchemaPlace, type SchemaVisitor, usage, walkSchemas } from './model/schema.ts'
export {
  type Connector,
  type ConnectorFileRole,
  type ConnectorOrigin,
  jsonFilesOf,
  textFilesOf,
} from './read/connector.ts'
export { decodeText } from './read/decode-text.ts'
export { fileNames, roleOfPath } from './read/file-role.ts'
export { type ReadConnectorOptions, readConnector } from './read/read-connector.ts'
export { type ReadingProblem, type ReadingRule, readingProblems } from './read/reading-problems.ts'
export type { BinaryFile, GivenFile, JsonFile, Presence, TextFile } from './read/text-file.ts'
