import * as z from 'zod/mini'

const setting = z.enum(['error', 'warning', 'info', 'off'])
const profile = z.enum(['verified-publisher', 'independent-publisher', 'custom'])
const target = z.enum(['repository', 'package'])
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'has to be a day written as YYYY-MM-DD'))

const suppression = z.strictObject({
  rule: z.string().register(z.globalRegistry, { description: 'Rule id, or "*" for every rule.' }),
  file: z.optional(
    z.string().register(z.globalRegistry, { description: 'File inside the connector; left out, every file.' }),
  ),
  pointer: z.optional(
    z.string().register(z.globalRegistry, { description: 'JSON pointer; everything below it is covered too.' }),
  ),
  reason: z.string().register(z.globalRegistry, { description: 'Why it is all right here. Required.' }),
  until: z.optional(day.register(z.globalRegistry, { description: 'Last day on which it holds, as YYYY-MM-DD.' })),
})

const elsewhere = z.strictObject({
  folder: z.string().register(z.globalRegistry, { description: 'The connector’s folder, relative to this file.' }),
  files: z
    .array(z.string())
    .register(z.globalRegistry, { description: 'Names of the files, as they would stand in the folder.' }),
})

const edition = z.optional(
  z.enum(['2018-02', 'current']).register(z.globalRegistry, {
    description: 'State of the programme it is judged by; "current" when left out.',
  }),
)

const appRegistration = z.strictObject({
  profile: z.optional(
    z
      .enum(['production', 'development'])
      .register(z.globalRegistry, { description: 'Where the registration is used; "production" when left out.' }),
  ),
  edition,
  capabilities: z.optional(
    z.array(z.string()).register(z.globalRegistry, {
      description: 'What the application does, such as "embed-flows"; decides which permissions it needs.',
    }),
  ),
})

const flowPackage = z.strictObject({
  profile: z.optional(
    z.enum(['template', 'deployment']).register(z.globalRegistry, {
      description: 'What packages are for: the public gallery ("template", when left out) or customers’ tenants.',
    }),
  ),
  edition,
})

const hostPage = z.strictObject({
  profile: z.optional(
    z.enum(['production', 'development']).register(z.globalRegistry, {
      description: 'Where the page is used; "production" when left out.',
    }),
  ),
  edition,
})

const licences = z.strictObject({
  profile: z.optional(
    z.enum(['production', 'trial']).register(z.globalRegistry, {
      description: 'Whether trials count: not in "production", which is assumed when left out.',
    }),
  ),
  edition,
  catalogue: z.optional(
    z.string().register(z.globalRegistry, {
      description:
        'File with the catalogue of products, as "sevenstep licences catalogue" writes it, relative to this file; the one that comes along when left out.',
    }),
  ),
})

const offer = z.strictObject({
  profile: z.optional(
    z.enum(['saas', 'dataverse']).register(z.globalRegistry, {
      description: 'The kind of offer; what the offer says of itself when left out.',
    }),
  ),
  edition,
})

/** The shape of `sevenstep.config.json`; the published JSON Schema is made from it. */
export const configurationShape = z.strictObject({
  $schema: z.optional(
    z.string().register(z.globalRegistry, { description: 'Where an editor finds the schema of this file.' }),
  ),
  profile: z.optional(
    profile.register(z.globalRegistry, { description: 'Who is judged. Left out, it is told from the files.' }),
  ),
  target: z.optional(
    target.register(z.globalRegistry, {
      description: 'What the files are for: the public repository or the submission package.',
    }),
  ),
  failOn: z.optional(
    z
      .enum(['error', 'warning', 'info', 'never'])
      .register(z.globalRegistry, { description: 'From which severity on the command exits with 1.' }),
  ),
  rules: z.optional(
    z
      .record(z.string(), setting)
      .register(z.globalRegistry, { description: 'Severity per rule id; "off" switches a rule off.' }),
  ),
  suppressions: z.optional(
    z
      .array(suppression)
      .register(z.globalRegistry, { description: 'Findings that are known and accepted, each with a reason.' }),
  ),
  baseline: z.optional(
    z
      .string()
      .register(z.globalRegistry, { description: 'File with findings that are known already, relative to this file.' }),
  ),
  knownTitles: z.optional(
    z
      .array(z.string())
      .register(z.globalRegistry, { description: 'Titles of connectors that already exist, to find clashes with.' }),
  ),
  elsewhere: z.optional(
    z.array(elsewhere).register(z.globalRegistry, {
      description: 'Files that exist but are kept outside the connector’s folder.',
    }),
  ),
  appRegistration: z.optional(
    appRegistration.register(z.globalRegistry, { description: 'How app registrations are judged.' }),
  ),
  hostPage: z.optional(
    hostPage.register(z.globalRegistry, { description: 'How pages that embed Power Automate are judged.' }),
  ),
  licences: z.optional(licences.register(z.globalRegistry, { description: 'How lists of licences are judged.' })),
  offer: z.optional(offer.register(z.globalRegistry, { description: 'How offers are judged.' })),
  flowPackage: z.optional(
    flowPackage.register(z.globalRegistry, { description: 'How exported flows and solutions are judged.' }),
  ),
})

/** What a configuration file says. */
export type Configuration = z.infer<typeof configurationShape>

/** The settings that exist in the objects of a list, or in an object, of the configuration; at its top for every other name. */
export function settingsWithin(list: string | undefined): readonly string[] {
  const shapes: Readonly<Record<string, { readonly shape: object }>> = {
    suppressions: suppression,
    elsewhere,
    appRegistration,
    flowPackage,
    hostPage,
    licences,
    offer,
  }
  const known = list !== undefined && Object.hasOwn(shapes, list) ? shapes[list] : undefined
  return Object.keys((known ?? configurationShape).shape)
}
