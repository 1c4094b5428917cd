import type { Definition } from '@sevenstep/connector-schema'
import { type CheckContext, defineRuleFamily, type Mend } from '../../engine/rule-family.ts'

const rootOrder: readonly string[] = [
  'swagger',
  'info',
  'host',
  'schemes',
  'consumes',
  'paths',
  'definitions',
  'parameters',
]

/** How the definition is laid out. Nothing here changes what it means. */
export const jsonStyle = defineRuleFamily({
  id: 'json-style',
  rules: {
    'style-indent-four-spaces': {
      title: 'The definition is indented by four blanks.',
      deviation: 'no mend: off, because nineteen of twenty accepted connectors use two blanks',
      messages: {
        found: {
          what: 'The definition is not indented by four blanks.',
          why: 'Old coding standards ask for four; in practice two are as good.',
          fix: 'Nothing, unless a reviewer asks for it.',
        },
      },
    },
    'style-no-hard-tabs': {
      title: 'The definition holds no tabs.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The definition is indented by tabs ({count} lines).',
          why: 'Tabs are shown with another width everywhere, which makes reviews harder to read.',
          fix: 'Indent by blanks.',
        },
      },
    },
    'style-no-trailing-whitespace': {
      title: 'No line of the definition ends in white space.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'White space ends this line; lines that end so: {count}.',
          why: 'It shows up as a change in reviews without being one.',
          fix: 'Remove the white space at the ends of lines.',
        },
      },
    },
    'style-key-order': {
      title: 'The top-level keys stand in the usual order.',
      deviation:
        'some more than measured: the order is taken letter by letter; no mend: moving whole sections would hide every other change in a review',
      messages: {
        found: {
          what: '"{key}" stands behind "{before}".',
          why: 'Readers look for the parts in the usual order: {order}.',
          fix: 'Move it, when you next restructure the file.',
        },
      },
    },
  },
  check(context) {
    return {
      definition(definition) {
        checkLayout(context, definition)
        checkOrder(context, definition)
      },
    }
  },
  mends: { 'style-no-hard-tabs': replaceTabs(), 'style-no-trailing-whitespace': trimLines() },
})

function checkLayout({ report }: CheckContext, { file }: Definition): void {
  const { text } = file
  const indent = /\n( +|\t+)"/.exec(text)?.[1]
  if (indent !== undefined && indent !== '    ') report('style-indent-four-spaces', { file, start: 0, end: 0 })
  const tabs = indentingTabs(text)
  if (tabs[0] !== undefined) report('style-no-hard-tabs', { file, ...tabs[0] }, { data: { count: tabs.length } })
  const trailing = trailingBlanks(text)
  if (trailing[0] !== undefined) {
    report('style-no-trailing-whitespace', { file, ...trailing[0] }, { data: { count: trailing.length } })
  }
}

function checkOrder({ report }: CheckContext, { node }: Definition): void {
  let highest = -1
  for (const child of node.children) {
    const place = rootOrder.indexOf(child.key === 'produces' ? 'consumes' : (child.key ?? ''))
    if (place < 0) continue
    if (place < highest) {
      const data = {
        key: child.key ?? '',
        before: rootOrder[highest] ?? '',
        order: rootOrder.join(', ').replace('consumes', 'consumes and produces'),
      }
      report('style-key-order', child, { data, onKey: true })
      return
    }
    highest = place
  }
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** Tabs at the start of a line: between lines there is no text of JSON they could belong to. */
function indentingTabs(text: string): readonly Stretch[] {
  if (!text.includes('\t')) return []
  return [...text.matchAll(/(?<=^|\n) *\t[ \t]*/g)].map(({ index, 0: blanks }) => ({
    start: index,
    end: index + blanks.length,
  }))
}

/** Looks back from each line end: a search for blanks would stop at every indentation. */
function trailingBlanks(text: string): readonly Stretch[] {
  const found: Stretch[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) addBlanksBefore(text, at, found)
  addBlanksBefore(text, text.length, found)
  return found
}

function addBlanksBefore(text: string, lineEnd: number, found: Stretch[]): void {
  const end = text.charCodeAt(lineEnd - 1) === 13 ? lineEnd - 1 : lineEnd
  let start = end
  while (start > 0 && (text.charCodeAt(start - 1) === 32 || text.charCodeAt(start - 1) === 9)) start--
  if (start < end) found.push({ start, end })
}

function replaceTabs(): Mend {
  return ({ connector, edit }) => {
    const text = connector.definitionFile?.text ?? ''
    for (const { start, end } of indentingTabs(text))
      edit.replace(start, end, text.slice(start, end).replaceAll('\t', '  '))
  }
}

function trimLines(): Mend {
  return ({ connector, edit }) => {
    for (const { start, end } of trailingBlanks(connector.definitionFile?.text ?? '')) edit.replace(start, end, '')
  }
}
