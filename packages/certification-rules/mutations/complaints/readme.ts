import type { MutableConnector } from '../mutable-connector.ts'
import { type Mutation, mutation, review } from '../mutation.ts'

const template = review('PR #1389')

/** Sections of the readme template that reviewers ask for one by one. */
export const readmeComplaints: readonly Mutation[] = [
  mutation('readme-title-missing', template, ['readme-title'], (connector) => {
    // Accepted readmes start at any level; only one without headings has no title.
    const lines = readmeLines(connector)
    const others = lines.filter((line) => !/^#{1,6}\s/.test(line))
    if (others.length === lines.length || others.some(looksLikeMarkup)) return undefined
    connector.texts.readme = others.join('\n')
    return { file: 'readme' }
  }),
  section('readme-publisher', /publisher/i),
  section('readme-prerequisites', /pre-?\s?requisites?/i),
  section('readme-supported-operations', /supported (operations|actions|triggers)|operations|actions|triggers/i),
  section('readme-obtaining-credentials', /credentials|authenticat/i),
  section('readme-known-issues', /known issues|limitations/i),
  section('readme-deployment-instructions', /deploy/i, 'verified-publisher'),
  misspelt('readme-prerequisites-misspelt', 'readme-prerequisites', /^(#+\s*)Prerequisites\s*$/, '$1Before all else'),
  misspelt(
    'readme-known-issues-under-other-heading',
    'readme-known-issues',
    /^(#+\s*)Known Issues and Limitations\s*$/i,
    '$1Notes',
  ),
  misspelt(
    'readme-operations-under-other-heading',
    'readme-supported-operations',
    /^(#+\s*)Supported Operations\s*$/i,
    '$1Features',
  ),
  mutation('readme-template-sentence-left', template, ['readme-no-template-text'], (connector) => {
    const { readme } = connector.texts
    if (readme === undefined) return undefined
    const line = readme.split(/\r\n|\n|\r/).length + 2
    connector.texts.readme = `${readme}\n\nRequired. Describe actions, triggers, and other endpoints.\n`
    return { file: 'readme', position: { line, column: 1 }, alternatives: [{ file: 'readme' }] }
  }),
  mutation('readme-empty', template, ['readme-title', 'readme-prerequisites'], (connector) => {
    if (connector.texts.readme === undefined) return undefined
    connector.texts.readme = ''
    return { file: 'readme' }
  }),
]

/** Takes a section out, heading and text; only where nothing else in the readme speaks of its subject. */
function section(rule: string, subject: RegExp, kind?: MutableConnector['kind']): Mutation {
  const setting = kind === undefined ? {} : { profile: kind }
  return mutation(
    `${rule}-missing`,
    template,
    [rule],
    (connector) => {
      if (kind !== undefined && connector.kind !== kind) return undefined
      const lines = readmeLines(connector)
      const headings = lines.flatMap((line, index) => (/^#{2,6}\s*\S/.test(line) && subject.test(line) ? [index] : []))
      const [start] = headings
      if (start === undefined || headings.length !== 1) return undefined
      const level = depth(lines[start])
      const length = lines.slice(start + 1).findIndex((line) => /^#{1,6}\s*\S/.test(line) && depth(line) <= level)
      const end = length < 0 ? lines.length : start + 1 + length
      const rest = [...lines.slice(0, start), ...lines.slice(end)]
      if (rest.some((line) => looksLikeHeading(line) && subject.test(line))) return undefined
      connector.texts.readme = rest.join('\n')
      return { file: 'readme' }
    },
    setting,
  )
}

function misspelt(id: string, rule: string, heading: RegExp, replacement: string): Mutation {
  return mutation(id, template, [rule], (connector) => {
    const lines = readmeLines(connector)
    const words = rule.slice('readme-'.length).split('-')[0] ?? rule
    const index = lines.findIndex((line) => heading.test(line))
    const others = lines.filter(
      (line, at) => at !== index && looksLikeHeading(line) && line.toLowerCase().includes(words),
    )
    if (index < 0 || others.length > 0) return undefined
    connector.texts.readme = lines
      .map((line, at) => (at === index ? line.replace(heading, replacement) : line))
      .join('\n')
    return { file: 'readme' }
  })
}

function readmeLines(connector: MutableConnector): string[] {
  return (connector.texts.readme ?? '').split(/\r\n|\n|\r/)
}

function depth(line: string | undefined): number {
  return /^#*/.exec(line ?? '')?.[0].length ?? 0
}

/** A line that Markdown may take for a heading, or underline the one before with. */
function looksLikeMarkup(line: string): boolean {
  return /^\s*(#|\*\*|__|<h\d|=+\s*$|-+\s*$)/i.test(line)
}

/** A heading, or a line in bold that readers take for one. */
function looksLikeHeading(line: string): boolean {
  return /^\s*(#|\*\*|__)/.test(line) || /^\W*\w[\w ]{0,40}:\s*\S*/.test(line)
}
