import { environmentVariableDefinitions, organization as organizations } from '@sevenstep/cloud-access'
import { z } from 'zod'
import type { Lease, LeaseArea } from '../database-area.ts'
import { TargetFailure } from '../target-failure.ts'
import { atOrganization, type Organization } from './organization.ts'

/** Beginning of the schema name of leases, by which they are told from variables that mean something. */
export const leasePrefix = 'sevenstep_lease'

const noteSchema = z.object({ holder: z.string(), until: z.string() })

/**
 * Leases as rows of the table of environment variables: every organisation has it, whoever deploys may write it, an id
 * can be taken once only, and an ETag tells whether somebody else wrote meanwhile. The row goes when the apply ends.
 */
export function cloudLease(organization: Organization): LeaseArea {
  const { lastingCalls: calls, clock } = organization
  const at = atOrganization(organization)
  const note = ({ holder, until }: Lease) => JSON.stringify({ holder, until })
  return {
    async now() {
      const { headers } = await calls.answer(organizations.whoAmI, {}, at)
      const told = Date.parse(headers.date ?? '')
      return Number.isNaN(told) ? clock.now() : told
    },
    async read(id) {
      const row = await calls.find(environmentVariableDefinitions.get, { path: { id }, query: {} }, at)
      const parsed = noteSchema.safeParse(parse(row?.defaultvalue))
      if (row === undefined) return undefined
      const etag = row['@odata.etag']
      // A row that is not ours to understand counts as ended long ago.
      const { holder, until } = parsed.success ? parsed.data : { holder: 'unknown', until: new Date(0).toISOString() }
      return { id, holder, until, ...(typeof etag === 'string' && { etag }) }
    },
    async take(lease) {
      const body = {
        environmentvariabledefinitionid: lease.id,
        schemaname: `${leasePrefix}_${lease.id.replaceAll('-', '').slice(0, 12)}`,
        displayname: 'Sevenstep: a deployment is going on',
        description: 'Goes by itself when the deployment ends. If it stays, nobody is deploying any more: delete it.',
        type: 100000000,
        defaultvalue: note(lease),
      }
      return tryIt(() => calls.call(environmentVariableDefinitions.create, { body, query: {} }, at), lease, this.read)
    },
    async replace(before, lease) {
      const headers = { 'if-match': before.etag ?? '*' }
      const body = { defaultvalue: note(lease) }
      const write = () =>
        calls.call(environmentVariableDefinitions.update, { path: { id: lease.id }, headers, query: {}, body }, at)
      return tryIt(write, lease, this.read)
    },
    release: (id) => calls.remove(environmentVariableDefinitions.delete, { path: { id } }, at),
  }
}

/** False when somebody else was first. Where nobody knows, the row is looked at. */
async function tryIt(write: () => Promise<unknown>, lease: Lease, read: LeaseArea['read']): Promise<boolean> {
  try {
    await write()
    return true
  } catch (error) {
    if (!(error instanceof TargetFailure)) throw error
    const { status } = error.text
    if (error.isAmbiguous) return (await read(lease.id))?.holder === lease.holder
    if (status === 412 || status === 404 || /duplicate|already exists/i.test(error.message)) return false
    throw error
  }
}

function parse(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
