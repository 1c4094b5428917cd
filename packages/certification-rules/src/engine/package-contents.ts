/**
 * An archive with everything in it, archives in it included: what is where, not what it says. Reading a connector's
 * archive with `@sevenstep/connector-schema/archives` gives one.
 */
export interface PackageContents {
  /** Its file name, with those around it: `package.zip!PkgAssets/solution.zip`. */
  readonly name: string
  /** Its path in the archive around it; empty for the outermost. */
  readonly path: string
  readonly entries: readonly PackageEntry[]
  /** Archives among the entries. */
  readonly archives: readonly PackageContents[]
  /** What the archive is as a Dataverse solution; nothing when it holds none of a solution's files. */
  readonly solution?: SolutionParts
}

/** A file or folder in an archive. */
export interface PackageEntry {
  /** Relative, with `/` between folders, without a slash at the end. */
  readonly path: string
  readonly isFolder: boolean
  /** Left behind by an operating system: `__MACOSX/`, `.DS_Store`. */
  readonly isPlatformJunk: boolean
}

/** A Dataverse solution from outside: which of its parts are there. */
export interface SolutionParts {
  /** `solution.xml`, `customizations.xml` and `[Content_Types].xml`, as far as they are at the root. */
  readonly files: readonly string[]
  /** Names of the elements in `customizations.xml` that hold something: `Connectors`, `Workflows`. */
  readonly nodes: readonly string[]
  /** Folders at the root: `Connector`, `Workflows`. */
  readonly folders: readonly string[]
}
