import type { ArchiveProblem } from '@sevenstep/package-archives'
import type { JudgedFile } from '@sevenstep/rule-engine'
import type { ReadXml } from './read-xml.ts'

/** A file of the package as it was found: its bytes, or why they cannot be had. */
export interface PackageFile {
  readonly path: string
  readonly bytes: Uint8Array | undefined
}

/** A solution within the package. */
export interface PackageSolution {
  /** Within `package.zip`. */
  readonly path: string
  readonly uniqueName: string | undefined
  /** Nothing where `solution.xml` does not say. */
  readonly isManaged: boolean | undefined
  /** LCIDs of the languages that `solution.xml` names. */
  readonly languages: readonly string[]
  /** Why it could not be read; nothing when it was. */
  readonly fault?: string
}

/** The AppSource package of an offer on Dataverse, read. */
export interface OfferPackage {
  /** The package's path in the offer's folder. */
  readonly path: string
  readonly problems: readonly ArchiveProblem[]
  /** The files of the outer archive, by path. */
  readonly files: ReadonlyMap<string, PackageFile>
  /** What stands before every name, with a slash, where all of the package lies in one folder too many. */
  readonly nestedIn: string | undefined
  readonly inputXml: { readonly file: JudgedFile; readonly xml: ReadXml } | undefined
  /** The inner archive; nothing when the package has none. */
  readonly inner: InnerPackage | undefined
}

/** `package.zip` within the package. */
export interface InnerPackage {
  /** Where it is, the outer archive's path before its own. */
  readonly path: string
  readonly problems: readonly ArchiveProblem[]
  readonly paths: readonly string[]
  readonly solutions: readonly PackageSolution[]
}
