import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { disarmJson, toSafeLines } from '@sevenstep/findings'
import { type GatheredLicensing, gatherLicensingFacts } from '@sevenstep/licensing-checks/live'
import type { FactsFlags } from '../commands/purchase-commands.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { writeFileWhole } from '../write-file-whole.ts'
import { readOrderFile } from './order-file.ts'
import { openJournal } from './orders-journal.ts'
import { customerId, openPartner, type PartnerSession } from './partner-session.ts'
import { partnerWork } from './partner-work.ts'
import { readTextFile } from './read-text-file.ts'

/**
 * `sevenstep licences facts`: what Partner Center and Microsoft Graph know of a customer, as files in a folder. Changes
 * nothing.
 *
 * @throws Failure where no customer is named, and for what a service refuses.
 */
export async function writeFacts(flags: FactsFlags, console: Console): Promise<ExitCode> {
  const order = flags.order === undefined ? undefined : readOrderFile(flags.order, console.folder, flags)
  const named = flags.customer ?? order?.customer
  if (named === undefined) {
    const fix = 'Give --customer, or --order with a file that names the customer.'
    throw new Failure(exitCodes.usage, 'Nothing says which customer.', 'Facts are about one of them.', fix)
  }
  const session = openPartner(flags, console)
  const said = saidOf(flags, session, console)
  return partnerWork('Run it again: nothing was changed.', async (signal) => {
    const customer = await customerId(named, session.client, signal)
    const wish = order === undefined ? {} : { order: { ...order, customer }, ...journalOf(flags, console) }
    const gathered = await gatherLicensingFacts({
      ...{ partner: session.client, customer, said, signal },
      ...(flags.graph && { graph: session.clientIn(customer) }),
      ...wish,
    })
    const written = writeFiles(gathered, customer, flags, console)
    if (flags.format === 'json')
      console.out(disarmJson(`${JSON.stringify({ version: 1, customer, written }, undefined, 2)}\n`))
    else console.out(toSafeLines(inWords(gathered, written, flags.output)))
    return exitCodes.fine
  })
}

function journalOf({ journal }: FactsFlags, console: Console) {
  return { journal: openJournal(journal, console) }
}

function saidOf({ signIns, autoRenew }: FactsFlags, { cloud: { id } }: PartnerSession, { folder }: Console) {
  return {
    // Endpoints of one's own say nothing of whose cloud it is.
    ...((id === 'public' || id === 'emulator') && { cloud: 'public' as const }),
    ...(signIns !== undefined && { signIns: readNames(signIns, folder) }),
    ...(autoRenew !== undefined && { agreedAutoRenew: autoRenew === 'yes' }),
  }
}

function readNames(path: string, folder: string): readonly string[] {
  const lines = readTextFile(path, folder).split(/\r?\n/)
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}

/** Lists as the services answer, and beside them what is in none; an empty list is no file, nor is one of before. */
function writeFiles(
  { customer: known, facts, users, subscriptions, purchases, usersFrom }: GatheredLicensing,
  customer: string,
  { output }: FactsFlags,
  console: Console,
): readonly string[] {
  const folder = resolve(console.folder, output)
  // They name people: a folder of our own making is open to its owner alone.
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const about = { customer: { id: customer, ...known }, readOn: console.today, usersFrom }
  const files: readonly (readonly [name: string, value: object | undefined])[] = [
    ['facts.json', { about, ...facts }],
    ['users.json', listOf(users)],
    ['subscriptions.json', listOf(subscriptions)],
    ['purchases.json', listOf(purchases)],
  ]
  const written: string[] = []
  for (const [name, value] of files) {
    const path = join(folder, name)
    if (value === undefined) rmSync(path, { force: true })
    else {
      writeFileWhole(path, `${JSON.stringify(value, undefined, 2)}\n`, join(output, name))
      written.push(name)
    }
  }
  return written
}

function listOf(items: readonly object[]): object | undefined {
  return items.length === 0 ? undefined : { value: items }
}

function inWords({ customer, users, facts }: GatheredLicensing, written: readonly string[], output: string): string {
  const whom =
    customer === undefined
      ? 'Partner Center knows no relationship with this customer.'
      : `${customer.name ?? customer.id}: ${users.length} ${users.length === 1 ? 'person' : 'people'} read.`
  const status = facts.order?.orderStatus === undefined ? [] : [`The order: ${facts.order.orderStatus}.`]
  return `${[
    whom,
    ...status,
    `Wrote ${output}: ${written.join(', ')}. They name people: keep them as you keep personal data.`,
    `Next: put the list of flows there ("sevenstep licences flows"), then sevenstep check ${output} --facts ${join(output, 'facts.json')}`,
  ].join('\n')}\n`
}
