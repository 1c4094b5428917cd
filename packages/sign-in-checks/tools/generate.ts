import { generateRoom } from '@sevenstep/rule-engine/generating'
import { sources } from '../src/data/sources.ts'
import { editions, profiles } from '../src/engine/sign-in-subject.ts'

const isAboutTokens = (path: string): boolean => path.startsWith('tokens/')

/** The files of this package that are made from others: the lists of families, the pages, and the table of all rules. */
export function generate(root: string): Promise<{ path: string; content: string }[]> {
  return generateRoom(root, {
    room: 'packages/sign-in-checks',
    profiles,
    editions,
    sources,
    lists: [
      {
        file: 'rule-families.ts',
        name: 'ruleFamilies',
        typeImport: "import type { RuleFamily } from '../engine/rule-family.ts'",
        includes: (path) => !isAboutTokens(path),
      },
      {
        file: 'token-families.ts',
        name: 'tokenFamilies',
        typeImport: "import type { TokenFamily as RuleFamily } from '../token/token-subject.ts'",
        includes: isAboutTokens,
      },
    ],
    overview: {
      path: 'docs/sign-in-rules.md',
      title: 'Rules about app registrations and tokens',
      about: ', of step 2. Severities are those of the edition `current`; each page names both editions.',
    },
  })
}
