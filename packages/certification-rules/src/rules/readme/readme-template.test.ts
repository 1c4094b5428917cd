import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { readmeTemplate } from './readme-template.ts'

const rule = 'readme-no-template-text'
const file = 'readme.md'

testRuleFamily(readmeTemplate, import.meta.url, {
  passes: [
    { name: 'a readme of one’s own', given: { readme: '# Fleet Desk\n\nRequired. A plan.\n\n## Title deeds\n' } },
    { name: 'operations that are numbered and named', given: { readme: '### Operation 1: Get a car\n' } },
    { name: 'the words within a sentence', given: { readme: 'It is required. Describe actions in the form.\n' } },
    { name: 'a custom connector', given: { profile: 'custom', readme: '# Title\n' } },
  ],
  fails: [
    {
      name: 'instructions',
      given: {
        readme:
          '# Fleet\r\n\r\n## Credentials\r\n  Required. Explain the authentication method and how to get them.\r\n\r\nOptional. How to get started with it.',
      },
      finds: [
        { rule, file, line: 4 },
        { rule, file, line: 6 },
      ],
    },
    {
      name: 'headings',
      given: {
        readme: "\ufeff#Title\n\n## Publisher: Publisher's Name\n\n### Operation 1\n\n## Your Connector Name\n",
      },
      finds: [
        { rule, line: 1, what: 'A heading of the template is still there: "Title".' },
        { rule, line: 3, what: 'A heading of the template is still there: "Publisher: Publisher\'s Name".' },
        { rule, line: 5, what: 'A heading of the template is still there: "Operation 1".' },
        { rule, line: 7, what: 'A heading of the template is still there: "Your Connector Name".' },
      ],
    },
  ],
})
