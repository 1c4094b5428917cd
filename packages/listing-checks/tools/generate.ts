import { generateRoom } from '@sevenstep/rule-engine/generating'
import { sources } from '../src/data/sources.ts'
import { editions, profiles } from '../src/engine/listing-subject.ts'
import { offerJsonSchema } from '../src/offer/offer-schema.ts'

/** The files of this package that are made from others: list of families, pages, table of all rules, and the schema. */
export async function generate(root: string): Promise<{ path: string; content: string }[]> {
  const made = await generateRoom(root, {
    room: 'packages/listing-checks',
    profiles,
    editions,
    sources,
    lists: [
      {
        file: 'rule-families.ts',
        name: 'ruleFamilies',
        typeImport: "import type { RuleFamily } from '../engine/rule-family.ts'",
        includes: () => true,
      },
    ],
    overview: {
      path: 'docs/listing-rules.md',
      title: 'Rules about offers',
      about: ', of step 7. Severities are those of the edition `current`; each page names both editions.',
    },
  })
  const schema = `${JSON.stringify(offerJsonSchema(), undefined, 2)}\n`
  return [...made, { path: 'packages/listing-checks/schemas/offer.schema.json', content: schema }]
}
