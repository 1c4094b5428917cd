import type { DraftFinding } from '@sevenstep/findings'
import type { Description } from '../description/description-schema.ts'
import type { SourceText } from '../description/source-text.ts'
import type { JsonObject } from '../model/content.ts'
import type { PackagedFlow, WantedSolution } from '../model/wanted.ts'

/** A connector's folder as it was read. */
export interface ReadConnector {
  readonly displayName: string
  readonly description: string
  readonly definition: JsonObject
  readonly properties: JsonObject
  readonly icon?: { readonly fileName: string; readonly bytes: Uint8Array }
  readonly script?: string
  readonly hash: string
}

/** A connection that a flow refers to, as its file has it. */
export interface ReadReference {
  readonly key: string
  readonly connector: string
  readonly source: 'embedded' | 'invoker'
}

/** A flow, out of an export package or a file of its own. */
export interface ReadFlow {
  readonly displayName: string
  readonly description: string
  readonly definition: JsonObject
  readonly references: readonly ReadReference[]
  /** Of the file, or the package. */
  readonly hash: string
  /** The package, for the platform's own import. */
  readonly bytes?: Uint8Array
}

/** A solution package as it was read. */
export interface ReadSolution
  extends Pick<
    WantedSolution,
    'uniqueName' | 'version' | 'isManaged' | 'bytes' | 'variables' | 'references' | 'dependencies'
  > {
  readonly flows: readonly PackagedFlow[]
  readonly hash: string
  readonly settings: DeploymentSettings
}

/** What a settings file of pac binds and sets. */
export interface DeploymentSettings {
  readonly variables: readonly { readonly name: string; readonly value: string }[]
  readonly references: readonly {
    readonly name: string
    readonly connectionId: string
    readonly connectorId: string
  }[]
}

/** A description with every file it names read once, for all its targets. */
export interface Materials {
  readonly description: Description
  readonly source: SourceText
  /** Folder that paths in the description count from. */
  readonly folder: string
  readonly connectors: ReadonlyMap<string, ReadConnector>
  readonly packages: ReadonlyMap<string, ReadFlow>
  readonly flows: ReadonlyMap<string, ReadFlow>
  /** By the place in the description's list. */
  readonly solutions: ReadonlyMap<number, ReadSolution>
  readonly findings: readonly DraftFinding[]
}
