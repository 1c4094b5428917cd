import type { Operation, TextFile } from '@sevenstep/connector-schema'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { type MarkdownOutline, outlineOf } from './markdown-outline.ts'
import { findSection, sectionTitles } from './readme-section.ts'

const mostSentences = 8
const enoughToBeAList = 3

const sections: readonly (readonly [kind: keyof typeof sectionTitles, name: string])[] = [
  ['prerequisites', 'Prerequisites'],
  ['credentials', 'How to get credentials'],
  ['knownIssues', 'Known issues and limitations'],
]

/** The introduction that becomes part of the public documentation page. */
export const introduction = defineRuleFamily({
  id: 'introduction',
  rules: {
    'intro-sections': {
      title: 'intro.md has a short opening paragraph and the sections readers need.',
      profiles: ['verified-publisher'],
      deviation:
        'no mend: only a person can write them; the sections every known introduction has are asked for, not "Get started", "Common errors" and "FAQ"',
      messages: {
        found: {
          what: 'The introduction has no section "{section}".',
          why: 'The documentation page of the connector is made from it and lacks what readers look for first.',
          fix: 'Add "## {section}".',
        },
        opening: {
          what: 'The introduction does not begin with a paragraph about the connector.',
          why: 'The first paragraph stands on top of the documentation page.',
          fix: 'Begin with up to eight sentences about the service and what the connector does with it.',
        },
        long: {
          what: 'The opening paragraph has {count} sentences; up to {max} are asked for.',
          why: 'The paragraph stands on top of the documentation page, where nobody reads a long text.',
          fix: 'Shorten it, or move parts of it to a section.',
        },
      },
    },
    'intro-no-operations': {
      title: 'intro.md does not list the operations.',
      profiles: ['verified-publisher'],
      messages: {
        found: {
          what: 'The introduction has a section "{section}".',
          why: 'Microsoft makes the list of operations from the definition; a second one on the page goes out of date.',
          fix: 'Remove the section.',
        },
        list: {
          what: 'The introduction lists operations of the connector, "{operation}" among them.',
          why: 'Microsoft makes the list of operations from the definition; a second one on the page goes out of date.',
          fix: 'Remove the list.',
        },
      },
    },
  },
  check(context) {
    return {
      connector({ intro, presence }) {
        const outline = intro && outlineOf(intro)
        if (intro !== undefined && outline !== undefined) checkIntroduction(context, intro, outline)
        else if (presence.intro !== 'absent') {
          const reason = intro === undefined ? 'No intro.md was read.' : 'intro.md is larger than 1 MB.'
          const handIn = intro === undefined ? 'Hand in intro.md too.' : undefined
          for (const rule of Object.keys(introduction.rules)) context.notChecked(rule, reason, handIn)
        }
      },
    }
  },
})

function checkIntroduction(context: CheckContext, file: TextFile, outline: MarkdownOutline): void {
  const { report } = context
  const place = { file, start: 0, end: 0 }
  checkOpening(context, file, outline)
  for (const [kind, section] of sections) {
    if (findSection(outline, kind) === undefined) report('intro-sections', place, { data: { section } })
  }
  const list = outline.headings.find(({ title }) =>
    /^(?:supported |available |list of )?(?:operations|actions|triggers)\b/.test(title),
  )
  if (list !== undefined) {
    const data = { section: list.text.trim() }
    report('intro-no-operations', { file, start: list.start, end: list.end }, { data })
    return
  }
  const [operation] = listedOperations(context.connector.definition?.operations ?? [], outline)
  if (operation !== undefined) report('intro-no-operations', place, { message: 'list', data: { operation } })
}

/** The paragraph before the first heading, or under the title. */
function checkOpening({ report }: CheckContext, file: TextFile, { headings, opening }: MarkdownOutline): void {
  const [title] = headings
  const isSection = title === undefined || sections.some(([kind]) => sectionTitles[kind].test(title.title))
  const under = isSection ? '' : file.text.slice(title.end, title.sectionEnd)
  const paragraph = opening[0] ?? under.trim().split(/\r?\n[ \t]*\r?\n/, 1)[0] ?? ''
  if (paragraph.trim() === '') {
    report('intro-sections', { file, start: 0, end: 0 }, { message: 'opening' })
    return
  }
  const count = paragraph.trim().split(/[.!?](?=\s+\p{Lu})/u).length
  if (count <= mostSentences) return
  const start = Math.max(0, file.text.indexOf(paragraph.slice(0, 40).split('\n', 1)[0] ?? ''))
  const data = { count, max: mostSentences }
  report('intro-sections', { file, start, end: start }, { message: 'long', data })
}

/** Names of operations that make up headings or begin items of lists; none when there are too few for a list. */
function listedOperations(operations: readonly Operation[], outline: MarkdownOutline): readonly string[] {
  const lines = [
    ...outline.headings.map(({ title }) => title),
    ...outline.items.map((item) => item.replace(/^[\s>*+\-\d.)_`]+/, '').toLowerCase()),
  ]
  const names = new Set(operations.map(({ summary = '' }) => summary.trim()).filter((name) => name.length > 3))
  const starts = new Set(lines.flatMap((line) => [line.trim(), line.split(/[:*_`–—(]| - /, 1)[0]?.trim() ?? '']))
  const found = [...names].filter((name) => starts.has(name.toLowerCase()))
  return found.length >= enoughToBeAList ? found : []
}
