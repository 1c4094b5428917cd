/** A page or table that rules rest on. */
export interface Source {
  readonly title: string
  readonly address: string
  /** Year and month it was read. */
  readonly seen: string
}

const learn = 'https://learn.microsoft.com'

/** The sources that rules name, each once. */
export const sources = {
  'developer-introduction': {
    title: 'Power Automate for enterprise developers, partners and ISVs',
    address: `${learn}/power-automate/developer/dev-enterprise-intro`,
    seen: '2023-02',
  },
  'licence-types': {
    title: 'Types of Power Automate licences',
    address: `${learn}/power-platform/admin/power-automate-licensing/types`,
    seen: '2022-11',
  },
  'seeded-licences': {
    title: 'Power Automate in Microsoft 365, Dynamics 365 and Power Apps licences',
    address: `${learn}/power-platform/admin/power-automate-licensing/seeded-licenses`,
    seen: '2024-06',
  },
  'licensing-questions': {
    title: 'Power Automate licensing: questions and answers',
    address: `${learn}/power-platform/admin/power-automate-licensing/faqs`,
    seen: '2023-07',
  },
  'request-limits': {
    title: 'Power Platform requests: limits and allocations',
    address: `${learn}/power-platform/admin/api-request-limits-allocations`,
    seen: '2025-05',
  },
  'sku-table': {
    title: 'Product names and service plan identifiers for licensing',
    address: `${learn}/entra/identity/users/licensing-service-plan-reference`,
    seen: '2026-01',
  },
  'graph-subscriptions': {
    title: 'List subscribedSkus (Microsoft Graph)',
    address: `${learn}/graph/api/subscribedsku-list`,
    seen: '2024-10',
  },
  'graph-licences': {
    title: 'List licenseDetails (Microsoft Graph)',
    address: `${learn}/graph/api/user-list-licensedetails`,
    seen: '2024-10',
  },
  'graph-assignment': {
    title: 'Assign licences and the state of assignments (Microsoft Graph)',
    address: `${learn}/graph/api/resources/licenseassignmentstate`,
    seen: '2024-10',
  },
  'partner-center': {
    title: 'Partner Center REST reference, as a translation of October 2021 has it',
    address: `${learn}/partner-center/developer/scenarios`,
    seen: '2021-10',
  },
} as const satisfies Readonly<Record<string, Source>>

/** A key of {@link sources}. */
export type SourceKey = keyof typeof sources
