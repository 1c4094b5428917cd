import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { EmulatorSettingsError } from '../identity/settings-error.ts'
import type { Seed } from './seed.ts'

const list = <Item extends z.ZodType>(item: Item) => z.array(item).optional()
const id = z.guid('has to be a GUID, for example 0b0b0b0b-2222-4b4b-8b8b-000000000002')
const userName = z.email('has to look like an e-mail address')
const names = list(z.string().min(1))

const account = z.strictObject({
  id: id.optional(),
  name: z.string().min(1),
  userName,
  password: z.string().min(1).optional(),
  roles: names,
  licences: names,
  usageLocation: z.string().length(2).optional(),
  description: z.string().optional(),
  enabled: z.boolean().optional(),
})

const application = z.strictObject({
  id,
  name: z.string().min(1),
  audience: z.enum(['AzureADMyOrg', 'AzureADMultipleOrgs']).optional(),
  secret: z.string().min(1).optional(),
  certificateKeys: list(z.string().startsWith('-----BEGIN PUBLIC KEY-----', 'has to be a public key as PEM (SPKI)')),
  federated: list(
    z.strictObject({
      name: z.string(),
      issuer: z.string(),
      subject: z.string(),
      audience: z.string(),
      issuerKey: z.string().startsWith('-----BEGIN PUBLIC KEY-----'),
    }),
  ),
  redirectUris: names,
  allowPublicClient: z.boolean().optional(),
  permissions: list(z.strictObject({ api: z.string().min(1), delegated: names, application: names })),
  identifierUris: names,
  exposes: names,
  consented: z.boolean().optional(),
})

const environment = z.strictObject({
  id: z.string().min(1).optional(),
  name: z.string().min(1),
  kind: z.enum(['Default', 'Production', 'Sandbox', 'Trial', 'Developer']).optional(),
  region: z.string().min(1).optional(),
  makers: list(userName),
  administrators: list(userName),
  dataverse: z
    .strictObject({
      domain: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'has to be lower-case letters, digits and dashes'),
      host: z
        .string()
        .regex(/^crm\d*$/, 'has to be crm with a number, for example crm4')
        .optional(),
      applicationUsers: list(id),
      unlicensed: list(userName),
    })
    .optional(),
  connections: list(
    z.strictObject({
      id: z.string().min(1).optional(),
      connector: z.string().startsWith('shared_', "has to begin with 'shared_'"),
      name: z.string().min(1),
      owner: userName,
      status: z.enum(['connected', 'unauthenticated', 'error']).optional(),
      sharedWith: list(
        z.strictObject({ principal: z.string().min(1), role: z.enum(['CanEdit', 'CanView', 'CanViewWithShare']) }),
      ),
    }),
  ),
  dataPolicies: list(z.strictObject({ name: z.string().min(1), business: z.array(z.string()), blocked: names })),
})

const seedSchema = z.strictObject({
  tenants: z
    .array(
      z.strictObject({
        id,
        name: z.string().min(1),
        domain: z.string().min(3),
        region: z.string().min(1).optional(),
        country: z.string().length(2).optional(),
        accounts: list(account),
        applications: list(application),
        installed: list(z.strictObject({ application: id, consented: z.boolean().optional() })),
        licences: list(
          z.strictObject({
            partNumber: z.string().min(1),
            skuId: id.optional(),
            units: z.int().min(0),
            plans: list(z.strictObject({ id, name: z.string().min(1) })),
          }),
        ),
        environments: list(environment),
        managementApplications: list(id),
        partner: z.strictObject({ customers: z.array(id), agreed: list(id) }).optional(),
      }),
    )
    .min(1),
})

/**
 * Reads a seed from the text of a file, JSON or YAML.
 *
 * @param name of the file, for what is said when it does not fit.
 * @throws EmulatorSettingsError that names every place where the file does not fit.
 */
export function parseSeed(text: string, name: string): Seed {
  const value = parse(text, name)
  const result = seedSchema.safeParse(value)
  if (result.success) return result.data
  throw new EmulatorSettingsError(`${name} is no seed of the emulator.\n${z.prettifyError(result.error)}`)
}

function parse(text: string, name: string): unknown {
  try {
    // JSON is YAML, so one reader serves both; aliases are limited so that a small file cannot become a large one.
    return parseYaml(text, { maxAliasCount: 100 })
  } catch (error) {
    throw new EmulatorSettingsError(
      `${name} can be read neither as JSON nor as YAML: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    )
  }
}
