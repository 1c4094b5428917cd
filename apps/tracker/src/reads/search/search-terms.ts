import { type GlossaryEntry, glossary } from '@sevenstep/onboarding'

/** Longest search, in characters. */
const longestSearch = 200

/** What is looked for: the words as typed, the same with names of another time in their place, and those names. */
export interface SearchTerms {
  readonly query: string
  /** Each variant as lower-case words that all have to be found. */
  readonly variants: readonly (readonly string[])[]
  /** Names that changed and that the query uses. */
  readonly renamed: readonly GlossaryEntry[]
}

/** Cleans what somebody typed; undefined where nothing is left to look for. */
export function searchTermsFrom(typed: string | undefined): SearchTerms | undefined {
  // PostgreSQL takes no NUL, and nobody searches for other control characters.
  const query = (typed ?? '')
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, longestSearch)
  if (query === '') return undefined
  const lower = query.toLowerCase()
  const renamed = glossary.filter((entry) => namesOf(entry).some((name) => hasWords(lower, name)))
  const texts = [lower]
  for (const entry of renamed) {
    const names = namesOf(entry)
    const used = names.filter((name) => hasWords(lower, name)).sort((a, b) => b.length - a.length)[0]
    if (used === undefined) continue
    for (const name of names) if (name !== used) texts.push(lower.replace(used, name))
  }
  return { query, variants: [...new Set(texts)].map((text) => text.split(/\s+/).filter(Boolean)), renamed }
}

/** True where every word of some variant stands in the text. */
export function matches({ variants }: Pick<SearchTerms, 'variants'>, text: string): boolean {
  const lower = text.toLowerCase()
  return variants.some((words) => words.every((word) => lower.includes(word)))
}

/** Every name, old and new, in full and as people shorten it: "Microsoft Entra ID" is also "Entra". */
function namesOf({ now, before }: GlossaryEntry): string[] {
  const names = [now.en, now.nl, ...before].map((name) => name.toLowerCase())
  const short = names.map((name) => name.replace(/^microsoft (?=\p{L})/u, '').replace(/ id$/, ''))
  return [...new Set([...names, ...short])]
}

/** True where the name stands in the text as words of its own. */
function hasWords(text: string, name: string): boolean {
  const at = text.indexOf(name)
  if (at < 0) return false
  return !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + name.length] ?? ' ')
}
