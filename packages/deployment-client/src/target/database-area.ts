import type { JsonObject } from '../model/content.ts'
import type { SharingArea, TargetOptions, TargetWork } from './target.ts'

/** A solution that is installed. */
export interface InstalledSolution {
  readonly id: string
  readonly uniqueName: string
  readonly version: string
  readonly isManaged: boolean
}

/** What an import is started with. */
export interface SolutionImport {
  readonly uniqueName: string
  readonly bytes: Uint8Array
  /** `upgrade` replaces an older managed solution and removes what the new one no longer has. */
  readonly mode: 'import' | 'upgrade'
  readonly overwriteUnmanaged: boolean
  /** Whether flows that were on when the solution was exported are switched on by the import. */
  readonly turnOnFlows: boolean
  readonly references: readonly ReferenceBinding[]
  readonly variables: readonly { readonly schemaName: string; readonly value: string }[]
}

/** A connection reference and the connection behind it. */
export interface ReferenceBinding {
  readonly logicalName: string
  readonly displayName: string
  /** Such as `/providers/Microsoft.PowerApps/apis/shared_office365`. */
  readonly connectorId: string
  readonly connectionId: string
}

/** A connection reference that is installed. */
export interface InstalledReference extends Omit<ReferenceBinding, 'connectionId'> {
  readonly id: string
  readonly connectionId?: string
  readonly isManaged: boolean
}

/** An environment variable that is installed, with its values. */
export interface InstalledVariable {
  readonly id: string
  readonly schemaName: string
  readonly displayName: string
  readonly type: VariableType
  readonly defaultValue?: string
  readonly values: readonly { readonly id: string; readonly value: string }[]
  readonly isManaged: boolean
}

/** What an environment variable holds. */
export type VariableType = 'text' | 'number' | 'boolean' | 'json' | 'data-source' | 'secret'

/** A flow of the database. */
export interface InstalledWorkflow {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly isOn: boolean
  /** Suspended by a data policy. */
  readonly isSuspended: boolean
  readonly isManaged: boolean
  readonly ownerId?: string
  readonly etag?: string
  readonly connectionReferences: JsonObject
  readonly definition: JsonObject
}

/** What a flow of the database is made from. */
export interface WorkflowMaterial {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly connectionReferences: JsonObject
  readonly definition: JsonObject
  /** Unique name of the unmanaged solution it is created in. */
  readonly solution?: string
}

/** What the platform's dry run of a solution says. */
export interface StagedSolution {
  readonly passed: boolean
  readonly messages: readonly string[]
}

/** The database of an environment. */
export interface DatabaseArea {
  solutions(): Promise<readonly InstalledSolution[]>
  importSolution(request: SolutionImport, options?: TargetOptions): Promise<TargetWork>
  resumeImport(handle: string, options?: TargetOptions): Promise<TargetWork>
  /** Imports and the like that run in this organisation now: the platform serialises them. */
  runningImports(): Promise<readonly string[]>
  exportSolution(uniqueName: string, options?: TargetOptions): Promise<Uint8Array>
  removeSolution(id: string): Promise<void>
  /** Writes the version of an unmanaged solution, whose content stays. */
  setSolutionVersion(id: string, version: string): Promise<void>
  /** Uploads and has the platform check, without importing. */
  stageSolution(bytes: Uint8Array): Promise<StagedSolution>

  references(): Promise<readonly InstalledReference[]>
  createReference(id: string, binding: ReferenceBinding): Promise<void>
  bindReference(id: string, connectionId: string): Promise<void>
  removeReference(id: string): Promise<void>

  variables(): Promise<readonly InstalledVariable[]>
  createVariable(variable: {
    readonly id: string
    readonly schemaName: string
    readonly displayName: string
    readonly type: VariableType
  }): Promise<void>
  removeVariable(id: string): Promise<void>
  setValue(variableId: string, schemaName: string, valueId: string, value: string): Promise<void>
  removeValue(valueId: string): Promise<void>

  workflow(id: string): Promise<InstalledWorkflow | undefined>
  /** Flows of these ids or names, without their definitions. */
  workflows(): Promise<readonly Pick<InstalledWorkflow, 'id' | 'name' | 'isOn' | 'isManaged'>[]>
  createWorkflow(material: WorkflowMaterial): Promise<void>
  /** @param etag the state that is meant to be overwritten; a flow changed since is refused. */
  updateWorkflow(material: WorkflowMaterial, etag: string | undefined): Promise<void>
  switchWorkflow(id: string, isOn: boolean): Promise<void>
  removeWorkflow(id: string): Promise<void>

  readonly sharing: SharingArea
  readonly lease: LeaseArea
}

/** A note in the target that somebody deploys there now. */
export interface Lease {
  readonly id: string
  /** Who holds it: a random word of the run, and the machine's name. */
  readonly holder: string
  /** When it ends by itself, ISO 8601. */
  readonly until: string
  readonly etag?: string
}

/** Leases of a target; taking one is atomic there. */
export interface LeaseArea {
  /** The target's own time in milliseconds since 1970, so that machines whose clocks differ agree when a lease ends. */
  now(): Promise<number>
  read(id: string): Promise<Lease | undefined>
  /** False when somebody holds it already. */
  take(lease: Lease): Promise<boolean>
  /** False when it is no longer the one that `before` was. */
  replace(before: Lease, lease: Lease): Promise<boolean>
  release(id: string): Promise<void>
}
