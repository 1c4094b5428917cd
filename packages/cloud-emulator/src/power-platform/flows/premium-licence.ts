import type { TenantState } from '../../state/emulator-state.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'

/** Service plans that cover premium and custom connectors whatever the flow is for, by id. */
const premiumPlans: ReadonlySet<string> = new Set([
  // Flow Plan 2
  '56be9436-e4b2-446c-bb7f-cc15d16cca4d',
  // Power Automate per user
  'c5002c70-f725-4367-b409-f0eff4fee6c0',
  // Power Automate Premium
  '375cd0ad-c407-49fd-866a-0bff4f8a9a4d',
  // Power Automate per flow, and Process
  '7e017b61-a6e0-4bdc-861a-932846591f6e',
  'd7c3df99-6f58-40b9-8940-cd3a51679d85',
])

/** Whether a flow's owner may use premium and custom connectors. Applications are not asked for a licence here. */
export function hasPremiumLicence(tenant: TenantState, { dataverse }: EnvironmentState, owner: string): boolean {
  if (dataverse?.activation.unlicensed.includes(owner)) return false
  const account = tenant.accounts[owner]
  if (account === undefined) return true
  return account.licences.some((skuId) =>
    tenant.subscriptions[skuId]?.servicePlans.some(({ servicePlanId }) =>
      premiumPlans.has(servicePlanId.toLowerCase()),
    ),
  )
}
