/** What a family's page says about one rule. */
export interface PageSection {
  readonly rule: string
  /** What stands before the first section: where the rules belong. */
  readonly introduction: string
  /** Everything below the rule's heading, as it was written. */
  readonly text: string
  readonly wrong: readonly PageExample[]
  readonly right: readonly PageExample[]
  readonly hasSuppression: boolean
}

/** One fenced example. */
export interface PageExample {
  /** The fence's language. */
  readonly language: string
  /** Further words of the fence: what the example is a part of, and `name=value` options. */
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string>>
  readonly text: string
}

/** Takes a page apart: a second-level heading per rule, and under it the examples headed Wrong and Right. */
export function readRulePage(page: string): readonly PageSection[] {
  const [head = '', ...sections] = page.split(/^## `/m)
  const introduction = head.replace(/^# .*\n/, '').trim()
  return sections.map((section) => {
    const end = section.indexOf('`')
    const under = new Map(
      section
        .split(/^### /m)
        .slice(1)
        .map((part) => [part.split('\n', 1)[0]?.trim() ?? '', part]),
    )
    return {
      rule: section.slice(0, end),
      introduction,
      text: section.slice(end + 1).trim(),
      wrong: examplesIn(under.get('Wrong') ?? ''),
      right: examplesIn(under.get('Right') ?? ''),
      hasSuppression: under.has('When to suppress'),
    }
  })
}

function examplesIn(section: string): readonly PageExample[] {
  return [...section.matchAll(/^```(\w*) *([^\n]*)\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', info = '', text = '']) => {
      const words = info.split(/\s+/).filter(Boolean)
      const options = Object.fromEntries(words.filter((word) => word.includes('=')).map((word) => word.split('=', 2)))
      return { language, words: words.filter((word) => !word.includes('=')), options, text }
    },
  )
}
