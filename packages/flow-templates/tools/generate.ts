import { generateRoom } from '@sevenstep/rule-engine/generating'
import { editions, profiles } from '../src/checks/flow-subject.ts'
import { sources } from '../src/data/sources.ts'
import { submissionJsonSchema } from '../src/submission/submission-schema.ts'

const isAboutSubmissions = (path: string): boolean => path.startsWith('submission/')

/** The files of this package that are made from others: lists of families, pages, the table of all rules, and the schema. */
export async function generate(root: string): Promise<{ path: string; content: string }[]> {
  const made = await generateRoom(root, {
    room: 'packages/flow-templates',
    profiles,
    editions,
    sources,
    lists: [
      {
        file: 'rule-families.ts',
        name: 'ruleFamilies',
        typeImport: "import type { RuleFamily } from '../checks/rule-family.ts'",
        includes: (path) => !isAboutSubmissions(path),
      },
      {
        file: 'submission-families.ts',
        name: 'submissionFamilies',
        typeImport: "import type { SubmissionFamily as RuleFamily } from '../submission/submission.ts'",
        includes: isAboutSubmissions,
      },
    ],
    overview: {
      path: 'docs/flow-rules.md',
      title: 'Rules about flow packages and submissions',
      about:
        ', of step 4 and what step 5 carries. Severities are those of the edition `current`; each page names both editions.',
    },
  })
  const schema = `${JSON.stringify(submissionJsonSchema(), undefined, 2)}\n`
  return [...made, { path: 'packages/flow-templates/schemas/flow-template.schema.json', content: schema }]
}
