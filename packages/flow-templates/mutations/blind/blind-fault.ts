/**
 * Damage that a real vendor does to a package of flows, written by somebody who had seen no rule, test or page of this
 * room: from Microsoft's documented requirements and limits, from packages that failed to import and from issues in
 * public. A kind says where a good check has to point and which words it can hardly do without; which rule speaks is
 * not its business.
 */

/** What a kind starts from: the made-up package of this folder, or a real solution of the corpus. */
export type Ground =
  | 'overdue-tickets'
  | '060b86fc-sharepoint-list-update-created-by.zip'
  | '16623d34-utility-flow-get-sharepoint-info-from-environment-variables.zip'
  | '648d5deb-mail-archive-pdf.zip'

/** One edit of one entry of the archive. */
export type Edit =
  /** The value at a JSON pointer becomes this one; it is added when nothing is there. */
  | { readonly entry: string; readonly pointer: string; readonly value: unknown }
  /** What is at a JSON pointer goes. */
  | { readonly entry: string; readonly pointer: string; readonly removed: true }
  /** A text that occurs once becomes another. */
  | { readonly entry: string; readonly replace: string; readonly by: string }
  /** An entry is renamed, or left out with `null`. */
  | { readonly entry: string; readonly renamed: string | null }
  /** An entry is added. */
  | { readonly entry: string; readonly added: string }
  /** The archive as a whole: under another file name, with a folder around its entries, or zipped once more. */
  | { readonly archive: 'named' | 'in-folder' | 'zipped-again'; readonly name: string }

/** Where a finding has to point: an entry and in it a JSON pointer or a text; the package itself when the entry is empty. */
export interface Place {
  readonly entry: string
  readonly pointer?: string
  readonly text?: string
}

/** One kind of damage. */
export interface BlindFault {
  readonly name: string
  /** Whether packages were refused or failed to import for it, or a limit or requirement is written down. */
  readonly from: 'rejection' | 'requirement'
  /** Where the reason can be read. */
  readonly source: string
  readonly ground: Ground
  readonly edits: readonly Edit[]
  /** Any of these places is right. */
  readonly at: readonly Place[]
  /** The least severity that fits the reason. */
  readonly severity: 'error' | 'warning' | 'info'
  /** What the message can hardly do without. */
  readonly says: RegExp
}
