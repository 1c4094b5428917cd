import { relative } from 'node:path'
import type { RuleDescription } from '@sevenstep/findings'
import {
  camelCase,
  familyFiles,
  loadFamilies,
  pageSections,
  pagesModule,
  pageText,
} from '@sevenstep/rule-engine/generating'
import { describeRule } from '../src/engine/describe-rule.ts'
import { policyFamiliesSource, policyFamilyOf } from '../src/engine/policy-codes.ts'
import { profiles } from '../src/engine/profiles.ts'
import type { Rate } from '../src/engine/requirement.ts'
import type { RuleFamily } from '../src/engine/rule-family.ts'
import { requirementOf } from '../src/engine/settings.ts'
import { judgeSetting } from '../src/engine/severity-policy.ts'
import { measuredOn, requirementSources } from '../src/generated/requirements.ts'
import { room } from './room.ts'

/** A page per rule, the same pages as a module for the command line, and the table of what is covered where. */
export async function generatePages(root: string): Promise<{ path: string; content: string }[]> {
  const files = familyFiles(root, room)
  const families = await loadFamilies<RuleFamily>(files)
  const sections = pageSections(files)
  const milder = new Map(
    families.flatMap(({ rules }) =>
      Object.entries(rules).map(([id, { severityByMessage }]) => [id, severityByMessage]),
    ),
  )
  const pages = families.flatMap(describeFamily).map((rule) => ({
    id: rule.id,
    text: pageText(rule, sections.get(rule.id), {
      milder: milder.get(rule.id) ?? {},
      severityHeading: 'profile',
      severities: profiles.map((profile) => [profile, String(rule.settings[profile]), reasonOf(rule, profile)]),
      evidence: evidenceOf(rule),
    }),
  }))
  return [
    ...pages.map(({ id, text }) => ({ path: `docs/rules/${id}.md`, content: text })),
    { path: `${room}/src/generated/rule-pages.ts`, content: pagesModule(pages) },
    { path: 'docs/rules.md', content: coverageTable(root, families) },
  ]
}

function describeFamily(family: RuleFamily): readonly RuleDescription[] {
  return Object.keys(family.rules).map((rule) => describeRule(family, rule))
}

function reasonOf(rule: RuleDescription, profile: (typeof profiles)[number]): string {
  const requirement = requirementOf(rule.id)
  if (requirement === undefined) return 'a rule of our own'
  const judged = judgeSetting(requirement, profile)
  return judged.setting === rule.settings[profile]
    ? judged.reason
    : 'does not concern this profile, or only the submission package'
}

function evidenceOf(rule: RuleDescription): string[] {
  const requirement = requirementOf(rule.id)
  if (requirement === undefined) return ['A rule of our own; nothing was measured.']
  const { certified, recent, independentRate, sources, codes } = requirement
  const policy = policyFamilyOf(rule.id)
  const lines = [
    certified && `- Certified connectors that break it: ${share(certified)}.`,
    recent && `- Of those first added in 2023 and 2024: ${share(recent)}.`,
    independentRate !== undefined &&
      `- Connectors of independent publishers that break it: ${(independentRate * 100).toFixed(1)} %.`,
    (certified ?? recent ?? independentRate !== undefined)
      ? `- Measured on Microsoft’s public connector repository as of ${measuredOn}.`
      : '- New: not measured on accepted connectors.',
    sources.length > 0 && `- Read in: ${sources.map(nameSource).join('; ')}.`,
    codes.length > 0 && `- Microsoft’s validator calls it: ${codes.map((code) => `\`${code}\``).join(', ')}.`,
    policy !== undefined &&
      `- Policy codes: \`${policy.code}\` (${policy.about}); low confidence, from ${policyFamiliesSource}.`,
  ]
  return lines.filter((line) => typeof line === 'string')
}

function nameSource(key: string): string {
  return key.startsWith('#') ? `thread ${key} of Microsoft’s connector repository` : (requirementSources[key] ?? key)
}

function share({ violating, of }: Rate): string {
  return `${violating} of ${of} (${of === 0 ? '0.0' : ((100 * violating) / of).toFixed(1)} %)`
}

function coverageTable(root: string, families: readonly RuleFamily[]): string {
  const files = new Map(
    familyFiles(root, room).map(({ name, page }) => [name, relative(root, page).replace(/\.md$/, '.ts')]),
  )
  const rows = families.flatMap((family) => {
    const file = files.get(camelCase(family.id)) ?? ''
    return describeFamily(family).map((rule) => {
      const requirement = requirementOf(rule.id)
      const rate = requirement?.recent ?? requirement?.certified
      const cells = [
        `[\`${rule.id}\`](rules/${rule.id}.md)`,
        `\`${file}\``,
        rule.settings['verified-publisher'],
        rule.settings['independent-publisher'],
        rule.settings.custom,
        rate === undefined ? 'not measured' : share(rate),
        rule.codes.join(', ') || '–',
        rule.mend ?? '–',
        family.rules[rule.id]?.deviation ?? '',
      ]
      return `| ${cells.join(' | ')} |`
    })
  })
  return [
    '# Rules',
    '',
    `${rows.length} rules in ${families.length} families. Severity is per profile; the rate is that of connectors first added in 2023 and`,
    '2024 where it was measured, else that of all certified ones. The last column says where an entry of the requirement data is',
    'not followed to the letter, and why.',
    '',
    '| rule | covered in | verified | independent | custom | accepted connectors that break it | Microsoft’s code | mend | remark |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
