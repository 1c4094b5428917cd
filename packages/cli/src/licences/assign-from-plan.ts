import { disarmJson, toSafeLines } from '@sevenstep/findings'
import { type AssignmentResult, type AssignmentStep, assignLicences } from '@sevenstep/licensing-checks/purchase'
import type { AssignFlags } from '../commands/purchase-commands.ts'
import type { Console } from '../console.ts'
import { askApproval } from '../deploy/ask-approval.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { alternativeOf, readPlanFile } from './order-file.ts'
import { customerId, openPartner } from './partner-session.ts'
import { partnerWork } from './partner-work.ts'

const premium = 'eda1941c-3c4f-4995-b5eb-e85a42175ab9'

/**
 * `sevenstep licences assign`: gives a licence to people, or by default says who would get it. 0 when everybody has it or
 * would get it, 1 when somebody cannot.
 *
 * @throws Failure where nobody is named, and for what Partner Center refuses.
 */
export async function assignFromPlan(
  plan: string | undefined,
  flags: AssignFlags,
  console: Console,
): Promise<ExitCode> {
  const { skuId, users } = whoGetsWhat(plan, flags, console)
  const usageLocation = locationOf(flags)
  const { client } = openPartner(flags, console)
  return partnerWork('Run the same command again: whoever holds the licence by now is left alone.', async (signal) => {
    const customer = await customerId(flags.customer ?? '', client, signal)
    const wish = { customer, skuId, users, ...(usageLocation !== undefined && { usageLocation }) }
    const looked = await assignLicences(client, wish, { signal })
    const isAsked = flags.apply && !flags.autoApprove && looked.steps.some(({ action }) => action === 'assign')
    if (isAsked) {
      console.error(inWords(looked, true))
      const advice = 'Look at it without --apply, and give --auto-approve with it.'
      if (!(await askApproval('Assign these licences?', console, signal, advice))) {
        console.error('Nobody was touched.\n')
        return exitCodes.fine
      }
    }
    const onAssigned = (user: string) => console.error(`${user}: assigned\n`)
    const result = flags.apply ? await assignLicences(client, wish, { apply: true, signal, onAssigned }) : looked
    console.out(flags.format === 'json' ? inJson(result) : inWords(result, flags.apply))
    const isComplete = result.failed.length === 0 && result.steps.every(({ action }) => action !== 'blocked')
    return isComplete ? exitCodes.fine : exitCodes.findings
  })
}

function whoGetsWhat(plan: string | undefined, flags: AssignFlags, console: Console) {
  const chosen = plan === undefined ? undefined : alternativeOf(readPlanFile(plan, console.folder), flags, plan)
  const perUser = chosen?.licences.filter(({ product }) => product === 'per-user') ?? []
  const users = [...perUser.map((licence) => licence.for), ...(flags.user ?? [])]
  const skuId = flags.sku ?? perUser[0]?.skuId ?? premium
  if (users.length > 0) return { skuId, users }
  throw new Failure(
    exitCodes.usage,
    'Nobody is named who is to get a licence.',
    plan === undefined ? 'Neither --user nor a plan says who.' : `${plan} has no licence for a person in this way.`,
    'Give --user NAME, or the plan with a way that buys licences per user. Process licences are allocated to flows in the admin centre.',
  )
}

function locationOf({ usageLocation }: AssignFlags): string | undefined {
  if (usageLocation === undefined || /^[a-z]{2}$/i.test(usageLocation)) return usageLocation?.toUpperCase()
  throw new Failure(
    exitCodes.usage,
    `"${usageLocation}" is no country.`,
    'A usage location is written as two letters.',
    'Give one such as NL or DE.',
  )
}

function inJson({ failed, ...result }: AssignmentResult): string {
  const said = failed.map(({ user, failure }) => ({ user, code: failure.code, what: failure.what, fix: failure.fix }))
  return disarmJson(`${JSON.stringify({ version: 1, ...result, failed: said }, undefined, 2)}\n`)
}

function inWords({ steps, seatsLeft, assigned, failed }: AssignmentResult, isApplied: boolean): string {
  const refused = new Map(failed.map(({ user, failure }) => [user, failure]))
  const lines = steps.map((step) => {
    const failure = refused.get(step.user)
    if (failure !== undefined) return `  ${step.user}: not assigned. ${failure.what} ${failure.fix}`
    return `  ${step.user}: ${stepInWords(step, assigned.includes(step.user))}`
  })
  const free = `${seatsLeft} ${seatsLeft === 1 ? 'seat' : 'seats'} of the product ${isApplied ? 'were' : 'are'} free.`
  const last = isApplied ? [] : ['', 'Nobody was touched. --apply assigns.']
  return toSafeLines(`${[free, ...lines, ...last].join('\n')}\n`)
}

function stepInWords({ action, setsLocation, reason = '' }: AssignmentStep, isDone: boolean): string {
  if (action === 'nothing') return 'holds it already'
  if (action === 'blocked') return `cannot get it. ${reason}`
  const location = setsLocation === undefined ? '' : `, after the usage location ${setsLocation}`
  return `${isDone ? 'assigned' : 'gets it'}${location}`
}
