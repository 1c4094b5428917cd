import type { AccountState } from '../../state/directory-state.ts'
import type { TenantState } from '../../state/emulator-state.ts'
import { badRequest } from './graph-query.ts'
import { presentSku } from './present-directory.ts'

/** What is to be given and taken. */
export interface LicenceChanges {
  readonly addLicenses: readonly { readonly skuId: string }[]
  readonly removeLicenses: readonly string[]
}

/** @throws EmulatedFailure (400) for a SKU the tenant did not buy, no seats left, or no usage location; nothing changes then. */
export function assignLicences(tenant: TenantState, account: AccountState, changes: LicenceChanges): void {
  const { addLicenses, removeLicenses } = changes
  const added = addLicenses.map(({ skuId }) => skuId.toLowerCase()).filter((skuId) => !account.licences.includes(skuId))
  if (added.length > 0 && account.usageLocation === undefined) {
    throw badRequest('License assignment cannot be done for user with invalid usage location.')
  }
  for (const skuId of added) {
    const { prepaidUnits, consumedUnits, skuPartNumber } = presentSku(tenant, skuId)
    if (consumedUnits >= prepaidUnits.enabled) {
      throw badRequest(`Subscription with SKU ${skuPartNumber} does not have any available licenses.`)
    }
  }
  const removed = new Set(removeLicenses.map((skuId) => skuId.toLowerCase()))
  account.licences = [...account.licences, ...added].filter((skuId) => !removed.has(skuId))
}
