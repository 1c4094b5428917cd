export {
  type ChosenConnection,
  type ClientData,
  type ClientDataOptions,
  type FlowApiBody,
  type FlowApiBodyOptions,
  type FlowApiBodyWriting,
  type PlainFlow,
  type PlainFlowReading,
  readPlainFlow,
  toClientData,
  toFlowApiBody,
} from './connections/client-data.ts'
export type {
  ConnectionReferenceForm,
  FlowApiConnectionReference,
  FlowConnectionReference,
  SolutionConnectionReference,
} from './connections/connection-reference.ts'
export { normaliseConnectionReferences } from './connections/normalise-connection-references.ts'
export { retargetDefinition } from './connections/retarget-definition.ts'
export { contentHash } from './content-hash.ts'
export {
  type Authentication,
  type AuthenticationByParameter,
  authenticationOf,
  type RawAuthentication,
} from './definition/authentication.ts'
export {
  type ApiConnectionInputs,
  type ConnectorCall,
  connectorCallOf,
  type OpenApiConnectionInputs,
} from './definition/connector-call.ts'
export { type DefinitionFault, type DefinitionReading, readDefinition } from './definition/read-definition.ts'
export { type WalkedAction, type WalkedTrigger, walkActions, walkTriggers } from './definition/walk-actions.ts'
export {
  type ActionBranch,
  type ActionMap,
  type ActionsByType,
  type DefinitionParameter,
  type FlowAction,
  type FlowTrigger,
  isAction,
  type KnownActionType,
  type KnownTriggerType,
  type RunAfterStatus,
  type SwitchCase,
  type WorkflowDefinition,
} from './definition/workflow-definition.ts'
export type { PackageEditing } from './edit/change-files.ts'
export { bindConnection, type ConnectionBinding, replaceDefinition, setFlowDisplayName } from './edit/edit-flow.ts'
export {
  removeCurrentValues,
  setPackageDisplayName,
  setSolutionVersion,
  setSuggestedCreationType,
} from './edit/edit-package.ts'
export {
  type CallExpression,
  callsIn,
  type Expression,
  type ExpressionFault,
  type ExpressionTemplate,
  type TemplatePart,
} from './expressions/expression.ts'
export { type ExpressionReading, parseExpression } from './expressions/parse-expression.ts'
export { parseTemplate } from './expressions/parse-template.ts'
export type {
  ConnectorPart,
  ConnectorPartName,
  CreationType,
  DeclaredConnectionReference,
  DependencyEnd,
  EnvironmentVariable,
  EnvironmentVariableType,
  ExportManifest,
  ExportPackage,
  ExportResource,
  FlowPackage,
  MissingDependency,
  PackageConnector,
  PackagedValue,
  PackageFlow,
  RootComponent,
  SolutionManifest,
  SolutionPackage,
  SolutionPublisher,
} from './model/flow-package.ts'
export type { FileRole, GivenFile, PackageFile, PackageJson, PackageText, PackageXml } from './model/package-file.ts'
export { compareSolutionVersions, parseSolutionVersion, type SolutionVersion } from './model/solution-version.ts'
export {
  type ApiNameParts,
  decodeApiName,
  decodeDataverseName,
  encodeApiName,
  encodeDataverseName,
  parseApiName,
} from './names/connector-names.ts'
export { type PackSolutionOptions, packSolution } from './pack-solution.ts'
export type { PackageProblem, PackageProblemEffect } from './problems/package-problem.ts'
export type { PackageProblemCode } from './problems/package-problem-texts.ts'
export { type PackageReading, type ReadPackageOptions, readPackage } from './read/read-package.ts'
export { type FlowPackageKind, recogniseFlowPackage } from './read/recognise-flow-package.ts'
export { type PackageWriting, writePackage } from './write-package.ts'
export type { XmlFault, XmlReading } from './xml/read-xml.ts'
export type { XmlElement } from './xml/xml-element.ts'
