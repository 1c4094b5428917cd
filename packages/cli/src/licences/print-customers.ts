import { disarmJson, toSafeLines } from '@sevenstep/findings'
import {
  type Customer,
  type CustomerStanding,
  listCustomers,
  readInvitation,
  readStanding,
} from '@sevenstep/licensing-checks/purchase'
import type { CustomerFlags } from '../commands/purchase-commands.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { customerId, openPartner } from './partner-session.ts'
import { partnerWork } from './partner-work.ts'

/**
 * `sevenstep licences customer`: the partner's customers, or how the partner stands with one. 1 where something keeps it
 * from ordering for that customer.
 *
 * @throws Failure for what Partner Center refuses.
 */
export async function printCustomers(
  given: string | undefined,
  flags: CustomerFlags,
  console: Console,
): Promise<ExitCode> {
  const { client } = openPartner(flags, console)
  const isJson = flags.format === 'json'
  return partnerWork('Run it again.', async (signal) => {
    if (flags.invite) {
      const url = await readInvitation(client, signal)
      console.out(isJson ? json({ invitation: url }) : toSafeLines(`${url}\n`))
      return exitCodes.fine
    }
    if (given === undefined) {
      const customers = await listCustomers(client, signal)
      console.out(isJson ? json({ customers }) : toSafeLines(listInWords(customers)))
      return exitCodes.fine
    }
    const id = await customerId(given, client, signal)
    const standing = await readStanding(client, id, signal)
    console.out(isJson ? json({ id, ...standing }) : toSafeLines(standingInWords(id, standing)))
    return standing.customer !== undefined && standing.hasAgreement !== false ? exitCodes.fine : exitCodes.findings
  })
}

function json(value: object): string {
  return disarmJson(`${JSON.stringify({ version: 1, ...value }, undefined, 2)}\n`)
}

function listInWords(customers: readonly Customer[]): string {
  const lines = customers.map(({ id, name = '–', domain = '–' }) => `${id}  ${domain}  ${name}`)
  return `${[...lines, `${customers.length} ${customers.length === 1 ? 'customer' : 'customers'}`].join('\n')}\n`
}

function standingInWords(id: string, { customer, hasAgreement }: CustomerStanding): string {
  if (customer === undefined) {
    return `${id}: no relationship. Send the customer’s administrator what "sevenstep licences customer --invite" prints, and wait until it is accepted.\n`
  }
  const agreement =
    hasAgreement === undefined
      ? 'could not be read with this sign-in; it takes a person of the partner'
      : hasAgreement
        ? 'accepted'
        : 'not recorded. Have the customer accept it, then run "sevenstep licences agreement"'
  const { name = '–', domain = '–' } = customer
  return `${name} (${domain}, ${id})\n  Relationship: accepted\n  Microsoft’s customer agreement: ${agreement}\n`
}
