import type { FlowConnectionReference } from '../connections/connection-reference.ts'
import type { WorkflowDefinition } from '../definition/workflow-definition.ts'
import type { PackageFile, PackageJson, PackageXml } from './package-file.ts'
import type { SolutionVersion } from './solution-version.ts'

/** What Power Automate exports: one flow with its connections (`export`), or a solution. */
export type FlowPackage = ExportPackage | SolutionPackage

interface PackageBase {
  /** What it is called in problems: a file or folder name. */
  readonly name: string
  /** Whether it came out of a zip archive or as files of a folder. */
  readonly form: 'zip' | 'folder'
  readonly flows: readonly PackageFlow[]
  /** Everything in it, sorted by path; what is written back. */
  readonly files: readonly PackageFile[]
  /** Names of entries that are there and could not be read. A package with any is not written. */
  readonly lost: readonly string[]
}

/** A flow exported as a package (.zip), also called a legacy package. */
export interface ExportPackage extends PackageBase {
  readonly kind: 'export'
  readonly manifest: ExportManifest
  readonly resources: readonly ExportResource[]
}

/** A solution, packed as for import or unpacked as SolutionPackager leaves it for source control. */
export interface SolutionPackage extends PackageBase {
  readonly kind: 'solution'
  /** `packed`: `solution.xml` at the top. `unpacked`: `Other/Solution.xml` and a file for each component. */
  readonly layout: 'packed' | 'unpacked'
  readonly manifest: SolutionManifest
  readonly connectionReferences: readonly DeclaredConnectionReference[]
  readonly environmentVariables: readonly EnvironmentVariable[]
  readonly connectors: readonly PackageConnector[]
  /** `customizations.xml`, when it is there. */
  readonly customizations?: PackageXml
}

/** One cloud flow of a package. */
export interface PackageFlow {
  /**
   * In an export: the key of its resource, which is also its folder. In a solution: the workflow's id, in lower case
   * and without braces.
   */
  readonly id: string
  readonly displayName: string
  readonly description?: string
  /** The file that holds the definition. */
  readonly file: PackageJson
  /** Where in the file the definition stands; add a pointer from `walkActions`. */
  readonly definitionPointer: string
  /** Nothing when it is missing or misshapen; a problem tells why. */
  readonly definition?: WorkflowDefinition
  readonly connectionReferences: readonly FlowConnectionReference[]
  /** False for a flow whose file is there but which nothing in the package announces: import passes it over. */
  readonly isDeclared: boolean
  /** In an export: the flow's name in the environment it came from. */
  readonly originalName?: string
  /** In a solution: the columns of its row, as written (`StateCode`, `StatusCode`, `ModernFlowType` and so on). */
  readonly columns: ReadonlyMap<string, string>
}

/** `manifest.json` of an export. Texts that the file does not have are empty. */
export interface ExportManifest {
  readonly file: PackageJson
  readonly schema: string
  readonly displayName: string
  readonly description: string
  readonly createdTime: string
  readonly creator: string
  readonly packageTelemetryId: string
  readonly sourceEnvironment: string
}

/** What import may do with a resource. */
export type CreationType = 'Existing' | 'New' | 'Update'

/** A resource of an export: the flow, a connector it uses, or a connection. */
export interface ExportResource {
  readonly key: string
  /** `Microsoft.Flow/flows`, `Microsoft.PowerApps/apis`, `Microsoft.PowerApps/apis/connections`. */
  readonly type: string
  readonly displayName: string
  /** What the package proposes; as written. */
  readonly suggestedCreationType: string
  /** What import may choose from; empty where the file says nothing. */
  readonly creationTypes: readonly string[]
  /** `User` or `System`. */
  readonly configurableBy: string
  /** `Root` or `Child`. */
  readonly hierarchy: string
  /** Keys of other resources. */
  readonly dependsOn: readonly string[]
  readonly id?: string
  readonly name?: string
  readonly iconUri?: string
  /** Where it stands in `manifest.json`. */
  readonly pointer: string
}

