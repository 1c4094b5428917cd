import type { Definition } from '../model/definition.ts'
import type { Properties } from '../model/properties.ts'
import type { BinaryFile, JsonFile, Presence, TextFile } from './text-file.ts'

/** The files a connector may consist of, by what they are. */
export type ConnectorFileRole = 'definition' | 'properties' | 'settings' | 'icon' | 'script' | 'readme' | 'intro'

/** Where in an archive a connector came from, for one that did not come as a folder of its own. */
export interface ConnectorOrigin {
  /** The archive, with those around it: `package.zip!PkgAssets/solution.zip`. */
  readonly archive: string
  /** The folder in it, without a slash at the end; empty for the archive's root. */
  readonly folder: string
  /**
   * True for a connector of a Dataverse solution, which keeps the parts of `apiProperties.json` in files of their own.
   * They were put together under that name; a place in it is no place in any file.
   */
  readonly isAssembled: boolean
}

/**
 * A connector as it was read: its files, and typed views of the two that carry meaning.
 * Everything is optional, because everything can be missing or broken.
 */
export interface Connector {
  /** The folder's or archive's name; empty when only loose files were given. */
  readonly name: string
  /** Every path that was given or listed, sorted. */
  readonly paths: readonly string[]
  readonly presence: Readonly<Record<ConnectorFileRole, Presence>>
  /** Only for a connector that was read from an archive. */
  readonly origin?: ConnectorOrigin
  readonly definitionFile?: JsonFile
  readonly propertiesFile?: JsonFile
  readonly settingsFile?: JsonFile
  readonly icon?: BinaryFile
  readonly script?: TextFile
  readonly readme?: TextFile
  readonly intro?: TextFile
  /** The definition's operations, parameters and schemas; absent when there is no readable JSON object. */
  readonly definition?: Definition
  /** The properties' connection parameters and policies; absent when there is no readable JSON object. */
  readonly properties?: Properties
}

/** The text files of a connector that were read, in a fixed order. */
export function textFilesOf(connector: Connector): readonly TextFile[] {
  const { definitionFile, propertiesFile, settingsFile, script, readme, intro } = connector
  return [definitionFile, propertiesFile, settingsFile, script, readme, intro].filter((file) => file !== undefined)
}

/** The JSON files of a connector that were read, in a fixed order. */
export function jsonFilesOf(connector: Connector): readonly JsonFile[] {
  const { definitionFile, propertiesFile, settingsFile } = connector
  return [definitionFile, propertiesFile, settingsFile].filter((file) => file !== undefined)
}
