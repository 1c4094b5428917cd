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
export { roleOfContent } from './read/role-of-content.ts'
export type { BinaryFile, GivenFile, JsonFile, Presence, TextFile } from './read/text-file.ts'
export {
  type Category,
  type ConnectionParameterType,
  categories,
  connectionParameterTypes,
  connectorCapabilities,
  type ExistsAction,
  existsActions,
  formats,
  identityProviders,
  type LifecycleStatus,
  lifecycleStatuses,
  type MediaKind,
  mediaKinds,
  metadataNames,
  type PolicySection,
  policySections,
  type RedirectMode,
  redirectModes,
  type TriggerKind,
  triggerKinds,
  type UrlEncoding,
  urlEncodings,
  type Visibility,
  visibilities,
} from './types/allowed-values.ts'
export type {
  ConnectionParameterDefinition,
  ConnectionParameterSet,
  ConnectionParameterSets,
  CustomParameter,
  OAuthSettings,
  ParameterConstraints,
  ParameterUi,
} from './types/connection-parameters.ts'
export type {
  ConnectorCapabilities,
  ConnectorDefinition,
  ConnectorInfo,
  ConnectorMetadata,
  DefinitionExtensions,
  FilePickerArgument,
  FilePickerCapability,
} from './types/connector-definition.ts'
export type {
  ConnectorOperation,
  ConnectorParameter,
  ConnectorPathItem,
  ConnectorResponse,
  NotificationContent,
  OperationAnnotation,
} from './types/connector-operation.ts'
export type { ConnectorProperties, PropertiesBody } from './types/connector-properties.ts'
export type { ConnectorReference, ConnectorSchemaObject, ValueExtensions } from './types/connector-schema-object.ts'
export type { ConnectorSettings } from './types/connector-settings.ts'
export type {
  DynamicArgument,
  DynamicList,
  DynamicProperties,
  DynamicSchema,
  DynamicTree,
  DynamicTreeCall,
  DynamicValues,
  EnumValue,
  ReferencedArgument,
} from './types/dynamic-values.ts'
export {
  type PolicyParameters,
  type PolicyTemplate,
  type PolicyTemplateInstance,
  policyParameterPrefix,
  policyTemplates,
  privatePolicyTemplates,
} from './types/policy-templates.ts'
