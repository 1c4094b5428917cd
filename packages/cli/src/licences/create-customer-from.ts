import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { disarmJson, toSafeLines } from '@sevenstep/findings'
import { createCustomer } from '@sevenstep/licensing-checks/purchase'
import * as z from 'zod/mini'
import type { CreateCustomerFlags } from '../commands/purchase-commands.ts'
import type { Console } from '../console.ts'
import { askApproval } from '../deploy/ask-approval.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { openPartner } from './partner-session.ts'
import { partnerWork } from './partner-work.ts'
import { readJsonFile } from './read-json-file.ts'

const text = z.string().check(z.minLength(1))
const profileShape = z.looseObject({
  CompanyProfile: z.looseObject({ Domain: text }),
  BillingProfile: z.looseObject({
    Culture: text,
    Email: text,
    Language: text,
    CompanyName: text,
    DefaultAddress: z.looseObject({ Country: text, City: text, AddressLine1: text, PostalCode: text }),
  }),
})

/**
 * `sevenstep licences create-customer`: makes a customer; without `--apply` it only says which. The first password goes
 * into a file that only its owner can read, and is shown nowhere.
 *
 * @throws Failure for a profile that lacks something, a file that is there, and what Partner Center refuses.
 */
export async function createCustomerFrom(
  path: string,
  flags: CreateCustomerFlags,
  console: Console,
): Promise<ExitCode> {
  const fix = 'Write CompanyProfile and BillingProfile as docs/purchasing.md shows them.'
  const profile = readJsonFile(path, console.folder, profileShape, { as: 'a customer', fix })
  const { client } = openPartner(flags, console)
  const what = `${profile.BillingProfile.CompanyName} (${profile.CompanyProfile.Domain}, ${profile.BillingProfile.DefaultAddress.Country})`
  if (!flags.apply) {
    const text = `Would make the customer ${what}.\nNothing was made. --apply makes it.\n`
    const json = { version: 1, customer: null, wouldMake: profile }
    console.out(flags.format === 'json' ? disarmJson(`${JSON.stringify(json, undefined, 2)}\n`) : toSafeLines(text))
    return exitCodes.fine
  }
  return partnerWork(
    'Look at "sevenstep licences customer" whether the customer exists before you run it again.',
    async (signal) => {
      const advice = 'Look at it without --apply, and give --auto-approve with it.'
      if (!flags.autoApprove && !(await askApproval(`Make the customer ${what}?`, console, signal, advice))) {
        console.error('Nothing was made.\n')
        return exitCodes.fine
      }
      const file = newSecretFile(resolve(console.folder, flags.passwordFile), flags.passwordFile)
      let isKept = false
      try {
        const made = await createCustomer(client, profile, async ({ userName, password }) => {
          writeSync(file, `${JSON.stringify({ userName, password }, undefined, 2)}\n`)
          isKept = true
        })
        const json = { version: 1, customer: made, passwordFile: isKept ? flags.passwordFile : null }
        const where = isKept
          ? `The first sign-in of its administrator is in ${flags.passwordFile}: give it to the customer, and delete the file.`
          : 'Partner Center said no password: it says it once, with the answer that made the customer. Reset it in Partner Center.'
        console.out(
          flags.format === 'json'
            ? `${JSON.stringify(json, undefined, 2)}\n`
            : toSafeLines(`Made ${made.name ?? what}: ${made.id}\n${where}\n`),
        )
        return exitCodes.fine
      } finally {
        closeSync(file)
        // An empty file would stand in the way of the next try.
        if (!isKept) rmSync(resolve(console.folder, flags.passwordFile), { force: true })
      }
    },
  )
}

/** Opened before anything is made, so that a password never has nowhere to go. */
function newSecretFile(path: string, shown: string): number {
  try {
    return openSync(path, 'wx', 0o600)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Failure(
      exitCodes.usage,
      `${shown} cannot be made.`,
      why,
      'Name a file that is not there yet, in a folder you may write to.',
    )
  }
}