/** What a solution says of itself. */
export interface SolutionManifest {
  readonly file: PackageXml
  readonly uniqueName: string
  readonly displayName: string
  readonly description: string
  /** As written. */
  readonly version: string
  /** Nothing when `version` is not four numbers with dots. */
  readonly parsedVersion?: SolutionVersion
  /** `both` is what SolutionPackager writes for sources of either; nothing when the file does not say. */
  readonly managed?: 'unmanaged' | 'managed' | 'both'
  readonly publisher: SolutionPublisher
  readonly rootComponents: readonly RootComponent[]
  readonly missingDependencies: readonly MissingDependency[]
}

/** Who publishes a solution, and what names of its components begin with. */
export interface SolutionPublisher {
  readonly uniqueName: string
  readonly displayName: string
  /** `customizationprefix`: what names of its components begin with. */
  readonly prefix: string
  readonly optionValuePrefix: string
}

/** A component that the solution holds as a whole. Connection references and environment variables are not listed so. */
export interface RootComponent {
  /** Component type number: 29 workflow, 300 canvas app, 372 connector and others. */
  readonly type: string
  /** Without braces, in lower case. */
  readonly id?: string
  readonly schemaName?: string
  readonly behavior?: string
}

/** One end of a missing dependency. */
export interface DependencyEnd {
  readonly type: string
  readonly schemaName?: string
  readonly displayName?: string
  readonly id?: string
  /** Unique name of the solution that brings it. */
  readonly solution?: string
  /** Version of that solution, which stands in brackets behind its name. */
  readonly solutionVersion?: string
}

/** What has to be in the target before the solution can be imported. */
export interface MissingDependency {
  readonly required: DependencyEnd
  readonly dependent: DependencyEnd
}

/** A connection reference that a solution brings. */
export interface DeclaredConnectionReference {
  readonly logicalName: string
  readonly displayName: string
  readonly description: string
  /** `/providers/Microsoft.PowerApps/apis/shared_x`; empty when not said. */
  readonly connectorId: string
  /** `shared_x`. */
  readonly apiName: string
  /** Row id of the custom connector it belongs to. */
  readonly customConnectorId?: string
  /** `0` asks on import, `1` does not; as written. */
  readonly promptingBehavior?: string
}

/** What an environment variable holds, and the number its definition has for it. */
export type EnvironmentVariableType = 'string' | 'number' | 'boolean' | 'json' | 'data-source' | 'secret' | 'unknown'

/** An environment variable that a solution brings. */
export interface EnvironmentVariable {
  readonly schemaName: string
  readonly displayName: string
  readonly description: string
  readonly type: EnvironmentVariableType
  readonly defaultValue?: string
  readonly isRequired: boolean
  /** `apiid` and `parameterkey` of a data source. */
  readonly apiId?: string
  readonly parameterKey?: string
  /** Current values that were packaged with it, as they should not be; more than one is a fault. */
  readonly currentValues: readonly PackagedValue[]
  /** The file of the definition. */
  readonly path: string
  /** The file of the current values. */
  readonly valuesPath?: string
}

/** A current value that travels with its environment variable. */
export interface PackagedValue {
  readonly value: string
  readonly id?: string
}

/** The parts of a connector, by the column of its row. */
export type ConnectorPartName =
  | 'openapidefinition'
  | 'connectionparameters'
  | 'connectionparametersets'
  | 'policytemplateinstances'
  | 'scriptoperations'
  | 'iconblob'
  | 'customcodeblobcontent'

/** A custom connector in a solution. */
export interface PackageConnector {
  /** The row's name: `new_my-20connector`. */
  readonly name: string
  readonly displayName: string
  readonly description: string
  /** Row id, in lower case and without braces. */
  readonly id?: string
  readonly iconBrandColor?: string
  readonly parts: ReadonlyMap<ConnectorPartName, ConnectorPart>
}

/** One part of a connector, as its file holds it. */
export interface ConnectorPart {
  readonly path: string
  readonly bytes: Uint8Array
  /** For the parts that are JSON. */
  readonly file?: PackageJson
}
