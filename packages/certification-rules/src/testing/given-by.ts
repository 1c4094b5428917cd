import type { PageExample } from '@sevenstep/rule-engine'
import type { Given } from './given-connector.ts'

const parts: readonly string[] = ['definition', 'properties', 'settings', 'readme', 'intro', 'script', 'files']

/** The connector that a page's examples describe; nothing when they have no part that can be run. */
export function givenBy(examples: readonly PageExample[]): Given | undefined {
  const runnable = examples.flatMap((example) => {
    const part = example.words.find((word) => parts.includes(word))
    return part === undefined ? [] : [{ ...example, part }]
  })
  if (runnable.length === 0) return undefined
  const given: Record<string, unknown> = {}
  for (const { language, part, text, options } of runnable) {
    given[part] = part === 'files' ? linesOf(text) : parseExample(language, part, text)
    if (options.profile !== undefined) given.profile = options.profile
    if (options.target !== undefined) given.target = options.target
    if (options.folder === 'whole') given.isWholeFolder = true
    if (options.without !== undefined) given.without = options.without.split(',')
    if (options.titles !== undefined) given.knownTitles = options.titles.split(',')
  }
  return given
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

/** JSON examples are laid over the faultless connector when they can be read, and are the file as it is otherwise. */
function parseExample(language: string, part: string, text: string): unknown {
  if (language !== 'json' || (part !== 'definition' && part !== 'properties' && part !== 'settings')) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
