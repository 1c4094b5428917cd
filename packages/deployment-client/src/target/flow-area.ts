import type { JsonObject } from '../model/content.ts'
import type { SharingArea, TargetOptions, TargetWork } from './target.ts'

/** One of the flows of a person, outside any solution. */
export interface InstalledFlow {
  readonly id: string
  readonly name: string
  readonly isOn: boolean
  readonly isSuspended: boolean
  readonly definition: JsonObject
  readonly connectionReferences: JsonObject
}

/** What such a flow is made from. */
export interface FlowMaterial {
  readonly name: string
  readonly definition: JsonObject
  readonly connectionReferences: JsonObject
}

/** The flows of a person. */
export interface FlowArea {
  list(): Promise<readonly Pick<InstalledFlow, 'id' | 'name' | 'isOn'>[]>
  read(id: string): Promise<InstalledFlow | undefined>
  create(material: FlowMaterial): Promise<string>
  update(id: string, material: FlowMaterial): Promise<void>
  switch(id: string, isOn: boolean): Promise<void>
  remove(id: string): Promise<void>
  readonly sharing: SharingArea
}

/** What the import of an export package is told. */
export interface PackageImport {
  readonly fileName: string
  readonly bytes: Uint8Array
  /** New flow, or the id of the one to replace. */
  readonly flow: { readonly name: string; readonly existingId?: string }
  /** Full ids of connections by full id or name of their connectors. */
  readonly connections: Readonly<Record<string, string>>
}

/** Import of export packages. */
export interface PackageArea {
  /** The last step starts; what the handle of the work leads to is the import itself. */
  importPackage(request: PackageImport, options?: TargetOptions): Promise<TargetWork>
  resumeImport(handle: string, options?: TargetOptions): Promise<TargetWork>
  /** The platform's own check; complaints word for word. */
  validate(request: PackageImport): Promise<readonly string[]>
}
