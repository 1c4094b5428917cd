import { z } from 'zod'
import { CloudFailure } from '../failures/cloud-failure.ts'
import { isSafe } from './addresses.ts'
import type { Cloud } from './cloud.ts'
import { knownClouds } from './known-clouds.ts'
import { type CloudOverrides, overrideCloud } from './override-cloud.ts'

const address = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://api.example.com' })
  .refine((text) => !text.endsWith('/'), 'must not end in a slash')
  .refine((text) => !URL.canParse(text) || isSafe(new URL(text)), 'must be https unless it is this machine')
const host = z.string().regex(/^[a-z0-9.{}N:-]+$/i, 'must be a host such as crm{N}.dynamics.com')
const endpoint = z.strictObject({
  address: address.optional(),
  audience: z.string().min(1).optional(),
  alsoAudiences: z.array(z.string().min(1)).optional(),
})

const cloudFile = z.strictObject({
  $schema: z.string().optional(),
  /** The cloud that everything not named here is taken from. */
  basedOn: z.enum(['public', 'gcc', 'gcc-high', 'dod', 'china']).default('public'),
  id: z.string().min(1),
  title: z.string().min(1).optional(),
  login: address.optional(),
  services: z
    .strictObject({
      'business-applications': endpoint.optional(),
      'power-apps': endpoint.optional(),
      flow: endpoint.optional(),
      'power-platform': endpoint.optional(),
      graph: endpoint.optional(),
      'partner-center': endpoint.optional(),
      management: endpoint.optional(),
    })
    .optional(),
  organizationHosts: z.array(host).min(1).optional(),
  environmentHosts: host.optional(),
  environmentLabelLength: z.int().min(1).max(8).optional(),
  storageHosts: z.array(host).min(1).optional(),
  portal: address.optional(),
  through: address.optional(),
})

/**
 * Reads a cloud from the text of a JSON file: the cloud it is based on, with single fields replaced.
 *
 * @param name of the file, for messages and as the source of the fields.
 * @throws CloudFailure `cloud-file-invalid` with every place that is wrong.
 */
export function parseCloudFile(text: string, name: string): Cloud {
  const json = parsedJson(text, name)
  const parsed = cloudFile.safeParse(json)
  if (!parsed.success) {
    const details = parsed.error.issues.map(
      ({ path, message }) => `${name}: ${path.length === 0 ? 'the file' : path.join('.')}: ${message}`,
    )
    throw new CloudFailure('cloud-file-invalid', { details })
  }
  const { basedOn, $schema: _, title = parsed.data.id, ...rest } = parsed.data
  // Undefined members are left out by zod, so the exact optional types hold; zod's output type only cannot say so.
  return overrideCloud(knownClouds[basedOn], { ...rest, title } as CloudOverrides, { name, confidence: 'run' })
}

function parsedJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CloudFailure('cloud-file-invalid', {
      details: [`${name}: ${error instanceof Error ? error.message : 'no JSON'}`],
    })
  }
}
