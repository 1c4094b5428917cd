import { readFileSync } from 'node:fs'
import type { RuleDescription } from '@sevenstep/findings'
import { type PageSection, readRulePage } from '../read-rule-page.ts'
import type { FamilyFile } from './family-files.ts'

/** What stands on a rule's page below what its author wrote. */
export interface PageParts {
  /** Rows of the severity table: a name, the setting, the reason. */
  readonly severities: readonly (readonly [name: string, setting: string, reason: string])[]
  /** What the first column of that table is headed. */
  readonly severityHeading: string
  /** Severities of messages that say something milder than the rule does, by message. */
  readonly milder?: Readonly<Record<string, string>>
  /** Lines of the section "Evidence". */
  readonly evidence: readonly string[]
}

/** What the authors wrote about each rule, by rule id. */
export function pageSections(files: readonly FamilyFile[]): ReadonlyMap<string, PageSection> {
  return new Map(
    files.flatMap(({ page }) =>
      readRulePage(readFileSync(page, 'utf8')).map((section): [string, PageSection] => [section.rule, section]),
    ),
  )
}

/** The page of a rule as it is published. */
export function pageText(rule: RuleDescription, written: PageSection | undefined, parts: PageParts): string {
  return [
    `# \`${rule.id}\``,
    rule.title,
    ...(rule.mend === undefined ? [] : [mendSentence(rule.mend)]),
    '## What is found, why it matters, what to do',
    foundList(rule, parts.milder ?? {}),
    ...textSection(written?.text.replace(/^### /gm, '## ')),
    ...section('Where it belongs', written?.introduction),
    ...section('Severity', severityText(parts)),
    ...section('Evidence', parts.evidence.join('\n')),
  ]
    .map((block) => block.trim())
    .join('\n\n')
    .concat('\n')
}

function textSection(text = ''): readonly string[] {
  return text.trim() === '' ? [] : [text]
}

function section(heading: string, text = ''): readonly string[] {
  return text.trim() === '' ? [] : [`## ${heading}`, text]
}

/** Everything that the rule says, with an ellipsis where a finding names a value. */
function foundList({ messages }: RuleDescription, milder: NonNullable<PageParts['milder']>): string {
  return Object.entries(messages)
    .map(([name, { what, why, fix }]) => {
      const severity = milder[name]
      const note = severity === undefined ? '' : ` (${severity})`
      return [
        `- ${withoutValues(what)}${note}`,
        `  - why: ${withoutValues(why)}`,
        `  - fix: ${withoutValues(fix)}`,
      ].join('\n')
    })
    .join('\n')
}

function withoutValues(sentence: string): string {
  return sentence
    .replaceAll(optionsOfCommand, '')
    .replace(/\{\w+\}/g, '…')
    .replace(/…(?:, …)+/g, '…')
}

/** What may stand behind a command, or not: without it the command can be typed as it is. */
const optionsOfCommand = '{options}'

/** A table only where the rows differ. */
function severityText({ severities, severityHeading }: PageParts): string {
  const [first, ...others] = severities
  if (first === undefined) return ''
  const [, setting, reason] = first
  if (others.every((row) => row[1] === setting && row[2] === reason)) {
    return `${setting} for every ${severityHeading}: ${reason}.`
  }
  return [
    `| ${severityHeading} | severity | because |`,
    '| --- | --- | --- |',
    ...severities.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n')
}

function mendSentence(mend: 'automatic' | 'proposed'): string {
  return mend === 'automatic'
    ? 'Mended by `sevenstep check --fix`: the meaning stays and nothing is invented.'
    : 'A mend is proposed; a person decides.'
}
