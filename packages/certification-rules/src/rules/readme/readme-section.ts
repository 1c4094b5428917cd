import type { Heading, MarkdownOutline } from './markdown-outline.ts'

/** Sections a readme or an introduction has, with the headings that accepted ones use for them. */
export const sectionTitles = {
  publisher: /^publish(?:er|ed by)\b/,
  prerequisites: /\bpre[- ]?requisi?tes?\b|\brequirements\b|^what you need\b|^before you (?:begin|start)\b/,
  operations: /\boperations?\b|^(?:supported |available |list of )?(?:actions|triggers|requests|endpoints|methods)\b/,
  credentials:
    /\bcredentials?\b|\bauthenticat|\bauthoriz|\bapi[- ]?(?:key|token)s?\b|\baccess token\b|\bsubscription key\b/,
  knownIssues: /\bknown (?:issues?|limitations?|problems?)\b|\blimitations?\b/,
  deployment: /\bdeploy/,
} as const satisfies Readonly<Record<string, RegExp>>

/** The first section of that kind. */
export function findSection(outline: MarkdownOutline, kind: keyof typeof sectionTitles): Heading | undefined {
  return outline.headings.find(({ title }) => sectionTitles[kind].test(title))
}
