/** An item of the emulated catalogue. Product ids are made up; SKU ids of Microsoft Graph are real. */
export interface CatalogueItem {
  readonly product: string
  readonly title: string
  readonly sku: string
  readonly availability: string
  /** `skuId` of Microsoft Graph. */
  readonly provisioningId: string
  readonly partNumber: string
  readonly plans: readonly { readonly servicePlanId: string; readonly servicePlanName: string }[]
  readonly least: number
  readonly most: number
  readonly isTrial: boolean
  readonly isPurchasable: boolean
  readonly terms: readonly (readonly [duration: string, billing: string])[]
}

const usual = [
  ['P1M', 'monthly'],
  ['P1Y', 'monthly'],
  ['P1Y', 'annual'],
] as const
const premiumPlan = {
  servicePlanId: '375cd0ad-c407-49fd-866a-0bff4f8a9a4d',
  servicePlanName: 'POWER_AUTOMATE_ATTENDED_RPA',
}

/** What is sold. A trial and a product of the same name stand beside the right ones, as in the real catalogue. */
export const catalogueItems: readonly CatalogueItem[] = [
  {
    product: 'CFQ7TTC0EMU1',
    title: 'Power Automate Premium',
    sku: '0002',
    availability: 'CFQ7TTC0EA12',
    provisioningId: '00000000-7777-4777-8777-000000000001',
    partNumber: 'EMULATED_TRIAL',
    plans: [],
    least: 1,
    most: 25,
    isTrial: true,
    isPurchasable: true,
    terms: [['P1M', 'none']],
  },
  {
    product: 'CFQ7TTC0EMU1',
    title: 'Power Automate Premium',
    sku: '0001',
    availability: 'CFQ7TTC0EA11',
    provisioningId: 'eda1941c-3c4f-4995-b5eb-e85a42175ab9',
    partNumber: 'POWERAUTOMATE_ATTENDED_RPA',
    plans: [premiumPlan],
    least: 1,
    most: 300,
    isTrial: false,
    isPurchasable: true,
    terms: usual,
  },
  {
    product: 'CFQ7TTC0EMU2',
    title: 'Power Automate Process',
    sku: '0001',
    availability: 'CFQ7TTC0EA21',
    provisioningId: '253ce8d3-6122-4240-8b04-f434a8fa831f',
    partNumber: 'Power_Automate_per_process',
    plans: [
      {
        servicePlanId: 'd7c3df99-6f58-40b9-8940-cd3a51679d85',
        servicePlanName: 'DATAVERSE_FOR_POWER_AUTOMATE_PER_PROCESS',
      },
    ],
    least: 1,
    most: 100,
    isTrial: false,
    isPurchasable: true,
    terms: usual,
  },
  {
    product: 'CFQ7TTC0EMU3',
    title: 'Microsoft 365 Business Standard',
    sku: '0001',
    availability: 'CFQ7TTC0EA31',
    provisioningId: 'f245ecc8-75af-4f8e-b61f-27d8114de5f3',
    partNumber: 'O365_BUSINESS_PREMIUM',
    plans: [{ servicePlanId: '0f9b09cb-62d1-4ff4-9129-43f4996f83f4', servicePlanName: 'FLOW_O365_P1' }],
    least: 1,
    most: 300,
    isTrial: false,
    isPurchasable: true,
    terms: usual,
  },
]

/** The id by which a cart names an item. */
export function catalogItemId({ product, sku, availability }: CatalogueItem): string {
  return `${product}:${sku}:${availability}`
}
