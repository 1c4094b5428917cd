import type { Given } from './given-connector.ts'

/** What a family's page says about one rule. */
export interface PageSection {
  readonly rule: string
  readonly wrong: readonly Example[]
  readonly right: readonly Example[]
  readonly hasSuppression: boolean
}

/** One fenced example. `part` says which file it is; nothing for one that is only to be read. */
export interface Example {
  /** The fence's language; only `json` is laid over the faultless connector. */
  readonly language: string
  readonly part: keyof Given | undefined
  readonly text: string
  readonly options: Readonly<Record<string, string>>
}

const parts: readonly string[] = ['definition', 'properties', 'settings', 'readme', 'intro', 'script', 'files']

/** Takes a page apart: a second-level heading per rule, and under it the examples headed Wrong and Right. */
export function readPage(page: string): readonly PageSection[] {
  return page
    .split(/^## `/m)
    .slice(1)
    .map((section) => {
      const rule = section.slice(0, section.indexOf('`'))
      const under = new Map(
        section
          .split(/^### /m)
          .slice(1)
          .map((part) => [part.split('\n', 1)[0]?.trim() ?? '', part]),
      )
      return {
        rule,
        wrong: examplesIn(under.get('Wrong') ?? ''),
        right: examplesIn(under.get('Right') ?? ''),
        hasSuppression: under.has('When to suppress'),
      }
    })
}

/** The connector an example describes; nothing when it has no part that can be run. */
export function givenBy(examples: readonly Example[]): Given | undefined {
  const runnable = examples.filter((example) => example.part !== undefined)
  if (runnable.length === 0) return undefined
  const given: Record<string, unknown> = {}
  for (const { language, part, text, options } of runnable) {
    given[part ?? ''] =
      part === 'files'
        ? text
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean)
        : parseExample(language, part, text)
    if (options.profile !== undefined) given.profile = options.profile
    if (options.target !== undefined) given.target = options.target
    if (options.folder === 'whole') given.isWholeFolder = true
    if (options.without !== undefined) given.without = options.without.split(',')
    if (options.titles !== undefined) given.knownTitles = options.titles.split(',')
  }
  return given
}

/** JSON examples are laid over the faultless connector when they can be read, and are the file as it is otherwise. */
function parseExample(language: string, part: keyof Given | undefined, text: string): unknown {
  if (language !== 'json' || (part !== 'definition' && part !== 'properties' && part !== 'settings')) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function examplesIn(section: string): readonly Example[] {
  return [...section.matchAll(/^```(\w*) *([^\n]*)\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', info = '', text = '']) => {
      const words = info.split(/\s+/).filter(Boolean)
      const part = words.find((word) => parts.includes(word))
      const options = Object.fromEntries(words.filter((word) => word.includes('=')).map((word) => word.split('=', 2)))
      // `part` was found among the names of parts, which are keys of Given.
      return { language, part: part as keyof Given | undefined, text, options }
    },
  )
}
