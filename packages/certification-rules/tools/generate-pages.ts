import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { RuleDescription } from '@sevenstep/findings'
import { describeRule } from '../src/engine/describe-rule.ts'
import { policyFamiliesSource, policyFamilyOf } from '../src/engine/policy-codes.ts'
import { profiles } from '../src/engine/profiles.ts'
import type { Rate } from '../src/engine/requirement.ts'
import type { RuleFamily } from '../src/engine/rule-family.ts'
import { requirementOf } from '../src/engine/settings.ts'
import { judgeSetting } from '../src/engine/severity-policy.ts'
import { measuredOn, requirementSources } from '../src/generated/requirements.ts'
import { familyFiles } from './family-files.ts'

/** A page per rule, the same pages as a module for the command line, and the table of what is covered where. */
export async function generatePages(root: string): Promise<{ path: string; content: string }[]> {
  const families = await loadFamilies(root)
  const texts = pageTexts(root)
  const pages = families.flatMap(describeFamily).map((rule) => ({ id: rule.id, text: pageOf(rule, texts) }))
  return [
    ...pages.map(({ id, text }) => ({ path: `docs/rules/${id}.md`, content: text })),
    { path: 'packages/certification-rules/src/generated/rule-pages.ts', content: pagesModule(pages) },
    { path: 'docs/rules.md', content: coverageTable(root, families) },
  ]
}

/** The families as their files stand now; the generated list may be older. */
async function loadFamilies(root: string): Promise<readonly RuleFamily[]> {
  return Promise.all(
    familyFiles(root).map(async ({ name, page }) => {
      const module: Readonly<Record<string, RuleFamily>> = await import(page.replace(/\.md$/, '.ts'))
      const family = module[name]
      if (family === undefined)
        throw new Error(`${page.replace(/\.md$/, '.ts')} exports no "${name}": name the export after the file.`)
      return family
    }),
  )
}

function describeFamily(family: RuleFamily): readonly RuleDescription[] {
  return Object.keys(family.rules).map((rule) => describeRule(family, rule))
}

/** What the authors wrote about each rule, with the introduction of its family. */
function pageTexts(root: string): ReadonlyMap<string, { readonly intro: string; readonly text: string }> {
  const texts = new Map<string, { intro: string; text: string }>()
  for (const { page } of familyFiles(root)) {
    const [head = '', ...sections] = readFileSync(page, 'utf8').split(/^## `/m)
    const intro = head.replace(/^# .*\n/, '').trim()
    for (const section of sections) {
      const end = section.indexOf('`')
      texts.set(section.slice(0, end), { intro, text: section.slice(end + 1).trim() })
    }
  }
  return texts
}

function pageOf(rule: RuleDescription, texts: ReturnType<typeof pageTexts>): string {
  const written = texts.get(rule.id)
  const settings = profiles.map((profile) => `| ${profile} | ${rule.settings[profile]} | ${reasonOf(rule, profile)} |`)
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
    written?.intro ?? '',
    '',
    '## Severity',
    '',
    '| profile | severity | because |',
    '| --- | --- | --- |',
    ...settings,
    '',
    '## Evidence',
    '',
    ...evidenceOf(rule),
    '',
  ].join('\n')
}

function mendSentence(mend: 'automatic' | 'proposed'): string {
  return mend === 'automatic'
    ? 'Mended by `sevenstep check --fix`: the meaning stays and nothing is invented.'
    : 'A mend is proposed; a person decides.'
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

function pagesModule(pages: readonly { id: string; text: string }[]): string {
  return [
    '// Made by tools/generate.ts from the pages beside the rules.',
    '/** The page of every rule in Markdown, by rule id. */',
    'export const rulePages: Readonly<Record<string, string>> = {',
    ...pages.map(({ id, text }) => `  ${JSON.stringify(id)}: ${JSON.stringify(text)},`),
    '}',
    '',
  ].join('\n')
}

function coverageTable(root: string, families: readonly RuleFamily[]): string {
  const files = new Map(familyFiles(root).map(({ name, page }) => [name, relative(root, page).replace(/\.md$/, '.ts')]))
  const rows = families.flatMap((family) => {
    const file = files.get(family.id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())) ?? ''
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
