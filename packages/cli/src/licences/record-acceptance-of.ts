import { disarmJson, toSafeLines } from '@sevenstep/findings'
import { readStanding, recordAgreement } from '@sevenstep/licensing-checks/purchase'
import type { AgreementFlags } from '../commands/purchase-commands.ts'
import type { Console } from '../console.ts'
import { askApproval } from '../deploy/ask-approval.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { customerId, openPartner } from './partner-session.ts'
import { partnerWork } from './partner-work.ts'

/** What became of an acceptance. */
type Recording = 'recorded' | 'recorded-before' | 'would-record' | 'declined'

/**
 * `sevenstep licences agreement`: records who accepted the customer agreement and when; without `--apply` it only says
 * what would be recorded.
 *
 * @throws Failure for a day that is none, a customer who is none, and what Partner Center refuses.
 */
export async function recordAcceptanceOf(given: string, flags: AgreementFlags, console: Console): Promise<ExitCode> {
  const { firstName, lastName, email } = flags
  const date = dayOf(flags.date, console.today)
  const { client } = openPartner(flags, console)
  return partnerWork('Run the same command again: what is recorded by now is not recorded twice.', async (signal) => {
    const customer = await customerId(given, client, signal)
    const standing = await readStanding(client, customer, signal)
    if (standing.customer === undefined) throw noCustomer(given)
    const name = standing.customer.name ?? customer
    const what = `${name}: ${firstName} ${lastName} <${email}> accepted Microsoft’s customer agreement on ${date}`
    const record = () => recordAgreement(client, customer, { firstName, lastName, email, date }, signal)
    const isRecorded = standing.hasAgreement === true
    const recording = isRecorded ? 'recorded-before' : await carryOut(what, record, flags, console, signal)
    const json = { version: 1, customer, acceptance: { firstName, lastName, email, date }, recording }
    const text =
      flags.format === 'json' ? disarmJson(`${JSON.stringify(json, undefined, 2)}\n`) : inWords(recording, what)
    console.out(toSafeLines(text))
    return exitCodes.fine
  })
}

async function carryOut(
  what: string,
  record: () => Promise<boolean>,
  flags: AgreementFlags,
  console: Console,
  signal: AbortSignal,
): Promise<Recording> {
  if (!flags.apply) return 'would-record'
  const advice = 'Look at it without --apply, and give --auto-approve with it.'
  if (!flags.autoApprove && !(await askApproval(`${what}. Record this?`, console, signal, advice))) return 'declined'
  return (await record()) ? 'recorded' : 'recorded-before'
}

function inWords(recording: Recording, what: string): string {
  switch (recording) {
    case 'recorded':
      return `${what}: recorded.\n`
    case 'recorded-before':
      return 'An acceptance is recorded already; nothing has to be done.\n'
    case 'would-record':
      return `${what}.\nNothing was recorded. --apply records it; only what happened may be.\n`
    case 'declined':
      return 'Nothing was recorded.\n'
  }
}

function dayOf(date: string, today: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date))
  if (isDay && date <= today) return date
  throw new Failure(
    exitCodes.usage,
    isDay ? `${date} lies ahead.` : `"${date}" is no day.`,
    'It says when the agreement was accepted.',
    'Give a day that has been, as YYYY-MM-DD.',
  )
}

function noCustomer(given: string): Failure {
  return new Failure(
    exitCodes.usage,
    `${given} is no customer of this partner.`,
    'An agreement is recorded for customers who accepted the relationship.',
    'Send the invitation that "sevenstep licences customer --invite" prints, and wait until it is accepted.',
  )
}
