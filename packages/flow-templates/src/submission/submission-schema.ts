import * as z from 'zod/mini'
import { editions } from '../checks/flow-subject.ts'
import { templateEventNames } from './template-life-cycle.ts'

const text = (description: string) => z.optional(z.string().check(z.meta({ description })))
const number = (description: string) => z.optional(z.number().check(z.meta({ description })))
const flag = (description: string) => z.optional(z.boolean().check(z.meta({ description })))

/** What tells the file of a submission from every other one. */
export const submissionKind = 'flow-template'

/**
 * The file of a template's submission: what is told beside the package, by the route that is taken. What a field may
 * hold is here; how much, what must be there, and for whom, the rules say.
 */
export const submissionSchema = z.strictObject({
  $schema: text('Address of this schema.'),
  kind: z.literal(submissionKind).check(z.meta({ description: 'Always flow-template.' })),
  edition: z.optional(
    z
      .enum(editions)
      .check(
        z.meta({ description: 'The route: the portal’s form of 2018, or Partner Center today, which is assumed.' }),
      ),
  ),
  title: text('What users read first.'),
  description: text('What the flow does.'),
  benefit: text('The biggest benefit; the form of 2018 asks for it.'),
  users: number('How many people will use it; the form of 2018 asks for it.'),
  runs: number('How often it will run; the form of 2018 asks for it.'),
  categories: z.optional(z.array(z.string()).check(z.meta({ description: 'One to three.' }))),
  package: z.optional(
    z.strictObject({
      url: text('Address of the package without its access, which is everything behind "?".'),
      access: z.optional(
        z.strictObject({
          permissions: text('Of the shared access signature; "r".'),
          expires: text('Its last day as YYYY-MM-DD.'),
        }),
      ),
    }),
  ),
  terms: text('"standard-contract", or the address of your own licence terms.'),
  privacyUrl: text('Your privacy statement.'),
  supportUrl: text('Where users get help.'),
  account: z.optional(
    z.strictObject({
      hasMail: flag('Whether the account that submits has a mail address in Entra.'),
      isVetted: flag('Whether Partner Center has vetted the seller.'),
      isEnrolled: flag('Whether the seller is enrolled in the programme Microsoft 365 and Copilot.'),
    }),
  ),
  isForEverybody: flag('True where you accept that everybody may use the template; the gallery knows no other.'),
  lastSaved: text('When the flow was last saved: an ISO 8601 moment.'),
  lastSuccessfulRun: text('When it last ran with success: an ISO 8601 moment.'),
  templateId: text('32 hexadecimal digits, once the gallery shows it.'),
  history: z.optional(
    z
      .array(
        z.strictObject({
          event: z.enum(templateEventNames).check(z.meta({ description: 'What happened to the template.' })),
          on: z.string().check(z.meta({ description: 'The day as YYYY-MM-DD.' })),
        }),
      )
      .check(z.meta({ description: 'What happened so far, oldest first.' })),
  ),
})

/** The schema for editors. */
export function submissionJsonSchema(): object {
  return { title: 'The submission of a flow template', ...z.toJSONSchema(submissionSchema) }
}
