import { settingOf } from '../check-subject.ts'
import { describeRules } from '../describe-rules.ts'
import type { RuleFamily, RuleText } from '../rule-family.ts'
import type { RuleSource } from '../rule-source.ts'
import { type FamilyFile, familyFiles, loadFamilies } from './family-files.ts'
import { familiesModule, pagesModule } from './modules.ts'
import { pageSections, pageText } from './page-text.ts'

/** A module that lists families of a room. */
export interface FamilyList {
  /** Name of the file below `src/generated`, such as `rule-families.ts`. */
  readonly file: string
  /** Name of the list in it, such as `ruleFamilies`. */
  readonly name: string
  /** The line that brings the type `RuleFamily` into it. */
  readonly typeImport: string
  /** Which families belong to it, by their paths below `src/rules`; all when left out. */
  readonly includes?: (path: string) => boolean
}

/** What a room's generated files are made from. */
export interface RoomToGenerate {
  /** Folder of the package, such as `packages/sign-in-checks`. */
  readonly room: string
  readonly profiles: readonly string[]
  /** The first is the one that the table of all rules shows. */
  readonly editions: readonly string[]
  readonly sources: Readonly<Record<string, RuleSource>>
  readonly lists: readonly FamilyList[]
  /** The page that lists every rule: where it stands, its heading, and what it is about. */
  readonly overview: { readonly path: string; readonly title: string; readonly about: string }
}

interface GeneratedFile {
  readonly path: string
  readonly content: string
}

/** A page for every rule, the same pages as a module, the lists of families, and a page that lists every rule. */
export async function generateRoom(root: string, made: RoomToGenerate): Promise<GeneratedFile[]> {
  const { room, profiles, editions } = made
  const files = familyFiles(root, room)
  const families = await loadFamilies<RuleFamily<unknown>>(files)
  const sections = pageSections(files)
  const texts = new Map(families.flatMap((family) => Object.entries(family.rules)))
  const pages = describeRules(families, profiles, editions[0] ?? '').map((rule) => {
    const text = texts.get(rule.id)
    const parts = {
      severityHeading: editions.length > 1 ? 'profile and edition' : 'profile',
      severities: text === undefined ? [] : severitiesOf(text, made),
      milder: text?.severityByMessage ?? {},
      evidence: text === undefined ? [] : evidenceOf(text, made),
    }
    return { id: rule.id, text: pageText(rule, sections.get(rule.id), parts) }
  })
  return [
    ...pages.map(({ id, text }) => ({ path: `docs/rules/${id}.md`, content: text })),
    { path: `${room}/src/generated/rule-pages.ts`, content: pagesModule(pages) },
    ...made.lists.map(({ file, name, typeImport, includes = () => true }) => ({
      path: `${room}/src/generated/${file}`,
      content: familiesModule(
        files.filter(({ path }) => includes(path)),
        typeImport,
        name,
      ),
    })),
    { path: made.overview.path, content: overviewOf(files, families, made) },
  ]
}

function severitiesOf(text: RuleText, { profiles, editions }: RoomToGenerate): (readonly [string, string, string])[] {
  return profiles.flatMap((profile) =>
    editions.map((edition): readonly [string, string, string] => {
      const reason = text.exceptions?.find(
        (one) => (one.profiles?.includes(profile) ?? true) && (one.editions?.includes(edition) ?? true),
      )?.because
      const name = editions.length > 1 ? `${profile}, ${edition}` : profile
      return [name, settingOf(text, { profile, edition }), reason ?? 'as the sources word it']
    }),
  )
}

function evidenceOf(text: RuleText, { sources }: RoomToGenerate): string[] {
  return [
    ...text.sources.flatMap((key) => {
      const source = sources[key]
      return source === undefined ? [] : [`- [${source.title}](${source.address}), as of ${source.seen}.`]
    }),
    ...(text.confidence === 'low' ? ['- Low confidence: known at second hand or inferred.'] : []),
    ...(text.deviation === undefined ? [] : [`- ${text.deviation}`]),
  ]
}

function overviewOf(
  files: readonly FamilyFile[],
  families: readonly RuleFamily<unknown>[],
  { room, profiles, editions, overview }: RoomToGenerate,
): string {
  const edition = editions[0] ?? ''
  const rows = families.flatMap((family, at) =>
    Object.entries(family.rules).map(([id, text]) => {
      const settings = profiles.map((profile) => settingOf(text, { profile, edition }))
      const path = `${room}/src/rules/${files[at]?.path ?? ''}`
      return `| ${[`[\`${id}\`](rules/${id}.md)`, text.title, `\`${path}\``, ...settings, text.mend ?? '–'].join(' | ')} |`
    }),
  )
  return [
    `# ${overview.title}`,
    '',
    `${rows.length} rules in ${families.length} families${overview.about}`,
    '',
    `| rule | what it asks for | covered in | ${profiles.join(' | ')} | mend |`,
    `| --- | --- | --- | ${profiles.map(() => '---').join(' | ')} | --- |`,
    ...rows,
    '',
  ].join('\n')
}
