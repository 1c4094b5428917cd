import type { TextFile } from '@sevenstep/connector-schema'
import { type CheckContext, defineRuleFamily, type RuleText } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'
import { type MarkdownOutline, outlineOf } from './markdown-outline.ts'
import { addDeployment, addOperations, addPublisher, addTitle } from './readme-mends.ts'
import { findSection, type sectionTitles } from './readme-section.ts'

const where = 'Reviewers compare the readme with the template of the public repository section by section.'

/** The sections a readme has to have. */
export const readmeSections = defineRuleFamily({
  id: 'readme-sections',
  rules: {
    'readme-title': {
      title: 'The readme has a title.',
      profiles: certifiedProfiles,
      mend: 'proposed',
      deviation: 'any heading counts: two of five accepted readmes start at the second level',
      messages: {
        found: {
          what: 'The readme has no heading at all.',
          why: 'It is shown as one block of text in which nobody finds a section.',
          fix: 'Begin it with "# " and the name of the connector, and give each section a heading.',
        },
      },
    },
    'readme-publisher': {
      ...section(
        'Publisher',
        'who the connector comes from',
        'Write "## Publisher: " and your name, as in apiProperties.json.',
      ),
      mend: 'proposed',
    },
    'readme-prerequisites': {
      ...section(
        'Prerequisites',
        'which plan, licence or account is needed',
        'Add "## Prerequisites" and name the account, plan or licence a maker needs; "None" is an answer too.',
      ),
      deviation: 'no mend: only a person knows what is needed',
    },
    'readme-supported-operations': {
      ...section(
        'Supported Operations',
        'what the connector can do',
        'Add "## Supported Operations" with a heading and a sentence for each operation.',
      ),
      mend: 'proposed',
      deviation: 'the list made from the definition is a proposal: somebody should read it',
    },
    'readme-obtaining-credentials': {
      ...section(
        'Obtaining Credentials',
        'how to get a key or sign in',
        'Add "## Obtaining Credentials" and lead the reader from your home page to the key or the sign-in.',
      ),
      deviation:
        'no mend: only a person knows the way; headings that name keys, tokens or authentication count as well',
    },
    'readme-known-issues': {
      ...section(
        'Known Issues and Limitations',
        'what does not work',
        'Add "## Known Issues and Limitations"; where there are none, say so.',
      ),
      deviation: 'no mend: only a person knows them',
    },
    'readme-deployment-instructions': {
      ...section(
        'Deployment Instructions',
        'how to use the files as a custom connector',
        'Add "## Deployment Instructions" and say how to create the connector from the files.',
      ),
      profiles: ['verified-publisher'],
      mend: 'proposed',
      deviation: 'the section is a proposal: its text is ours',
    },
    'readme-oauth-app-steps': {
      title: 'The readme of an independent publisher’s OAuth connector says how to register an app.',
      profiles: ['independent-publisher'],
      messages: {
        found: {
          what: 'The connector signs in with OAuth, and the readme does not say how to register an app for it.',
          why: 'You do not own the service, so everybody has to bring a client id and secret of their own.',
          fix: 'Describe step by step how to register an app at the service, with the redirect address to enter there.',
        },
      },
    },
  },
  check(context) {
    return {
      connector({ readme, presence }) {
        const outline = readme && outlineOf(readme)
        if (readme !== undefined && outline !== undefined) checkReadme(context, readme, outline)
        else if (presence.readme !== 'absent') {
          const reason = readme === undefined ? 'No readme was read.' : 'The readme is larger than 1 MB.'
          const handIn = readme === undefined ? 'Hand in readme.md too.' : undefined
          for (const rule of Object.keys(readmeSections.rules)) context.notChecked(rule, reason, handIn)
        }
      },
    }
  },
  mends: {
    'readme-title': addTitle,
    'readme-publisher': addPublisher,
    'readme-supported-operations': addOperations,
    'readme-deployment-instructions': addDeployment,
  },
})

function section(name: string, tells: string, fix: string): RuleText {
  return {
    title: `The readme has a section "${name}".`,
    profiles: certifiedProfiles,
    messages: {
      found: {
        what: `The readme has no section "${name}".`,
        why: `It is where makers look for ${tells}. ${where}`,
        fix,
      },
    },
  }
}

const sections: readonly (readonly [rule: string, kind: keyof typeof sectionTitles])[] = [
  ['readme-publisher', 'publisher'],
  ['readme-prerequisites', 'prerequisites'],
  ['readme-supported-operations', 'operations'],
  ['readme-obtaining-credentials', 'credentials'],
  ['readme-known-issues', 'knownIssues'],
  ['readme-deployment-instructions', 'deployment'],
]

function checkReadme(context: CheckContext, file: TextFile, outline: MarkdownOutline): void {
  const place = { file, start: 0, end: 0 }
  if (outline.headings.length === 0) context.report('readme-title', place)
  for (const [rule, kind] of sections) {
    if (findSection(outline, kind) !== undefined) continue
    // "Publisher: name" often stands as a line of its own.
    if (kind !== 'publisher' || !/^[\s#*_>-]{0,20}publisher\b[\s*_]{0,5}:/im.test(file.text))
      context.report(rule, place)
  }
  const isOauth =
    context.connector.properties?.connectionParameters.some(({ type }) => type === 'oauthSetting') === true
  if (!isOauth || namesAppSteps(file.text)) return
  const credentials = findSection(outline, 'credentials')
  context.report(
    'readme-oauth-app-steps',
    credentials === undefined ? place : { file, start: credentials.start, end: credentials.end },
  )
}

const appSteps = [
  /\bclient[ _-]?(?:id|secret)\b/i,
  /\b(?:app|application)[ -]registrations?\b/i,
  /\b(?:regist|creat|set)\w{0,8}\b[^.\n]{0,60}\b(?:apps?|applications?|oauth|client|integration)\b/i,
  /\boauth2?\b[^.\n]{0,40}\b(?:app|application|client)\b/i,
]

function namesAppSteps(text: string): boolean {
  return appSteps.some((pattern) => pattern.test(text))
}
