import { randomUUID } from 'node:crypto'
import {
  getCustomerUser,
  listCustomerSkus,
  listCustomerUserLicences,
  updateCustomerUser,
  updateCustomerUserLicences,
} from '@sevenstep/cloud-access/operations'
import type { PurchaseClient } from './find-offer.ts'

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
  /** Users who got the licence in this run; none in a dry run. */
  readonly assigned: readonly string[]
}

/**
 * Gives a licence to users of a customer, one after the other, or by default only says what would be done. Users who
 * hold it are left alone, so that it can be run again. Needs a person of the partner behind the sign-in.
 *
 * @throws CloudFailure where Partner Center refuses; what was done before stays done.
 */
export async function assignLicences(
  client: PurchaseClient,
  wish: AssignmentWish,
  options: { readonly apply?: true; readonly signal?: AbortSignal } = {},
): Promise<AssignmentResult> {
  const steps = await planSteps(client, wish, options.signal)
  const assigned: string[] = []
  if (options.apply !== true) return { steps, assigned }
  const callOptions = options.signal === undefined ? {} : { signal: options.signal }
  const { customer, skuId } = wish
  for (const { user, action, setsLocation } of steps) {
    if (action !== 'assign') continue
    const path = { customer, user }
    const headers = () => ({ 'ms-requestid': randomUUID() })
    if (setsLocation !== undefined) {
      const body = { usageLocation: setsLocation }
      await client.call(updateCustomerUser, { path, headers: headers(), body }, callOptions)
    }
    const body = { LicensesToAssign: [{ SkuId: skuId, ExcludedPlans: null }], LicensesToRemove: null }
    await client.call(updateCustomerUserLicences, { path, headers: headers(), body }, callOptions)
    assigned.push(user)
  }
  return { steps, assigned }
}

async function planSteps(
  client: PurchaseClient,
  wish: AssignmentWish,
  signal?: AbortSignal,
): Promise<readonly AssignmentStep[]> {
  const options = signal === undefined ? {} : { signal }
  const { customer, skuId, usageLocation } = wish
  const { items } = await client.call(listCustomerSkus, { path: { customer } }, options)
  const isSame = (id: string) => id.toLowerCase() === skuId.toLowerCase()
  let seats = items.find(({ productSku }) => isSame(productSku.id))?.availableUnits ?? 0
  const steps: AssignmentStep[] = []
  for (const user of new Set(wish.users)) {
    const path = { customer, user }
    const held = await client.call(listCustomerUserLicences, { path }, options)
    const nothing = { user, setsLocation: undefined, reason: undefined }
    if (held.items.some(({ productSku }) => isSame(productSku.id))) {
      steps.push({ ...nothing, action: 'nothing' })
      continue
    }
    const known = (await client.call(getCustomerUser, { path }, options)).usageLocation ?? undefined
    if (known === undefined && usageLocation === undefined)
      steps.push({
        ...nothing,
        action: 'blocked',
        reason: 'The account has no usage location. Say which country it is to be.',
      })
    else if (seats < 1) steps.push({ ...nothing, action: 'blocked', reason: 'No seat of this product is left.' })
    else {
      seats -= 1
      steps.push({ ...nothing, action: 'assign', setsLocation: known === undefined ? usageLocation : undefined })
    }
  }
  return steps
}
