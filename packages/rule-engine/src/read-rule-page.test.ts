import { expect, test } from 'vitest'
import { readRulePage } from './read-rule-page.ts'

const page = `# Letters

Where they belong.

## \`letter-a\`

Why.

### Wrong

\`\`\`json definition profile=lab
{ "a": 1 }
\`\`\`

### Right

\`\`\`text
as it should be
\`\`\`

### When to suppress

Never.

## \`letter-b\`
`

test('a page has a section per rule, with its examples and their words', () => {
  const [first, second] = readRulePage(page)
  expect(first).toMatchObject({
    rule: 'letter-a',
    introduction: 'Where they belong.',
    wrong: [{ language: 'json', words: ['definition'], options: { profile: 'lab' }, text: '{ "a": 1 }\n' }],
    right: [{ language: 'text', words: [], options: {}, text: 'as it should be\n' }],
    hasSuppression: true,
  })
  expect(second).toMatchObject({ rule: 'letter-b', wrong: [], right: [], hasSuppression: false })
})

test('a page without rules has no sections', () => {
  expect(readRulePage('# Nothing\n')).toEqual([])
})
