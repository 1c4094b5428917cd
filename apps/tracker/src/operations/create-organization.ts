import type { DatabaseConfiguration } from '../configuration/configuration.ts'
import { systemClock } from '../domain/clock.ts'
import { newId } from '../domain/ids.ts'
import { execute } from '../verbs/execute.ts'
import { hashOfSecret, newSecret } from '../verbs/members/one-time-secret.ts'
import { createOrganization as createOrganizationVerb } from '../verbs/organizations/create-organization.ts'
import { withDatabase } from './with-database.ts'

/** Makes a programme and prints the one-time link by which its first administrator comes in. */
export async function createOrganization(
  configuration: DatabaseConfiguration,
  asked: { readonly name: string; readonly adminFor: string; readonly timeZone: string },
): Promise<void> {
  await withDatabase(configuration, async (database) => {
    const secret = newSecret()
    const { organizationId, expiresAt } = await execute(
      { database, clock: systemClock, newId, wakeJobs: () => {} },
      createOrganizationVerb,
      {
        principal: { kind: 'tracker', name: 'Sevenstep' },
        place: { organizationId: newId('org'), isvId: null },
        input: {
          name: asked.name,
          timeZone: asked.timeZone,
          invitee: asked.adminFor,
          tokenHash: hashOfSecret(secret),
        },
      },
    )
    console.log(`The programme ${asked.name} is there (${organizationId}).`)
    console.log(`Give this link to ${asked.adminFor}; it works once, until ${expiresAt}:`)
    console.log(`${configuration.publicUrl}/invitations/${secret}`)
  })
}
