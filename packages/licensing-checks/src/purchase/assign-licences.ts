import { randomUUID } from 'node:crypto'
import { CloudFailure } from '@sevenstep/cloud-access'
import {
  listCustomerSkus,
  listCustomerUserLicences,
  listCustomerUsers,
  updateCustomerUser,
  updateCustomerUserLicences,
} from '@sevenstep/cloud-access/operations'
import { allItems, type PurchaseClient, withSignal } from './purchase-client.ts'

/** Who is to hold what. */
export interface AssignmentWish {
  /** The customer's tenant id. */
  readonly customer: string
  /** User names or object ids. */
  readonly users: readonly string[]
  readonly skuId: string
  /** Two letters; set on users who have none. */
  readonly usageLocation?: string
}

/** What has to be done for one user. */
export interface AssignmentStep {
  readonly user: string
  /** `assign` may come with a usage location; `nothing` for who holds it; `blocked` with the reason. */
  readonly action: 'assign' | 'nothing' | 'blocked'
  readonly setsLocation: string | undefined
  readonly reason: string | undefined
}

/** What was planned, and how much of it was done. */
export interface AssignmentResult {
  readonly steps: readonly AssignmentStep[]
  /** Seats of the product that were free before. */
  readonly seatsLeft: number
  /** Users who got the licence in this run; none in a dry run. */
  readonly assigned: readonly string[]
  /** Users whom Partner Center refused, with its reason. */
  readonly failed: readonly { readonly user: string; readonly failure: CloudFailure }[]
}

/** How licences are assigned. */
export interface AssignmentOptions {
  /** Without it nobody is touched. */
  readonly apply?: true
  readonly signal?: AbortSignal
  /** Told after each user who got the licence. */
  readonly onAssigned?: (user: string) => void
}

/**
 * Gives a licence to users of a customer, one after the other, or by default only says what would be done: the usage
 * location first, then the licence, for as many as there are seats. Users who hold it are left alone, so that it can be
 * run again. A user who is refused stops no other. Needs a person of the partner behind the sign-in.
 *
 * @throws CloudFailure where Partner Center cannot be reached or lets nobody in; what was done before stays done.
 */
export async function assignLicences(
  client: PurchaseClient,
  wish: AssignmentWish,
  options: AssignmentOptions = {},
): Promise<AssignmentResult> {
  const { steps, seatsLeft } = await planSteps(client, wish, options.signal)
  const assigned: string[] = []
  const failed: { user: string; failure: CloudFailure }[] = []
  if (options.apply !== true) return { steps: steps.map(shown), seatsLeft, assigned, failed }
  for (const step of steps) {
    if (step.action !== 'assign') continue
    try {
      await assignTo(client, wish, step, options.signal)
    } catch (error) {
      if (!isAboutUser(error)) throw error
      failed.push({ user: step.user, failure: error })
      continue
    }
    assigned.push(step.user)
    options.onAssigned?.(step.user)
  }
  return { steps: steps.map(shown), seatsLeft, assigned, failed }
}

/** A step with the id by which Partner Center names the user. */
interface PlannedStep extends AssignmentStep {
  readonly id: string
}

async function assignTo(
  client: PurchaseClient,
  { customer, skuId }: AssignmentWish,
  { id, setsLocation }: PlannedStep,
  signal?: AbortSignal,
): Promise<void> {
  const path = { customer, user: id }
  const headers = () => ({ 'ms-requestid': randomUUID() })
  if (setsLocation !== undefined) {
    const body = { usageLocation: setsLocation }
    await client.call(updateCustomerUser, { path, headers: headers(), body }, withSignal(signal))
  }
  const body = { LicensesToAssign: [{ SkuId: skuId, ExcludedPlans: null }], LicensesToRemove: null }
  await client.call(updateCustomerUserLicences, { path, headers: headers(), body }, withSignal(signal))
}

/** Whether a refusal concerns one user, so that the next one may fare better. */
function isAboutUser(error: unknown): error is CloudFailure {
  return error instanceof CloudFailure && (error.status === 400 || error.status === 404 || error.status === 409)
}

async function planSteps(
  client: PurchaseClient,
  wish: AssignmentWish,
  signal?: AbortSignal,
): Promise<{ readonly steps: readonly PlannedStep[]; readonly seatsLeft: number }> {
  const { customer, usageLocation } = wish
  const path = { customer }
  const isSame = ({ id }: { readonly id: string }) => id.toLowerCase() === wish.skuId.toLowerCase()
  const skus = await allItems(client, listCustomerSkus, { path }, signal)
  const seatsLeft = skus.find(({ productSku }) => isSame(productSku))?.availableUnits ?? 0
  // Partner Center names a user by object id alone.
  const known = new Map(
    (await allItems(client, listCustomerUsers, { path }, signal)).flatMap((user) =>
      [user.id, user.userPrincipalName ?? user.id].map((name) => [name.toLowerCase(), user] as const),
    ),
  )
  const steps: PlannedStep[] = []
  const seen = new Set<string>()
  let seats = seatsLeft
  for (const user of wish.users) {
    const account = known.get(user.toLowerCase())
    if (account === undefined) {
      steps.push(blocked(user, 'The customer has no such account. Check the name.'))
      continue
    }
    if (seen.has(account.id)) continue
    seen.add(account.id)
    const held = await allItems(client, listCustomerUserLicences, { path: { customer, user: account.id } }, signal)
    const location = account.usageLocation ?? undefined
    if (held.some(({ productSku }) => isSame(productSku)))
      steps.push({ ...blocked(user, undefined), id: account.id, action: 'nothing' })
    else if (account.state === 'inactive') steps.push(blocked(user, 'The account is switched off.'))
    else if (location === undefined && usageLocation === undefined)
      steps.push(blocked(user, 'The account has no usage location. Say which country it is to be.'))
    else if (seats < 1) steps.push(blocked(user, 'No seat of this product is left.'))
    else {
      seats -= 1
      const setsLocation = location === undefined ? usageLocation : undefined
      steps.push({ user, id: account.id, action: 'assign', setsLocation, reason: undefined })
    }
  }
  return { steps, seatsLeft }
}

function blocked(user: string, reason: string | undefined): PlannedStep {
  return { user, id: user, action: 'blocked', setsLocation: undefined, reason }
}

function shown({ id: _, ...step }: PlannedStep): AssignmentStep {
  return step
}
