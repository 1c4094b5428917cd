import { z } from 'zod'
import { secretReferenceSchema, valueSchema } from '../secrets/secret-reference.ts'

/** Who signs in at a target. */
export const credentialSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('client-secret'),
      clientId: z.uuid(),
      clientSecret: secretReferenceSchema,
    }),
    z.strictObject({
      kind: z.literal('client-certificate'),
      clientId: z.uuid(),
      certificate: secretReferenceSchema.describe('PEM with the certificate and its private key.'),
    }),
    z.strictObject({
      kind: z.literal('workload-identity'),
      clientId: z.uuid(),
      provider: z.enum(['github', 'azure-devops']),
    }),
    z.strictObject({ kind: z.literal('device-code'), clientId: z.uuid().optional() }),
    z.strictObject({ kind: z.literal('browser'), clientId: z.uuid().optional() }),
    z.strictObject({
      kind: z.literal('refresh-token'),
      clientId: z.uuid(),
      clientSecret: secretReferenceSchema,
      refreshToken: secretReferenceSchema.describe(
        'What a person’s sign-in with several factors left for the application (Partner Center’s secure application model).',
      ),
    }),
    z.strictObject({
      kind: z.literal('given-token'),
      token: secretReferenceSchema.describe('A token, or JSON with a token for each audience.'),
    }),
  ])
  .meta({ id: 'Credential', description: 'Who signs in; secrets by reference only.' })

/** Who signs in at a target, as the description says it. */
export type DescribedCredential = z.output<typeof credentialSchema>

/** One environment of one tenant, with what differs there. */
export const targetSchema = z
  .strictObject({
    name: z
      .string()
      .max(100)
      .regex(
        /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/,
        'A name has letters, digits, and "-", "_" or "." between them.',
      ),
    tenant: z.uuid().describe('Id of the tenant.'),
    environment: z.string().min(1).describe('Id of the environment, or ~default.'),
    organization: z.url().optional().describe('Address of the environment’s database; looked up unless given.'),
    cloud: z
      .union([z.enum(['public', 'gcc', 'gcc-high', 'dod', 'china']), z.strictObject({ file: z.string().min(1) })], {
        error: 'A cloud is public, gcc, gcc-high, dod or china, or { file: path } with its endpoints.',
      })
      .optional(),
    credential: credentialSchema,
    connections: z
      .record(z.string(), z.string())
      .optional()
      .describe('Ids of existing connections to use here, by the name of the connection in this description.'),
    environmentVariables: z.record(z.string(), valueSchema).optional().describe('Values that differ here.'),
  })
  .meta({ id: 'Target', description: 'One environment of one tenant, with what differs there.' })

/** One target of a description. */
export type DescribedTarget = z.output<typeof targetSchema>
