import { generateRoom } from '@sevenstep/rule-engine/generating'
import { editions, profiles } from '../src/checks/flow-subject.ts'
import { sources } from '../src/data/sources.ts'

/** The files of this package that are made from others: the list of families, the pages, and the table of all rules. */
export function generate(root: string): Promise<{ path: string; content: string }[]> {
  return generateRoom(root, {
    room: 'packages/flow-templates',
    profiles,
    editions,
    sources,
    lists: [
      {
        file: 'rule-families.ts',
        name: 'ruleFamilies',
        typeImport: "import type { RuleFamily } from '../checks/rule-family.ts'",
      },
    ],
    overview: {
      path: 'docs/flow-rules.md',
      title: 'Rules about flow packages',
      about:
        ', of step 4 and what step 5 carries. Severities are those of the edition `current`; each page names both editions.',
    },
  })
}
