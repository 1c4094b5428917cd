/** Products that people hold, each with the plans that Graph lists of it; most plans belong to other services. */
const products = [
  [
    'f245ecc8-75af-4f8e-b61f-27d8114de5f3',
    'O365_BUSINESS_PREMIUM',
    ['76846ad7-7776-4c40-a281-a386362dd1b9 FLOW_O365_P2'],
  ],
  [
    'eda1941c-3c4f-4995-b5eb-e85a42175ab9',
    'POWERAUTOMATE_ATTENDED_RPA',
    ['375cd0ad-c407-49fd-866a-0bff4f8a9a4d POWER_AUTOMATE_ATTENDED_RPA'],
  ],
  ['f30db892-07e9-47e9-837c-80727f46fd3d', 'FLOW_FREE', ['50e68c76-46c6-4674-81f9-75456511b170 FLOW_P2_VIRAL']],
] as const

const otherPlans = Array.from({ length: 25 }, (_, number) => ({
  servicePlanId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  servicePlanName: `OTHER_SERVICE_${number}`,
  provisioningStatus: 'Success',
  appliesTo: 'User',
}))

/** A list of users with their licences as Graph gives it, as JSON. */
export function usersAsJson(count: number): string {
  const value = Array.from({ length: count }, (_, number) => ({
    id: `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    userPrincipalName: `person-${number}@contoso.example`,
    accountEnabled: number % 50 !== 0,
    usageLocation: 'NL',
    licenseDetails: products
      .filter((_product, index) => number % (index + 2) === 0)
      .map(([skuId, skuPartNumber, plans]) => ({
        skuId,
        skuPartNumber,
        servicePlans: [
          ...otherPlans,
          ...plans.map((plan) => {
            const [servicePlanId, servicePlanName] = plan.split(' ')
            return { servicePlanId, servicePlanName, provisioningStatus: 'Success', appliesTo: 'User' }
          }),
        ],
      })),
  }))
  return JSON.stringify({ '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users', value })
}

const triggers = ['automated', 'scheduled', 'instant', 'http-request']
const connectors = ['shared_office365', 'shared_sharepointonline', 'shared_sql', 'shared_contoso-20invoices']

/** Flows as far as licences care, as JSON; no two ask quite the same. */
export function flowsAsJson(count: number): string {
  return JSON.stringify({
    flows: Array.from({ length: count }, (_, number) => ({
      name: `Flow ${number}`,
      trigger: triggers[number % triggers.length],
      connectors: connectors.slice(0, 1 + (number % connectors.length)).map((id) => ({ id, tier: tierOf(id) })),
      requestsPerDay: 100 * (number + 1),
      context: 'none',
    })),
  })
}

function tierOf(id: string): string {
  if (id.includes('contoso')) return 'custom'
  return id === 'shared_sql' ? 'premium' : 'standard'
}
