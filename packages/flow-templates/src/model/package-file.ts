import type { LocatedJson } from '@sevenstep/located-json'
import type { XmlReading } from '../xml/read-xml.ts'

/** A file as it is handed to `readPackage`. */
export interface GivenFile {
  /** Path inside the package, with `/` between folders; one that ends with `/` is a folder. */
  readonly path: string
  readonly content: string | Uint8Array
}

/** What a file of a package is. `other` is everything that is not understood; it is kept byte for byte like the rest. */
export type FileRole =
  | 'manifest'
  | 'flows-manifest'
  | 'flow'
  | 'flow-description'
  | 'connections-map'
  | 'apis-map'
  | 'solution'
  | 'customizations'
  | 'connector'
  | 'connector-part'
  | 'environment-variable'
  | 'environment-variable-values'
  | 'other'

/** One file or folder of a package. */
export interface PackageFile {
  /** Relative, unique, with `/` between folders. */
  readonly path: string
  readonly role: FileRole
  /** Empty for a folder. */
  readonly bytes: Uint8Array
  readonly isFolder: boolean
  /** Left behind by an operating system; takes no part in the content hash. */
  readonly isPlatformJunk: boolean
}

/** A text file of a package, decoded. */
export interface PackageText {
  readonly path: string
  /** A byte-order mark stays in front, so that offsets fit the file. */
  readonly text: string
  /** False when bytes had to be replaced; changes to such a file are refused. */
  readonly isUtf8: boolean
}

/** A JSON file of a package, with the position of every value. */
export interface PackageJson extends PackageText {
  readonly json: LocatedJson
}

/** An XML file of a package, with the position of every element. */
export interface PackageXml extends PackageText {
  readonly xml: XmlReading
}
