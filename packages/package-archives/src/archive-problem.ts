import { type ArchiveProblemCode, archiveProblemTexts } from './archive-problem-texts.ts'

/** How much a problem costs: the whole archive, one entry, or nothing (`none`: worth saying, everything stays readable). */
export type ArchiveProblemEffect = 'archive' | 'entry' | 'none'

/**
 * One thing that is wrong with an archive, as a value. Nothing in this package throws for the bytes it is given.
 * Every sentence is complete and in English; names that came out of the archive are quoted, escaped and shortened in them.
 */
export interface ArchiveProblem {
  /** Stable: may be matched on. */
  readonly code: ArchiveProblemCode
  readonly effect: ArchiveProblemEffect
  /** What was found, naming the archive and the entry. */
  readonly what: string
  /** Why it matters. */
  readonly why: string
  /** What to do about it. */
  readonly fix: string
  /** Name of the archive, as given in the options; nested archives are joined with `!`, as in `outer.zip!inner.zip`. */
  readonly archive: string
  /** The entry's name, normalised where that was possible and otherwise as stored. */
  readonly path?: string
  /** Byte offset of the place in the archive the problem was found in, from 0. */
  readonly offset?: number
}

/** Where a problem is, and the facts that its first sentence is completed with. */
export interface ProblemPlace {
  readonly archive: string
  readonly path?: string
  readonly offset?: number
  /** Ends the sentence `what`; already safe to print. */
  readonly detail?: string
}

export function archiveProblem(code: ArchiveProblemCode, place: ProblemPlace): ArchiveProblem {
  const text = archiveProblemTexts[code]
  const facts: Readonly<Record<string, string>> = {
    archive: quoteName(place.archive),
    path: quoteName(place.path ?? ''),
    detail: place.detail ?? '',
  }
  return {
    code,
    effect: text.effect,
    what: text.what.replace(/\{(archive|path|detail)\}/g, (_, name: string) => facts[name] ?? ''),
    why: text.why,
    fix: text.fix,
    archive: place.archive,
    ...(place.path === undefined ? {} : { path: place.path }),
    ...(place.offset === undefined ? {} : { offset: place.offset }),
  }
}

const longestQuote = 120

/** Quotes a name for a sentence: control and direction characters escaped, the middle of long names left out. */
export function quoteName(name: string): string {
  const short = name.length <= longestQuote ? name : `${name.slice(0, 70)}…${name.slice(-40)}`
  const escaped = short.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  )
  return `"${escaped}"`
}
