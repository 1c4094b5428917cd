import { join } from 'node:path'
import type { RuleDescription } from '@sevenstep/findings'
import { describeRules, type RuleText, settingOf } from '@sevenstep/rule-engine'
import {
  type FamilyFile,
  familiesModule,
  familyFiles,
  loadFamilies,
  pageSections,
  pagesModule,
  pageText,
} from '@sevenstep/rule-engine/generating'
import { buildSync } from 'esbuild'
import { sources } from '../src/data/sources.ts'
import { editions, profiles } from '../src/engine/embed-subject.ts'
import type { RuleFamily } from '../src/engine/rule-family.ts'

const room = 'packages/flow-embed'
const typeImport = "import type { RuleFamily } from '../engine/rule-family.ts'"

/** The files of this package that are made from others: the list of families, the pages, and the table of all rules. */
export async function generate(root: string): Promise<{ path: string; content: string }[]> {
  const files = familyFiles(root, room)
  const families = await loadFamilies<RuleFamily>(files)
  const sections = pageSections(files)
  const described = describeRules(families, profiles, 'current')
  const texts = new Map(families.flatMap((family) => Object.entries(family.rules)))
  const pages = described.map((rule) => ({
    id: rule.id,
    text: pageText(rule, sections.get(rule.id), {
      severityHeading: 'profile and edition',
      severities: severitiesOf(texts.get(rule.id)),
      evidence: evidenceOf(texts.get(rule.id)),
    }),
  }))
  return [
    ...pages.map(({ id, text }) => ({ path: `docs/rules/${id}.md`, content: text })),
    { path: `${room}/src/generated/rule-pages.ts`, content: pagesModule(pages) },
    { path: `${room}/src/generated/rule-families.ts`, content: familiesModule(files, typeImport) },
    { path: `${room}/src/generated/stand-in-programs.ts`, content: programsModule(root) },
    { path: 'docs/embed-rules.md', content: overview(described, files, families) },
  ]
}

/** What the stand-in runs in pages, as texts: a function's own text would not outlive every bundler. */
function programsModule(root: string): string {
  const textOf = (name: string): string => {
    const path = join(root, room, 'src/stand-in', `${name}.ts`)
    const options = {
      absWorkingDir: root,
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'standIn',
      target: 'es2022',
    } as const
    return buildSync({ entryPoints: [path], ...options }).outputFiles[0]?.text ?? ''
  }
  return [
    '// biome-ignore-all lint/suspicious/noTemplateCurlyInString: programs hold templates',
    '',
    '/** Makes `standIn.installSdk`, which puts the globals of Microsoft’s script into a page. */',
    `export const sdkProgram: string = ${JSON.stringify(textOf('sdk-program'))}`,
    '',
    '/** Makes `standIn.playWidget`, which plays a widget in a frame. */',
    `export const widgetProgram: string = ${JSON.stringify(textOf('widget-program'))}`,
    '',
  ].join('\n')
}

function severitiesOf(text: RuleText | undefined): (readonly [string, string, string])[] {
  if (text === undefined) return []
  return profiles.flatMap((profile) =>
    editions.map((edition): readonly [string, string, string] => {
      const setting = settingOf(text, { profile, edition })
      const reason = text.exceptions?.find(
        (one) => (one.profiles?.includes(profile) ?? true) && (one.editions?.includes(edition) ?? true),
      )?.because
      return [`${profile}, ${edition}`, setting, reason ?? 'as the sources word it']
    }),
  )
}

function evidenceOf(text: RuleText | undefined): string[] {
  const known = (text?.sources ?? []).map((key) => sources[key as keyof typeof sources]) // the tables' tests prove the keys
  return [
    ...known.map(({ title, address, seen }) => `- [${title}](${address}), as of ${seen}.`),
    ...(text?.confidence === 'low' ? ['- Low confidence: known at second hand or inferred.'] : []),
    ...(text?.deviation === undefined ? [] : [`- ${text.deviation}`]),
  ]
}

function overview(
  rules: readonly RuleDescription[],
  files: readonly FamilyFile[],
  families: readonly RuleFamily[],
): string {
  const pathOf = new Map(families.map((family, at) => [family, files[at]?.path ?? '']))
  const rows = families.flatMap((family) =>
    Object.keys(family.rules).map((id) => {
      const rule = rules.find((one) => one.id === id)
      const cells = [
        `[\`${id}\`](rules/${id}.md)`,
        rule?.title ?? '',
        `\`${room}/src/rules/${pathOf.get(family)}\``,
        rule?.settings.production ?? '',
        rule?.settings.development ?? '',
        rule?.mend ?? '–',
      ]
      return `| ${cells.join(' | ')} |`
    }),
  )
  return [
    '# Rules about pages that embed Power Automate',
    '',
    `${rows.length} rules in ${families.length} families, of step 3. Severities are those of the edition \`current\`; each page names both editions.`,
    '',
    '| rule | what it asks for | covered in | production | development | mend |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
