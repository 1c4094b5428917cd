import { type BlindFault, sources } from './blind-fault.ts'
import { licence, products, subscription } from './clean-tenant.ts'

const users = 'users.json'
const flows = 'flows.json'
const table = 'table.csv'
const subscriptions = 'subscriptions.json'
const ida = '/value/0'
const mats = '/value/1'

/** Who holds what, and for which flows it is enough. */
export const peopleFaults: readonly BlindFault[] = [
  {
    name: 'no usage location',
    reason: 'Without a usage location an assignment is refused.',
    basis: 'refusal',
    source: sources.assignLicense,
    changes: [{ in: users, set: `${mats}/usageLocation`, to: null }],
    at: [
      { file: users, pointer: `${mats}/usageLocation` },
      { file: users, pointer: mats },
    ],
    severity: 'error',
  },
  {
    name: 'a country’s name as the usage location',
    reason: 'The usage location is an ISO code of two letters.',
    basis: 'refusal',
    source: sources.assignLicense,
    changes: [{ in: users, set: `${mats}/usageLocation`, to: 'Norway' }],
    at: [
      { file: users, pointer: `${mats}/usageLocation` },
      { file: users, pointer: mats },
    ],
    severity: 'warning',
  },
  {
    name: 'an assignment for which no seat was left',
    reason: 'CountViolation: the assignment failed.',
    basis: 'refusal',
    source: sources.assignmentState,
    changes: [
      {
        in: users,
        set: `${mats}/licenseAssignmentStates`,
        to: [{ skuId: products.premium, state: 'Error', error: 'CountViolation', assignedByGroup: null }],
      },
    ],
    at: [{ file: users, pointer: `${mats}/licenseAssignmentStates/0` }],
    severity: 'error',
  },
  {
    name: 'an assignment forbidden where the person is',
    reason: 'ProhibitedInUsageLocationViolation: the assignment failed.',
    basis: 'refusal',
    source: sources.assignmentState,
    changes: [
      {
        in: users,
        set: `${ida}/licenseAssignmentStates`,
        to: [{ skuId: products.premium, state: 'ActiveWithError', error: 'ProhibitedInUsageLocationViolation' }],
      },
    ],
    at: [{ file: users, pointer: `${ida}/licenseAssignmentStates/0` }],
    severity: 'error',
  },
  {
    name: 'the plan taken away in a licence',
    reason: 'A disabled plan gives nothing.',
    basis: 'refusal',
    source: sources.licenseDetails,
    changes: [{ in: users, set: `${mats}/licenseDetails/1/servicePlans/0/provisioningStatus`, to: 'Disabled' }],
    at: [{ file: users, pointer: mats }],
    severity: 'error',
  },
  {
    name: 'a plan that waits for somebody',
    reason: 'PendingInput: the plan does not work yet.',
    basis: 'refusal',
    source: sources.licenseDetails,
    changes: [{ in: users, set: `${mats}/licenseDetails/1/servicePlans/0/provisioningStatus`, to: 'PendingInput' }],
    at: [{ file: users, pointer: mats }],
    severity: 'warning',
  },
  {
    name: 'only the free licence for a premium connector',
    reason: 'Flows with premium connectors are switched off without a premium licence.',
    basis: 'refusal',
    source: sources.types,
    changes: [{ in: users, set: `${mats}/licenseDetails`, to: [licence('free')] }],
    at: [
      { file: users, pointer: mats },
      { file: flows, pointer: '/flows/0' },
    ],
    severity: 'error',
  },
  {
    name: 'only Microsoft 365 for the vendor’s own connector',
    reason: 'Seeded licences of Microsoft 365 do not cover custom connectors.',
    basis: 'refusal',
    source: sources.seeded,
    changes: [
      { in: users, set: `${mats}/licenseDetails`, to: [licence('business')] },
      { in: flows, set: '/flows/0/connectors', to: [{ id: 'shared_routedesk', tier: 'custom' }] },
    ],
    at: [
      { file: users, pointer: mats },
      { file: flows, pointer: '/flows/0' },
    ],
    severity: 'error',
  },
  {
    name: 'a sales licence for a flow outside of its app',
    reason: 'Seeded licences of Dynamics 365 cover premium connectors in the context of the app only.',
    basis: 'refusal',
    source: sources.seeded,
    changes: [{ in: users, set: `${mats}/licenseDetails`, to: [licence('sales')] }],
    at: [
      { file: users, pointer: mats },
      { file: flows, pointer: '/flows/0' },
    ],
    severity: 'error',
  },
  {
    name: 'a sales licence and nobody said where the flow belongs',
    reason: 'Whether the context covers it has to be asked, never assumed.',
    basis: 'refusal',
    source: sources.seeded,
    changes: [
      { in: users, set: `${mats}/licenseDetails`, to: [licence('sales')] },
      { in: flows, remove: '/flows/0/context' },
    ],
    at: [
      { file: users, pointer: mats },
      { file: flows, pointer: '/flows/0' },
    ],
    severity: 'info',
  },
  {
    name: 'a licence of Windows for a cloud flow',
    reason: 'Windows gives attended desktop flows on the machine and nothing in the cloud.',
    basis: 'refusal',
    source: sources.types,
    changes: [{ in: users, set: `${mats}/licenseDetails`, to: [licence('windows')] }],
    at: [
      { file: users, pointer: mats },
      { file: flows, pointer: '/flows/0' },
    ],
    severity: 'error',
  },
  {
    name: 'a trial counted for production',
    reason: 'Trials end; they do not count for customers who work with it.',
    basis: 'limit',
    source: sources.types,
    changes: [{ in: users, set: `${mats}/licenseDetails`, to: [licence('business'), licence('trial')] }],
    at: [{ file: users, pointer: mats }],
    severity: 'warning',
  },
  {
    name: 'a plan that is no longer sold',
    reason: 'Plan 2 is not renewed since 31 December 2020.',
    basis: 'limit',
    source: sources.types,
    changes: [
      { in: users, set: `${mats}/licenseDetails`, to: [licence('business'), licence('plan2')] },
      { in: 'subscriptions.json', set: '/value/2', to: subscription('plan2', 5, 1) },
    ],
    at: [
      { file: users, pointer: mats },
      { file: 'subscriptions.json', pointer: '/value/2' },
    ],
    severity: 'warning',
  },
  {
    name: 'an owner whose account is switched off',
    reason: 'Flows of an owner who left stop.',
    basis: 'refusal',
    source: sources.faq,
    changes: [{ in: users, set: `${ida}/accountEnabled`, to: false }],
    at: [
      { file: users, pointer: ida },
      { file: flows, pointer: '/flows/0' },
    ],
    severity: 'warning',
  },
  {
    name: 'people sign in with an account that holds nothing',
    reason: 'Licences have to belong to the identities that sign in.',
    basis: 'refusal',
    source: sources.faq,
    changes: [],
    facts: { signIns: ['ida@northwind-carriers.example', 'mats.lund@northwind.example'] },
    at: [],
    severity: 'error',
  },
  {
    name: 'an owner whom no list knows',
    reason: 'The owner’s licence decides for automated flows; without it nobody can tell.',
    basis: 'refusal',
    source: sources.types,
    changes: [{ in: flows, set: '/flows/1/owner', to: 'robot@northwind-carriers.example' }],
    at: [{ file: flows, pointer: '/flows/1' }],
    severity: 'warning',
  },
  {
    name: 'an HTTP trigger whose owner has no premium licence',
    reason: 'With an HTTP request as the trigger the owner’s licence counts, whoever calls.',
    basis: 'refusal',
    source: sources.faq,
    changes: [
      { in: flows, set: '/flows/0/trigger', to: 'http-request' },
      { in: flows, set: '/flows/0/owner', to: 'solveig@northwind-carriers.example' },
    ],
    at: [
      { file: users, pointer: '/value/2' },
      { file: flows, pointer: '/flows/0' },
    ],
    severity: 'error',
  },
  {
    name: 'a premium flow that an application owns',
    reason: 'Premium flows of a service principal need a Process or per-flow licence.',
    basis: 'refusal',
    source: sources.faq,
    changes: [
      { in: flows, set: '/flows/0/owner', to: { servicePrincipal: '2f9c6d0e-7a55-4a0c-9c53-1f0a2b3c4d5e' } },
      { in: flows, set: '/flows/0/trigger', to: 'automated' },
      { in: flows, remove: '/flows/0/runners' },
    ],
    at: [{ file: flows, pointer: '/flows/0' }],
    severity: 'error',
  },
  {
    name: 'an unattended desktop flow with Premium alone',
    reason: 'Premium gives attended desktop flows; unattended ones need Process.',
    basis: 'refusal',
    source: sources.types,
    changes: [{ in: flows, set: '/flows/0/desktop', to: 'unattended' }],
    at: [
      { file: flows, pointer: '/flows/0' },
      { file: users, pointer: ida },
      { file: users, pointer: mats },
    ],
    severity: 'error',
  },
  {
    name: 'a row of the table without a licence for a runner',
    reason: 'Who runs an instant flow with premium connectors needs the licence.',
    basis: 'refusal',
    source: sources.types,
    lists: [table, flows, subscriptions],
    changes: [
      {
        in: table,
        replace: `mats@northwind-carriers.example,NO,${products.premium},`,
        by: `mats@northwind-carriers.example,NO,${products.business},`,
      },
    ],
    at: [
      { file: table, line: 'mats@' },
      { file: flows, pointer: '/flows/0' },
    ],
    severity: 'error',
  },
  {
    name: 'a row of the table with a product that does not exist',
    reason: 'A name that stands for no product gives no right.',
    basis: 'refusal',
    source: sources.subscribedSkus,
    lists: [table, flows, subscriptions],
    changes: [
      {
        in: table,
        replace: `mats@northwind-carriers.example,NO,${products.premium},`,
        by: 'mats@northwind-carriers.example,NO,Power Automate Platinum,',
      },
    ],
    at: [{ file: table, line: 'mats@' }],
    severity: 'info',
  },
  {
    name: 'a row of the table without a usage location',
    reason: 'Without a usage location an assignment is refused.',
    basis: 'refusal',
    source: sources.assignLicense,
    lists: [table, flows, subscriptions],
    changes: [{ in: table, replace: 'mats@northwind-carriers.example,NO,', by: 'mats@northwind-carriers.example,,' }],
    at: [{ file: table, line: 'mats@' }],
    severity: 'error',
  },
]
