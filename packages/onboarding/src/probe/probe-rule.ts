import type { RulesNamed } from '../item.ts'

/** What a page is about, as its address or its title says. */
export type PageTopic = 'help' | 'privacy' | 'support' | 'terms'

/** Where an address has to lead in the end. */
export interface Destination {
  readonly host: string
  /** What the path has to hold, in any case. */
  readonly path?: string
}

/**
 * What the addresses handed in for an item have to show. Whatever the item asks, an address has to answer with a status that
 * means success, in the end over https; the rest is stated here.
 */
export interface ProbeRule {
  /** How many different pages have to be handed in. */
  readonly pages: number
  /** One of the pages has to be about each of these. */
  readonly topics?: readonly PageTopic[]
  /** One of these has to be where every address leads. */
  readonly leadsTo?: readonly Destination[]
  /**
   * What a page to sign in means: `refused` where everybody has to see what is behind it, `unclear` where it hides what would
   * be judged, `expected` where the page has to lead to Microsoft’s sign-in, `ignored` where it does not matter.
   */
  readonly signIn: 'refused' | 'unclear' | 'expected' | 'ignored'
  /** The answer has to be this document, or the address itself has to be made like this. */
  readonly form?: 'openid-configuration' | 'consent-address'
  /** The title has to name the product. */
  readonly namesProduct?: true
  /** These rules of a room judge the answer; all of them have to be decided. */
  readonly rules?: RulesNamed
  /** Rules of that room that count where they failed; what they judge is mostly not to be seen from outside. */
  readonly alsoFails?: readonly string[]
  /**
   * `everything`: what the machine saw settles the item. `failures`: it sees a part only, so that a plain failure settles it
   * and the rest stays with a reviewer.
   */
  readonly settles: 'everything' | 'failures'
}

/** Pages that everybody has to be able to open, and what they are about. */
export function publicPages(pages: number, ...topics: readonly PageTopic[]): ProbeRule {
  return { pages, topics, signIn: 'refused', settles: 'everything' }
}

/** The page that embeds the widget, judged by rules about it and the headers it is sent with. */
export function hostPage(...families: readonly string[]): ProbeRule {
  return { pages: 1, signIn: 'unclear', rules: { room: 'flow-embed', families }, settles: 'everything' }
}
