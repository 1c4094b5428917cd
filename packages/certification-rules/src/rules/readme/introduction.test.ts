import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { introduction } from './introduction.ts'

const file = 'intro.md'
const rest = `
## Prerequisites

An account.

## How to get credentials

Your account page.

## Known issues and limitations

None.
`
const intro = `Fleet Desk keeps track of cars.\n${rest}`
const operation = (summary: string) => ({ get: { operationId: summary.replaceAll(' ', ''), summary, responses: {} } })
const definition = {
  paths: { '/a': operation('Get a car'), '/b': operation('List cars'), '/c': operation('Add a driver') },
}

testRuleFamily(introduction, import.meta.url, {
  passes: [
    { name: 'a short introduction', given: { intro, definition } },
    { name: 'a title on top', given: { intro: `# Fleet Desk\n\n${intro}` } },
    { name: 'eight sentences', given: { intro: `${'It counts cars. '.repeat(8)}\n${rest}` } },
    {
      name: 'two operations named in passing',
      given: { intro: `${intro}\n## FAQ\n\n- Get a car\n- List cars\n`, definition },
    },
    { name: 'no introduction', given: {} },
    { name: 'an independent publisher', given: { profile: 'independent-publisher', intro: 'Hello' } },
  ],
  fails: [
    {
      name: 'an empty file',
      given: { intro: '' },
      finds: [
        { rule: 'intro-sections', file },
        { rule: 'intro-sections', file },
        { rule: 'intro-sections', file },
        { rule: 'intro-sections', file },
      ],
    },
    {
      name: 'no opening paragraph',
      given: { intro: rest },
      finds: [
        { rule: 'intro-sections', what: 'The introduction does not begin with a paragraph about the connector.' },
      ],
    },
    {
      name: 'nine sentences',
      given: { intro: `# Fleet Desk\n\n${'It counts cars. '.repeat(9)}\n${rest}` },
      finds: [
        {
          rule: 'intro-sections',
          line: 3,
          what: 'The opening paragraph has 9 sentences; up to 8 are asked for.',
        },
      ],
    },
    {
      name: 'a section of operations',
      given: { intro: `${intro}\n## Supported Operations\n\nSee below.\n` },
      finds: [
        { rule: 'intro-no-operations', line: 15, what: 'The introduction has a section "Supported Operations".' },
      ],
    },
    {
      name: 'a list of operations',
      given: {
        intro: `${intro}\n## FAQ\n\n* **Get a car**: one car\n* \`List cars\`\n* Add a driver - adds one\n`,
        definition,
      },
      finds: [{ rule: 'intro-no-operations' }],
    },
  ],
})
