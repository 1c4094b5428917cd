import { type Price, type Prices, priceOfLines } from '@sevenstep/licensing-checks'
import { type OrderOutcome, orderLicences } from '@sevenstep/licensing-checks/purchase'
import type { OrderFlags } from '../commands/purchase-commands.ts'
import type { Console } from '../console.ts'
import { askApproval } from '../deploy/ask-approval.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { type OrderInput, readOrderFile } from './order-file.ts'
import { type OrderWords, orderInJson, orderInWords } from './order-in-words.ts'
import { openJournal, withJournal } from './orders-journal.ts'
import { customerId, openPartner, type PartnerSession } from './partner-session.ts'
import { partnerWork } from './partner-work.ts'
import { readPrices } from './read-prices.ts'

/**
 * `sevenstep licences order`: what an order would buy and send; with `--apply` the order itself, once for each reference.
 * 0 for what can be placed or is completed, 1 for what cannot or is not yet.
 *
 * @throws Failure for a file or options that say too little, and for what Partner Center refuses.
 */
export async function orderFromFile(file: string, flags: OrderFlags, console: Console): Promise<ExitCode> {
  const input = readOrderFile(file, console.folder, flags)
  const prices = flags.prices === undefined ? undefined : readPrices(flags.prices, console.folder)
  const session = openPartner(flags, console)
  return partnerWork(
    'Run the same command again: it looks at what became of it, goes on, and orders once.',
    async (signal) => {
      const words = { cloud: session.cloud, price: priceOf(input, prices), isFinal: flags.apply }
      const outcome = await carryOut(input, session, words, flags, console, signal)
      if (outcome === undefined) return exitCodes.fine
      console.out(flags.format === 'json' ? orderInJson(outcome, words) : orderInWords(outcome, words))
      return exitCodeOf(outcome)
    },
  )
}

/** Looks first and, where that is wanted and a person says yes, orders; nothing where the person says no. */
async function carryOut(
  input: OrderInput,
  { client }: PartnerSession,
  words: OrderWords,
  flags: OrderFlags,
  console: Console,
  signal: AbortSignal,
): Promise<OrderOutcome | undefined> {
  const wish = { ...input, customer: await customerId(input.customer, client, signal) }
  if (!flags.apply) return orderLicences(client, wish, { journal: openJournal(flags.journal, console), signal })
  return withJournal(flags.journal, console, signal, async (journal) => {
    if (!flags.autoApprove) {
      const looked = await orderLicences(client, wish, { journal, signal })
      const isAsked = looked.kind === 'preview' && looked.begun?.orderIds === undefined
      if (isAsked && looked.preview.problems.length > 0) return looked
      if (isAsked) {
        console.error(orderInWords(looked, words))
        const advice = 'Look at it without --apply, and give --auto-approve with it.'
        if (!(await askApproval('Place this order?', console, signal, advice))) {
          console.error('Nothing was ordered.\n')
          return undefined
        }
      }
    }
    const onWaiting = (milliseconds: number) =>
      console.error(`It is not known yet whether the order arrived; looking again in ${milliseconds / 1000} seconds.\n`)
    return orderLicences(client, wish, { place: true, journal, signal, onWaiting })
  })
}

function priceOf({ lines }: OrderInput, prices: Prices | undefined): Price | 'incomplete' | undefined {
  return prices === undefined ? undefined : (priceOfLines(lines, prices) ?? 'incomplete')
}

function exitCodeOf(outcome: OrderOutcome): ExitCode {
  switch (outcome.kind) {
    case 'preview':
      return outcome.preview.problems.length === 0 ? exitCodes.fine : exitCodes.findings
    case 'placed': {
      const isDone = outcome.errors.length === 0 && outcome.orders.every(({ status }) => isCompleted(status))
      return isDone ? exitCodes.fine : exitCodes.findings
    }
    default:
      return exitCodes.findings
  }
}

function isCompleted(status: string | undefined): boolean {
  return status?.toLowerCase() === 'completed'
}
