import type { JsonNode } from '@sevenstep/located-json'
import type { Place } from '@sevenstep/rule-engine'
import type { FlowSubject } from '../../checks/flow-subject.ts'
import { type CheckContext, defineRuleFamily } from '../../checks/rule-family.ts'
import { flowLimits } from '../../data/flow-limits.ts'

/** Whether a reader of the gallery learns from title and description what the flow does. */
export const flowTitles = defineRuleFamily({
  id: 'flow-titles',
  group: 'Package',
  rules: {
    'flow-title-present': {
      title: 'Package and flow have a title.',
      setting: 'error',
      sources: ['publish-template', 'publish-template-2018'],
      messages: {
        found: {
          what: 'The {thing} has no display name.',
          why: 'A template without a title is refused, and import shows an id instead.',
          fix: 'Name it for what it does, for example "Tell the owner about a sold car".',
        },
      },
    },
    'flow-title-meaningful': {
      title: 'The title says what the flow does.',
      setting: 'warning',
      sources: ['publish-template'],
      deviation: 'The page asks for a clear name; which words give none away is ours.',
      exceptions: [{ profiles: ['deployment'], setting: 'info', because: 'nobody browses for it' }],
      messages: {
        short: {
          what: 'The title "{title}" has {length} characters.',
          why: 'A reader of the gallery cannot tell what the flow does.',
          fix: 'Say in a few words what starts it and what it does.',
        },
        placeholder: {
          what: 'The title "{title}" sounds like a draft ("{word}").',
          why: 'Reviewers send such templates back.',
          fix: 'Say in a few words what starts it and what it does.',
        },
        file: {
          what: 'The title "{title}" is the name of a file.',
          why: 'It tells a reader of the gallery nothing.',
          fix: 'Say in a few words what starts it and what it does.',
        },
      },
    },
    'flow-description-present': {
      title: 'The template has a description.',
      setting: 'error',
      sources: ['publish-template', 'publish-template-2018'],
      exceptions: [{ profiles: ['deployment'], setting: 'info', because: 'nobody chooses it by its description' }],
      severityByMessage: { title: 'warning' },
      messages: {
        found: {
          what: 'The package has no description.',
          why: 'The gallery shows it, and reviewers ask for it.',
          fix: 'Describe in one or two sentences who it is for and what it saves them.',
        },
        title: {
          what: 'The description is the title again.',
          why: 'The gallery shows both, and reviewers ask for what the title does not say.',
          fix: 'Describe in one or two sentences who it is for and what it saves them.',
        },
      },
    },
    'flow-description-length': {
      title: 'A description has at most 256 characters.',
      setting: 'error',
      sources: ['limits'],
      deviation: 'Flows with longer ones in their definition were met in public packages, so that is a warning.',
      severityByMessage: { definition: 'warning', step: 'warning' },
      messages: {
        definition: {
          what: 'The description in the definition has {length} characters; {most} are documented as the limit.',
          why: 'Longer ones were met in flows that run, but saving or importing may be refused.',
          fix: 'Shorten it, and move details into the documentation.',
        },
        step: {
          what: 'The description of "{name}" has {length} characters; {most} are documented as the limit.',
          why: 'Saving or importing the flow may be refused.',
          fix: 'Shorten it, and move details into the documentation.',
        },
        found: {
          what: 'The description has {length} characters; {most} are allowed.',
          why: 'The service refuses the flow when it is saved.',
          fix: 'Shorten it, and move details into the documentation.',
        },
      },
    },
  },
  check(context) {
    const { package: read, flows } = context.subject
    const root = read.kind === 'export' ? read.manifest.file.json.root : undefined
    if (root !== undefined) {
      const details = root.member('details') ?? root
      checkTitle(details.member('displayName'), details, 'package', context)
      checkDescription(details, context)
    }
    for (const { flow, definition, triggers, actions } of flows) {
      const properties = flow.file.json.root?.member('properties')
      const title = properties?.member('displayName')
      const isSaidElsewhere = read.kind === 'solution' || properties === undefined
      if (!isSaidElsewhere) checkTitle(title, properties, 'flow', context)
      else if (read.kind === 'solution') judgeTitle(flow.displayName, flow.file.json.root, context)
      checkLength(definition?.member('description'), context, 'definition')
      for (const node of [...triggers, ...actions.map((action) => action.node)])
        checkLength(node.member('description'), context, 'step', node.key)
    }
  },
})

function checkTitle(title: JsonNode | undefined, holder: JsonNode, thing: string, context: CheckContext): void {
  if (typeof title?.value !== 'string' || title.value.trim() === '') {
    context.report('flow-title-present', title ?? holder, { data: { thing } })
  } else judgeTitle(title.value, title, context)
}

function judgeTitle(text: string, at: JsonNode | undefined, { report, subject }: CheckContext): void {
  const title = text.trim()
  if (at === undefined || title === '') return
  const word = placeholder.exec(title)?.[0]
  if (word !== undefined) report('flow-title-meaningful', at, { message: 'placeholder', data: { title, word } })
  else if (isFileName(title, subject)) report('flow-title-meaningful', at, { message: 'file', data: { title } })
  else if (title.length < 8)
    report('flow-title-meaningful', at, { message: 'short', data: { title, length: title.length } })
}

const placeholder =
  /^(?:(?:copy|kopie) of\b|(?:new|my|test|untitled|sample|demo)(?: (?:flow|workflow|test|template))?(?: ?\d+)?$|test\b|untitled\b|asdf|foo\b)|\b(?:test|draft|wip|todo|do not use)[)\]}]?$|- copy(?: ?\d*)?$/i

function isFileName(title: string, { package: { name } }: FlowSubject): boolean {
  return (
    /\.(?:zip|json)$/i.test(title) ||
    (/[_\d]/.test(title) && !title.includes(' ') && title === name.replace(/\.zip$/i, ''))
  )
}

function checkDescription(details: JsonNode, context: CheckContext): void {
  const description = details.member('description')
  if (typeof description?.value !== 'string' || description.value.trim() === '') {
    const at: Place = description ?? details
    context.report('flow-description-present', at)
    return
  }
  if (sameWords(description.value, String(details.member('displayName')?.value ?? '')))
    context.report('flow-description-present', description, { message: 'title' })
  checkLength(description, context)
}

/** Whether two texts say the same but for case, blanks and the marks at their ends. */
function sameWords(one: string, other: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').trim().replace(/\s+/g, ' ').replace(/[.!]$/, '').toLowerCase()
  return plain(one) === plain(other)
}

function checkLength(description: JsonNode | undefined, { report }: CheckContext, message = 'found', name = ''): void {
  if (typeof description?.value !== 'string') return
  const { length } = description.value
  const most = flowLimits.descriptionLength
  if (length > most) report('flow-description-length', description, { message, data: { name, length, most } })
}
