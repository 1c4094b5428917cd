import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { familyFiles } from './family-files.ts'
import { generatePages } from './generate-pages.ts'

const room = 'packages/certification-rules'

/** The files of this package that are made from others: the requirement data as code, the list of families, the pages. */
export async function generate(root: string): Promise<{ path: string; content: string }[]> {
  return [
    ...(await generatePages(root)),
    { path: `${room}/src/generated/requirements.ts`, content: requirementsModule(root) },
    { path: `${room}/src/generated/rule-families.ts`, content: familiesModule(root) },
  ]
}

function requirementsModule(root: string): string {
  const data = JSON.parse(readFileSync(join(root, room, 'data/requirements.json'), 'utf8'))
  return [
    '// Made by tools/generate.ts from data/requirements.json.',
    "import type { Requirement } from '../engine/requirement.ts'",
    '',
    '/** Every requirement that is known, in the order of the data file. */',
    `export const requirements: readonly Requirement[] = ${JSON.stringify(data.requirements)}`,
    '',
    '/** What the source keys of the requirements stand for. */',
    `export const requirementSources: Readonly<Record<string, string>> = ${JSON.stringify(data.sources)}`,
    '',
    '/** The day of the state of the repository that was measured. */',
    `export const measuredOn = ${JSON.stringify(data.measured)}`,
    '',
  ].join('\n')
}

function familiesModule(root: string): string {
  const families = familyFiles(root)
  return [
    '// Made by tools/generate.ts from the files in src/rules.',
    "import type { RuleFamily } from '../engine/rule-family.ts'",
    ...families.map(({ name, path }) => `import { ${name} } from '../rules/${path}'`),
    '',
    '/** Every family of rules, by folder and name. */',
    `export const ruleFamilies: readonly RuleFamily[] = [${families.map(({ name }) => name).join(', ')}]`,
    '',
  ].join('\n')
}
