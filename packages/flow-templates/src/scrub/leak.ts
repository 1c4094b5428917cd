import type { JsonNode, JsonValue } from '@sevenstep/located-json'
import type { MessageData, Place } from '@sevenstep/rule-engine'
import type { PackageXml } from '../model/package-file.ts'
import type { XmlElement } from '../xml/xml-element.ts'

/** Rules about what should not leave the house with a package. */
export type LeakRule =
  | 'flow-no-mail-address'
  | 'flow-no-site-address'
  | 'flow-no-tenant-id'
  | 'flow-no-creator'
  | 'flow-no-source-ids'
  | 'flow-no-picked-file'
  | 'flow-no-secret'
  | 'flow-no-sas'
  | 'solution-no-current-values'

/** How a place is cleaned. */
export type Cleaning =
  /** The text without what leaks; applied to what earlier cleanings of the same text left. */
  | { readonly kind: 'text'; readonly clean: (text: string) => string }
  /** Another value in its place. */
  | { readonly kind: 'value'; readonly value: JsonValue }
  /** The member goes. */
  | { readonly kind: 'remove' }
  /** The file goes. */
  | { readonly kind: 'remove-file' }

/** One thing in a package that should not leave the house. */
export interface Leak {
  readonly rule: LeakRule
  readonly message: string
  /** For the sentences; never a secret. */
  readonly data: MessageData
  /** The file it stands in. */
  readonly path: string
  /** The value it stands in; nothing for a text file or a file as a whole. */
  readonly node?: JsonNode
  /** The element of an XML file it stands in. */
  readonly element?: { readonly file: PackageXml; readonly element: XmlElement }
  readonly at: Place
  readonly cleaning: Cleaning
}
