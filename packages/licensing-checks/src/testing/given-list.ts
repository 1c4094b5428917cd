import type { LicensingFacts } from '../engine/licensing-facts.ts'
import type { Edition, Profile } from '../engine/licensing-subject.ts'

/**
 * A list for a test. An object is laid over a small faultless list, key by key at the top level; a key that is
 * `undefined` is left out. A text is the file as it is.
 */
export interface Given {
  readonly list: string | Readonly<Record<string, unknown>>
  readonly profile?: Profile
  readonly edition?: Edition
  /** `2026-11-20` when left out. */
  readonly today?: string
  readonly facts?: LicensingFacts
}

/** The name of the file in tests. */
export const listPath = 'licences.json'

/** The text of a given list. */
export function listText({ list }: Given): string {
  return typeof list === 'string' ? list : JSON.stringify({ ...faultlessList, ...list }, undefined, 2)
}

/** SKU ids that tests need again and again. */
export const skuIds = {
  premium: 'eda1941c-3c4f-4995-b5eb-e85a42175ab9',
  business: 'f245ecc8-75af-4f8e-b61f-27d8114de5f3',
  free: 'f30db892-07e9-47e9-837c-80727f46fd3d',
  process: '253ce8d3-6122-4240-8b04-f434a8fa831f',
  trial: 'dcb1a3ae-b33f-4487-846a-a640262fadf4',
  plan2: '4755df59-3f73-41ab-a249-596ad72b5504',
} as const

const planIds = {
  premium: '375cd0ad-c407-49fd-866a-0bff4f8a9a4d',
  business: '0f9b09cb-62d1-4ff4-9129-43f4996f83f4',
} as const

/** A licence of a user as Graph gives it; `status` is that of its Power Automate plan. */
export function licenceDetail(product: keyof typeof planIds, status = 'Success') {
  const servicePlans = [{ servicePlanId: planIds[product], servicePlanName: 'A_PLAN', provisioningStatus: status }]
  return { skuId: skuIds[product], skuPartNumber: 'A_PRODUCT', servicePlans }
}

/** A product of a tenant as Graph gives it. */
export function subscribedSku(product: keyof typeof skuIds, enabled: number, consumedUnits: number, more: object = {}) {
  const prepaidUnits = { enabled, suspended: 0, warning: 0, lockedOut: 0 }
  return {
    skuId: skuIds[product],
    skuPartNumber: 'A_PRODUCT',
    capabilityStatus: 'Enabled',
    consumedUnits,
    prepaidUnits,
    ...more,
  }
}

/** A user with licences. */
export function userWith(licenseDetails: readonly object[], more: object = {}) {
  return { userPrincipalName: 'ada@contoso.example', usageLocation: 'NL', licenseDetails, ...more }
}

/** A flow that a licence per user covers. */
export function flowWith(more: object = {}) {
  const connectors = [{ id: 'shared_fleetdesk', tier: 'custom' }]
  const known = { requestsPerDay: 500, context: 'none', processLicence: false }
  return {
    name: 'Invoices to the ledger',
    connectors,
    trigger: 'automated',
    owner: 'ada@contoso.example',
    ...known,
    ...more,
  }
}

/** A list that nothing is wrong with. */
export const faultlessList: Readonly<Record<string, unknown>> = {
  subscribedSkus: [subscribedSku('premium', 5, 1), subscribedSku('business', 25, 1)],
  users: [userWith([licenceDetail('business'), licenceDetail('premium')])],
  flows: [flowWith()],
}
