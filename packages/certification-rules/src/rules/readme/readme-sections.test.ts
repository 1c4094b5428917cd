import { describe, expect, it } from 'vitest'
import { checkConnector } from '../../engine/check-connector.ts'
import { readGiven } from '../../testing/given-connector.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { readmeSections } from './readme-sections.ts'

const parts = {
  title: '# Fleet Desk\n\nKeeps track of cars.\n',
  publisher: '## Publisher: Fleet Desk Ltd\n',
  prerequisites: '## Prerequisites\n\nAn account.\n',
  operations: '## Supported Operations\n\n### Get a car\n',
  credentials: '## Obtaining Credentials\n\nYour account page.\n',
  issues: '## Known Issues and Limitations\n\nNone.\n',
  deployment: '## Deployment Instructions\n\nUse the tool.\n',
}

/** A readme with some of its parts replaced. */
function readme(changes: Partial<typeof parts> = {}): string {
  return Object.values({ ...parts, ...changes }).join('\n')
}

const file = 'readme.md'
const oauth = {
  profile: 'independent-publisher',
  properties: {
    connectionParameters: { token: { type: 'oauthSetting', oAuthSettings: { identityProvider: 'oauth2' } } },
  },
} as const

testRuleFamily(readmeSections, import.meta.url, {
  passes: [
    { name: 'all sections', given: { readme: readme() } },
    {
      name: 'Windows line ends and a byte-order mark',
      given: { readme: `\ufeff${readme().replaceAll('\n', '\r\n')}` },
    },
    { name: 'no readme', given: {} },
    {
      name: 'other words for the same',
      given: {
        readme: readme({
          title: 'Fleet Desk\n==========\n',
          publisher: 'Publisher: Fleet Desk Ltd\n',
          prerequisites: '# **Pre-requisites:**\n',
          operations: '#### Triggers\n\n#### Actions\n',
          credentials: '## 3. How to get credentials\n',
          issues: '## Limitations\n',
          deployment: '## Deploying the sample\n',
        }),
      },
    },
    {
      name: 'lines that serve as headings',
      given: {
        readme: readme({ title: '#Fleet Desk\n', prerequisites: '**Prerequisites**\n', issues: '##Known Issues\n' }),
      },
    },
    {
      name: 'an independent publisher without deployment',
      given: { profile: 'independent-publisher', readme: readme({ deployment: '' }) },
    },
    { name: 'a custom connector', given: { profile: 'custom', readme: 'Hello' } },
    {
      name: 'steps for an app',
      given: { ...oauth, readme: readme({ credentials: '## Obtaining Credentials\n\nRegister an app.\n' }) },
    },
  ],
  fails: [
    {
      name: 'a heading within a code block',
      given: { readme: readme({ prerequisites: '```\n## Prerequisites\n```\n' }) },
      finds: [{ rule: 'readme-prerequisites', file, line: 1, what: 'The readme has no section "Prerequisites".' }],
    },
    {
      name: 'no publisher, and a mend from the properties',
      given: { readme: readme({ publisher: '' }) },
      finds: [{ rule: 'readme-publisher' }],
      mended: { readme: `${readme({ publisher: '' }).trimEnd()}\n\n## Publisher: Fleet Desk Ltd\n` },
    },
    {
      name: 'code that is never closed, behind which no section can stand',
      given: { readme: `${readme({ deployment: '' })}\n\`\`\`\nnpm start` },
      finds: [{ rule: 'readme-deployment-instructions' }],
      mended: { readme: `${readme({ deployment: '' })}\n\`\`\`\nnpm start` },
    },
    {
      name: 'no credentials',
      given: { readme: readme({ credentials: '' }) },
      finds: [{ rule: 'readme-obtaining-credentials' }],
    },
    { name: 'no known issues', given: { readme: readme({ issues: '' }) }, finds: [{ rule: 'readme-known-issues' }] },
    {
      name: 'no operations, and a mend from the definition',
      given: { readme: readme({ operations: '' }).replaceAll('\n', '\r\n') },
      finds: [{ rule: 'readme-supported-operations' }],
      mended: {
        readme: `${readme({ operations: '' }).trimEnd()}\n\n## Supported Operations\n\n### Get a car\n\nReturns one car with its driver.\n`.replaceAll('\n', '\r\n'), // biome-ignore format: one text
      },
    },
    {
      name: 'no deployment',
      given: { readme: readme({ deployment: '' }) },
      finds: [{ rule: 'readme-deployment-instructions' }],
    },
    {
      name: 'plain text',
      given: { readme: 'Publisher: us. Prerequisites: none.', profile: 'independent-publisher' },
      finds: [
        { rule: 'readme-title' },
        { rule: 'readme-prerequisites' },
        { rule: 'readme-supported-operations' },
        { rule: 'readme-obtaining-credentials' },
        { rule: 'readme-known-issues' },
      ],
    },
    {
      name: 'OAuth without a word about apps',
      given: {
        ...oauth,
        readme: readme({ credentials: '## Credentials\n\nSign in.\n', prerequisites: '## Prerequisites\n\nA plan.\n' }),
      },
      finds: [{ rule: 'readme-oauth-app-steps', line: 15 }],
    },
  ],
})

describe('readme sections', () => {
  it('are not looked for in a text beyond all measure', () => {
    const { subject } = checkConnector(readGiven({ readme: 'a'.repeat(1_000_001) }), { families: [readmeSections] })
    expect(subject.findings).toEqual([])
    expect(subject.notChecked?.[0]?.reason).toBe('The readme is larger than 1 MB.')
  })
  it.each([
    ['quotes', '>'.repeat(900_000)],
    ['lists', '- '.repeat(400_000)],
    ['lists in quotes', '- > '.repeat(200_000)],
    ['stairs', Array.from({ length: 1300 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n')],
    ['brackets', '['.repeat(900_000)],
    ['tables', `${'|a'.repeat(400)}\n${'|-'.repeat(400)}\n`.repeat(500)],
    ['tags', '<a b="'.repeat(150_000)],
    ['fences', '```\n'.repeat(200_000)],
    ['headings', '# a\n'.repeat(200_000)],
    ['underlined headings', 'a\n=\n'.repeat(200_000)],
    ['items', '- a\n'.repeat(200_000)],
    ['lines in bold', '**a**\n'.repeat(150_000)],
    ['lines that leave their quotes', `${'> '.repeat(60)}a\n${'b\n'.repeat(60)}`.repeat(4000)],
  ])('survive %s without end', (_name, text) => {
    const { subject } = checkConnector(readGiven({ readme: text }), { families: [readmeSections] })
    expect(subject.findings.length).toBeGreaterThan(0)
  })
})
