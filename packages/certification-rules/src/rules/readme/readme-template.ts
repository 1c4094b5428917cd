import type { TextFile } from '@sevenstep/connector-schema'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'
import { outlineOf } from './markdown-outline.ts'

/** What the template's instructions begin with. */
const instructions =
  /^[ \t]*(?:required|optional)\. {1,3}(?:one paragraph|it should be the company|any plans or licenses|describe actions|explain the authentication|how to get started with|include any known|include frequently|add instructions on)[^\n]{0,200}/gim

/** Headings of the templates that are to be replaced. */
const placeholders: ReadonlySet<string> = new Set([
  'title',
  'your connector name',
  'name of connector',
  "publisher: publisher's name",
  'publisher: publisher’s name',
  'operation 1',
  'operation 2',
  'question 1',
  'question 2',
])

/** Text of the template that was meant to be replaced. */
export const readmeTemplate = defineRuleFamily({
  id: 'readme-template',
  rules: {
    'readme-no-template-text': {
      title: 'Nothing of the template is left in the readme.',
      profiles: certifiedProfiles,
      perTarget: { repository: 'warning', package: 'warning' },
      deviation:
        'a warning: the measurement counted few of the template’s sentences; with its headings some 7 % of accepted readmes have something left',
      messages: {
        found: {
          what: 'An instruction of the template is still there: "{text}".',
          why: 'It tells readers what you should have written, and shows reviewers that nobody read the text.',
          fix: 'Remove the sentence, and write what it asks for.',
        },
        heading: {
          what: 'A heading of the template is still there: "{text}".',
          why: 'It stands where the name of your connector, publisher or operation belongs.',
          fix: 'Put the name in its place.',
        },
      },
    },
  },
  check(context) {
    return {
      connector({ readme, presence }) {
        if (readme !== undefined) checkText(context, readme)
        else if (presence.readme !== 'absent') {
          context.notChecked('readme-no-template-text', 'No readme was read.', 'Hand in readme.md too.')
        }
      },
    }
  },
})

function checkText({ report, notChecked }: CheckContext, file: TextFile): void {
  const outline = outlineOf(file)
  if (outline === undefined) {
    notChecked('readme-no-template-text', 'The readme is larger than 1 MB.')
    return
  }
  for (const match of file.text.matchAll(instructions)) {
    const text = match[0].trim()
    const start = match.index + match[0].indexOf(text)
    report('readme-no-template-text', { file, start, end: start + text.length }, { data: { text } })
  }
  for (const { title, text, start, end } of outline.headings) {
    if (!placeholders.has(title)) continue
    report('readme-no-template-text', { file, start, end }, { message: 'heading', data: { text: text.trim() } })
  }
}
