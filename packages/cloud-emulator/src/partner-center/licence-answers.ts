import {
  getCustomerUser,
  listCustomerSkus,
  listCustomerUserLicences,
  listCustomerUsers,
  updateCustomerUser,
  updateCustomerUserLicences,
} from '@sevenstep/cloud-access/operations'
import { answerOperation, type EmulatedOperation } from '../operation/emulated-operation.ts'
import { assignLicences } from '../power-platform/graph/assign-licences.ts'
import type { AccountState, SubscriptionState } from '../state/directory-state.ts'
import type { TenantState } from '../state/emulator-state.ts'
import { customerOf, listAnswer, once, refusal } from './partner-call.ts'

/** Licences of a customer's users. */
export const licenceAnswers: readonly EmulatedOperation[] = [
  answerOperation(listCustomerSkus, (call) => {
    const { customer } = customerOf(call, call.input.path.customer)
    return listAnswer(call, Object.values(customer.subscriptions), (sku) => {
      const used = Object.values(customer.accounts).filter(({ licences }) => licences.includes(sku.skuId)).length
      return {
        availableUnits: Math.max(0, sku.enabledUnits - used),
        activeUnits: sku.enabledUnits,
        consumedUnits: used,
        suspendedUnits: 0,
        totalUnits: sku.enabledUnits,
        warningUnits: 0,
        ...presentSku(sku),
        capabilityStatus: 'Enabled',
      }
    })
  }),
  answerOperation(listCustomerUserLicences, (call) => {
    const { customer } = customerOf(call, call.input.path.customer)
    const { licences } = accountOf(customer, call.input.path.user)
    const held = licences.flatMap((skuId) => customer.subscriptions[skuId] ?? [])
    return listAnswer(call, held, presentSku)
  }),
  answerOperation(updateCustomerUserLicences, (call) =>
    once(call, () => {
      const { customer } = customerOf(call, call.input.path.customer)
      const account = accountOf(customer, call.input.path.user)
      const { LicensesToAssign: added, LicensesToRemove: removed } = call.input.body
      try {
        const addLicenses = added.map(({ SkuId }) => ({ skuId: SkuId }))
        assignLicences(customer, account, { addLicenses, removeLicenses: removed ?? [] })
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        throw refusal(400, /available licenses/.test(message) ? 60012 : 400, message)
      }
      return {
        status: 201,
        body: { LicensesToAssign: added, LicensesToRemove: removed ?? null, LicenseWarnings: null },
      }
    }),
  ),
  answerOperation(listCustomerUsers, (call) => {
    const { customer } = customerOf(call, call.input.path.customer)
    return listAnswer(call, Object.values(customer.accounts), presentUser)
  }),
  answerOperation(getCustomerUser, (call) => {
    const { customer } = customerOf(call, call.input.path.customer)
    return { status: 200, body: presentUser(accountOf(customer, call.input.path.user)) }
  }),
  answerOperation(updateCustomerUser, (call) =>
    once(call, () => {
      const { customer } = customerOf(call, call.input.path.customer)
      const account = accountOf(customer, call.input.path.user)
      const location = call.input.body?.usageLocation
      if (location !== undefined) account.usageLocation = location
      return { status: 200, body: presentUser(account) }
    }),
  ),
]

function accountOf({ accounts }: TenantState, id: string): AccountState {
  const wanted = id.toLowerCase()
  const account =
    accounts[wanted] ??
    Object.values(accounts).find(({ userPrincipalName }) => userPrincipalName.toLowerCase() === wanted)
  if (account === undefined) throw refusal(404, 60002, `The user '${id}' was not found.`)
  return account
}

function presentSku({ skuId, skuPartNumber, servicePlans }: SubscriptionState) {
  return {
    productSku: { id: skuId, name: skuPartNumber, skuPartNumber, targetType: 'User', licenseGroupId: 'group1' },
    servicePlans: servicePlans.map(({ servicePlanId, servicePlanName }) => ({
      id: servicePlanId,
      serviceName: servicePlanName,
      displayName: servicePlanName,
      capabilityStatus: 'Enabled',
    })),
  }
}

/** Members without a value are left out, as the reference's samples leave them out. */
function presentUser({ objectId, userPrincipalName, name, usageLocation, enabled }: AccountState) {
  return {
    ...(usageLocation !== undefined && { usageLocation }),
    id: objectId,
    userPrincipalName,
    displayName: name,
    userDomainType: 'none',
    state: enabled ? 'active' : 'inactive',
  }
}
