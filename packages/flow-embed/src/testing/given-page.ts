import type { Edition, Profile } from '../engine/embed-subject.ts'
import type { HostFacts } from '../engine/host-facts.ts'
import { faultlessHtml } from './faultless-page.ts'

/** A page for a test: what is left out is faultless or absent. */
export interface Given {
  /** The page itself; the faultless one when left out. */
  readonly html?: string
  /** `app.js`. */
  readonly script?: string
  /** Further files, by path. */
  readonly files?: Readonly<Record<string, string>>
  readonly facts?: HostFacts
  readonly profile?: Profile
  readonly edition?: Edition
}

/** The files of a given page. */
export function filesOf({ html = faultlessHtml, script = '', files = {} }: Given): { path: string; content: string }[] {
  return Object.entries({ 'index.html': html, 'app.js': script, ...files }).map(([path, content]) => ({
    path,
    content,
  }))
}
