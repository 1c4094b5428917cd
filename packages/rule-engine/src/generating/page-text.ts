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
    '',
    rule.title,
    '',
    ...(rule.mend === undefined ? [] : [mendSentence(rule.mend), '']),
    written?.text.replace(/^### /gm, '## ') ?? '',
    '',
    '## Where it belongs',
    '',
    written?.introduction ?? '',
    '',
    '## Severity',
    '',
    `| ${parts.severityHeading} | severity | because |`,
    '| --- | --- | --- |',
    ...parts.severities.map((cells) => `| ${cells.join(' | ')} |`),
    '',
    '## Evidence',
    '',
    ...parts.evidence,
    '',
  ].join('\n')
}

function mendSentence(mend: 'automatic' | 'proposed'): string {
  return mend === 'automatic'
    ? 'Mended by `sevenstep check --fix`: the meaning stays and nothing is invented.'
    : 'A mend is proposed; a person decides.'
}
