import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { familiesModule, familyFiles } from '@sevenstep/rule-engine/generating'
import { generatePages } from './generate-pages.ts'
import { room } from './room.ts'

const typeImport = "import type { RuleFamily } from '../engine/rule-family.ts'"

/** The files of this package that are made from others: the requirement data as code, the list of families, the pages. */
export async function generate(root: string): Promise<{ path: string; content: string }[]> {
  return [
    ...(await generatePages(root)),
    { path: `${room}/src/generated/requirements.ts`, content: requirementsModule(root) },
    { path: `${room}/src/generated/rule-families.ts`, content: familiesModule(familyFiles(root, room), typeImport) },
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
