import type { LicensingFacts } from '../../src/engine/licensing-facts.ts'
import type { ListName } from './blind-fault.ts'

/** Products by our names for them. */
export const products = {
  premium: 'eda1941c-3c4f-4995-b5eb-e85a42175ab9',
  business: 'f245ecc8-75af-4f8e-b61f-27d8114de5f3',
  free: 'f30db892-07e9-47e9-837c-80727f46fd3d',
  plan2: '4755df59-3f73-41ab-a249-596ad72b5504',
  trial: 'dcb1a3ae-b33f-4487-846a-a640262fadf4',
  process: '253ce8d3-6122-4240-8b04-f434a8fa831f',
  sales: '1e1a282c-9c54-43a2-9310-98ef728faace',
  windows: '1e7e1070-8ccb-4aca-b470-d7cb538cb07e',
} as const

/** The plan of each product that is Power Automate. */
const plans = {
  premium: ['375cd0ad-c407-49fd-866a-0bff4f8a9a4d', 'POWER_AUTOMATE_ATTENDED_RPA'],
  business: ['0f9b09cb-62d1-4ff4-9129-43f4996f83f4', 'FLOW_O365_P1'],
  free: ['50e68c76-46c6-4674-81f9-75456511b170', 'FLOW_P2_VIRAL'],
  plan2: ['56be9436-e4b2-446c-bb7f-cc15d16cca4d', 'FLOW_P2'],
  trial: ['50e68c76-46c6-4674-81f9-75456511b170', 'FLOW_P2_VIRAL'],
  process: ['d7c3df99-6f58-40b9-8940-cd3a51679d85', 'DATAVERSE_FOR_POWER_AUTOMATE_PER_PROCESS'],
  sales: ['7e6d7d78-73de-46ba-83b1-6d25117334ba', 'FLOW_DYN_APPS'],
  windows: ['2d589a15-b171-4e61-9b5f-31d15eeb2872', 'POWER_AUTOMATE_FOR_WINDOWS'],
} as const

const partNumbers = {
  premium: 'POWERAUTOMATE_ATTENDED_RPA',
  business: 'O365_BUSINESS_PREMIUM',
  free: 'FLOW_FREE',
  plan2: 'FLOW_P2',
  trial: 'POWERAPPS_VIRAL',
  process: 'Power_Automate_per_process',
  sales: 'DYN365_ENTERPRISE_SALES',
  windows: 'WIN_ENT_E5',
} as const

/** A product that people hold. */
export type Product = keyof typeof products

/** A licence as Graph’s licenseDetails has it. */
export function licence(product: Product, provisioningStatus = 'Success') {
  const [servicePlanId, servicePlanName] = plans[product]
  return {
    skuId: products[product],
    skuPartNumber: partNumbers[product],
    servicePlans: [{ servicePlanId, servicePlanName, provisioningStatus, appliesTo: 'User' }],
  }
}

/** A subscription as Graph’s subscribedSkus has it. */
export function subscription(product: Product, seats: number, consumedUnits: number) {
  const [servicePlanId, servicePlanName] = plans[product]
  return {
    skuId: products[product],
    skuPartNumber: partNumbers[product],
    appliesTo: 'User',
    capabilityStatus: 'Enabled',
    consumedUnits,
    prepaidUnits: { enabled: seats, suspended: 0, warning: 0, lockedOut: 0 },
    servicePlans: [{ servicePlanId, servicePlanName, provisioningStatus: 'Success', appliesTo: 'User' }],
  }
}

function user(name: string, ...licenseDetails: readonly object[]) {
  return {
    id: `${name.length}0000000-0000-4000-8000-0000000000${name.length}0`,
    userPrincipalName: `${name}@northwind-carriers.example`,
    userType: 'Member',
    usageLocation: 'NO',
    accountEnabled: true,
    licenseDetails,
  }
}

const people = [
  'ida@northwind-carriers.example',
  'mats@northwind-carriers.example',
  'solveig@northwind-carriers.example',
]
const noContext = { powerApp: false, dynamics: false, teams: false }

const users = {
  value: [
    user('ida', licence('business'), licence('premium')),
    user('mats', licence('business'), licence('premium')),
    user('solveig', licence('business')),
  ],
}

const subscriptions = { value: [subscription('business', 10, 3), subscription('premium', 5, 2)] }

const flows = {
  flows: [
    {
      name: 'Write parcels to the warehouse',
      connectors: [
        { id: 'shared_sql', tier: 'premium' },
        { id: 'shared_routedesk', tier: 'custom' },
      ],
      trigger: 'instant',
      owner: people[0],
      runners: [people[0], people[1]],
      requestsPerDay: 300,
      actionsPerFiveMinutes: 40,
      context: noContext,
    },
    {
      name: 'Remind drivers of breaks',
      connectors: [{ id: 'shared_office365', tier: 'standard' }],
      trigger: 'scheduled',
      owner: people[2],
      requestsPerDay: 90,
      actionsPerFiveMinutes: 10,
      context: noContext,
    },
  ],
}

const purchases = {
  items: [
    {
      id: '6f2c1c2e-3f5a-4ad1-a1de-0c8d6f1a9b01',
      offerId: 'CFQ7TTC0LSGZ:0001',
      offerName: 'Power Automate Premium',
      skuId: products.premium,
      quantity: 5,
      status: 'active',
      isTrial: false,
      autoRenewEnabled: true,
      commitmentEndDate: '2026-12-31T00:00:00Z',
    },
  ],
}

const table = [
  'UserPrincipalName,UsageLocation,SkuId,DisabledPlans',
  `${people[0]},NO,${products.premium},`,
  `${people[1]},NO,${products.premium},`,
  `${people[2]},NO,${products.business},`,
  '',
].join('\n')

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`

/** The lists of a tenant in which everybody holds what the flows ask for. */
export function cleanTenant(): Map<ListName, string> {
  return new Map<ListName, string>([
    ['users.json', json(users)],
    ['subscriptions.json', json(subscriptions)],
    ['flows.json', json(flows)],
    ['purchases.json', json(purchases)],
    ['table.csv', table],
  ])
}

/** The order line that nothing is wrong with. */
export const orderLine = {
  name: 'Power Automate Premium',
  skuId: products.premium,
  quantity: 5,
  term: 'P1Y',
  billing: 'monthly',
  offer: { isPurchasable: true, least: 1, most: 100, terms: [{ term: 'P1Y', billing: 'monthly' }] },
}

/** What is known beyond the lists of the faultless tenant. */
export const cleanFacts: LicensingFacts = {
  signIns: people,
  cloud: 'public',
  partner: { hasRelationship: true, hasAgreement: true },
  order: { lines: [orderLine], cartErrors: [], orderStatus: 'completed', agreedAutoRenew: true },
}
