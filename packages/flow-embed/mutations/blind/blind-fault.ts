/**
 * What goes wrong in real pages that embed Power Automate, written by somebody who had seen no rule, test or page of this
 * room: from Microsoft's page about embedding, from what its script accepts, and from issues in public. A kind says
 * where a good check has to point and which words it can hardly do without; which rule speaks is not its business.
 */
export interface BlindFault {
  readonly name: string
  /** Whether pages are known to fail for it, or a requirement is written down. */
  readonly from: 'rejection' | 'requirement'
  /** Where the reason can be read. */
  readonly source: string
  /** Texts of the clean page that occur once, and what they become. */
  readonly edits: readonly { readonly file: HostFile; readonly replace: string; readonly by: string }[]
  /** What the server sends with the page, where the fault is there. */
  readonly headers?: Readonly<Record<string, string>>
  /** The address at which the page is served, where the fault is there. */
  readonly address?: string
  /** Any of these is right: the finding begins inside the text, which occurs once; the whole file without a text. */
  readonly at: readonly Place[]
  readonly severity: 'error' | 'warning' | 'info'
  /** What the message can hardly do without. */
  readonly says: RegExp
}

/** The two files of the clean page. */
export type HostFile = 'index.html' | 'desk.js'

/** Where a finding has to point. */
export interface Place {
  readonly file: HostFile | 'headers' | 'address'
  readonly text?: string
}

/** A fault of one edit of the script, with the finding inside what was planted unless a place is given. */
export const script = (
  name: string,
  from: BlindFault['from'],
  source: string,
  replace: string,
  by: string,
  severity: BlindFault['severity'],
  says: RegExp,
  at: readonly string[] = [by],
): BlindFault => ({
  name,
  from,
  source,
  edits: [{ file: 'desk.js', replace, by }],
  at: at.map((text) => ({ file: 'desk.js', text })),
  severity,
  says,
})

/** A fault of one edit of the page. */
export const page = (
  name: string,
  from: BlindFault['from'],
  source: string,
  replace: string,
  by: string,
  severity: BlindFault['severity'],
  says: RegExp,
  at: readonly string[] = [by],
): BlindFault => ({
  name,
  from,
  source,
  edits: [{ file: 'index.html', replace, by }],
  at: at.map((text) => ({ file: 'index.html', text })),
  severity,
  says,
})

/** A fault of what the server sends. */
export const sent = (
  name: string,
  source: string,
  headers: Readonly<Record<string, string>>,
  severity: BlindFault['severity'],
  says: RegExp,
): BlindFault => ({
  name,
  from: 'rejection',
  source,
  edits: [],
  headers,
  at: [{ file: 'headers' }],
  severity,
  says,
})
