import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateRoom } from '@sevenstep/rule-engine/generating'
import { sources } from '../src/data/sources.ts'
import { editions, profiles } from '../src/engine/licensing-subject.ts'

const room = 'packages/licensing-checks'

/** The files of this package that are made from others: the catalogue as a module, the tiers of connectors, list of families, pages, table of all rules. */
export async function generate(root: string): Promise<{ path: string; content: string }[]> {
  const catalogue = { path: `${room}/src/generated/catalogue-text.ts`, content: catalogueModule(root) }
  const made = await generateRoom(root, {
    room,
    profiles,
    editions,
    sources,
    lists: [
      {
        file: 'rule-families.ts',
        name: 'ruleFamilies',
        typeImport: "import type { RuleFamily } from '../engine/rule-family.ts'",
      },
    ],
    overview: {
      path: 'docs/licensing-rules.md',
      title: 'Rules about licences',
      about: ', of step 6. Severities are those of the edition `current`; each page names both editions.',
    },
  })
  return [catalogue, { path: `${room}/src/generated/tier-table.ts`, content: tierTable(root) }, ...made]
}

/** The data file as a module, so that it comes along where there is no file system. */
function catalogueModule(root: string): string {
  const text = readFileSync(join(root, room, 'data/flow-skus.tsv'), 'utf8')
  return [
    '// Made by tools/generate.ts from data/flow-skus.tsv.',
    '/** The catalogue of licences, as `readCatalogue` reads it. */',
    `export const catalogueText: string = \`${text.replaceAll(/[\\`$]/g, (sign) => `\\${sign}`)}\``,
    '',
  ].join('\n')
}

/** The tiers of connectors as step 4 has them: one table for both, and neither package needs the other. */
function tierTable(root: string): string {
  const path = 'packages/flow-templates/src/data/tier-table.ts'
  return `// Made by tools/generate.ts from ${path}.\n${readFileSync(join(root, path), 'utf8')}`
}
