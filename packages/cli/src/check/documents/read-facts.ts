import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { TenantFacts } from '@sevenstep/sign-in-checks'
import * as z from 'zod/mini'
import { exitCodes } from '../../exit-codes.ts'
import { Failure } from '../../failure.ts'

const grant = z.object({ resourceAppId: z.string(), scopes: z.array(z.string()), isForAll: z.boolean() })
const shape = z.object({
  servicePrincipals: z.optional(z.array(z.string())),
  grants: z.optional(z.array(grant)),
  verifiedPublisher: z.optional(z.nullable(z.object({ displayName: z.string() }))),
  authority: z.optional(
    z.object({ address: z.string(), issuer: z.optional(z.string()), problem: z.optional(z.string()) }),
  ),
  consentAddress: z.optional(z.string()),
})

/**
 * Reads what was looked up in a tenant, as `sevenstep tenant-facts` prints it.
 *
 * @throws Failure when the file cannot be read or has another shape.
 */
export function readFacts(path: string, folder: string): TenantFacts {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(resolve(folder, path), 'utf8'))
  } catch (error) {
    throw unusable(path, error instanceof Error ? error.message : String(error))
  }
  const parsed = shape.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw unusable(path, `At /${(issue?.path ?? []).join('/')}: ${issue?.message ?? 'another shape is expected'}.`)
  }
  // Undefined members are left out by zod, so the exact optional types hold; zod's output type only cannot say so.
  return parsed.data as TenantFacts
}

function unusable(path: string, why: string): Failure {
  return new Failure(
    exitCodes.usage,
    `${path} cannot be used as facts of a tenant.`,
    why,
    'Make the file with "sevenstep tenant-facts", or leave --facts out.',
  )
}
