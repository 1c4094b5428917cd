import { type BlindFault, sources } from './blind-fault.ts'
import { licence, subscription } from './clean-tenant.ts'

const flows = 'flows.json'
const subscriptions = 'subscriptions.json'
const purchases = 'purchases.json'

/** What the tenant bought, and what flows use of it. */
export const tenantFaults: readonly BlindFault[] = [
  {
    name: 'more seats used than bought',
    reason: 'The next assignment is refused: no seats are left.',
    basis: 'refusal',
    source: sources.subscribedSkus,
    changes: [{ in: subscriptions, set: '/value/1/consumedUnits', to: 6 }],
    at: [{ file: subscriptions, pointer: '/value/1' }],
    severity: 'error',
  },
  {
    name: 'a suspended subscription',
    reason: 'Licences of a suspended subscription do not work.',
    basis: 'refusal',
    source: sources.subscribedSkus,
    changes: [
      { in: subscriptions, set: '/value/1/capabilityStatus', to: 'Suspended' },
      { in: subscriptions, set: '/value/1/prepaidUnits', to: { enabled: 0, suspended: 5, warning: 0, lockedOut: 0 } },
    ],
    at: [{ file: subscriptions, pointer: '/value/1' }],
    severity: 'error',
  },
  {
    name: 'a subscription in its grace time',
    reason: 'Warning: the subscription ran out and is about to be suspended.',
    basis: 'refusal',
    source: sources.subscribedSkus,
    changes: [
      { in: subscriptions, set: '/value/1/capabilityStatus', to: 'Warning' },
      { in: subscriptions, set: '/value/1/prepaidUnits', to: { enabled: 0, suspended: 0, warning: 5, lockedOut: 0 } },
    ],
    at: [{ file: subscriptions, pointer: '/value/1' }],
    severity: 'warning',
  },
  {
    name: 'a product locked out',
    reason: 'LockedOut: nobody can work with it.',
    basis: 'refusal',
    source: sources.subscribedSkus,
    changes: [{ in: subscriptions, set: '/value/1/capabilityStatus', to: 'LockedOut' }],
    at: [{ file: subscriptions, pointer: '/value/1' }],
    severity: 'error',
  },
  {
    name: 'licences held of a product that the tenant does not have',
    reason:
      'People hold Premium, and the tenant has no subscription to it: one of the lists is not of this tenant, or old.',
    basis: 'limit',
    source: sources.subscribedSkus,
    changes: [{ in: subscriptions, set: '/value', to: [subscription('business', 10, 3)] }],
    at: [
      { file: subscriptions, pointer: '' },
      { file: 'users.json', pointer: '/value' },
    ],
    severity: 'info',
  },
  {
    name: 'more requests than a person has',
    reason: 'Premium gives 40,000 requests in 24 hours.',
    basis: 'limit',
    source: sources.limits,
    changes: [{ in: flows, set: '/flows/0/requestsPerDay', to: 250_000 }],
    at: [
      { file: flows, pointer: '/flows/0' },
      { file: 'users.json', pointer: '/value/0' },
    ],
    severity: 'warning',
    corrected: 'Expected at the flow alone; requests are counted for each person, who is where the licence lacks.',
  },
  {
    name: 'more actions in five minutes than anybody has',
    reason: '100,000 actions in five minutes for everybody.',
    basis: 'limit',
    source: sources.limits,
    changes: [{ in: flows, set: '/flows/0/actionsPerFiveMinutes', to: 120_000 }],
    at: [{ file: flows, pointer: '/flows/0' }],
    severity: 'warning',
  },
  {
    name: 'a connector of which nobody said what it asks for',
    reason: 'The tier of each connector has to be known before anybody is told that licences suffice.',
    basis: 'limit',
    source: sources.types,
    changes: [{ in: flows, remove: '/flows/0/connectors/1/tier' }],
    at: [{ file: flows, pointer: '/flows/0' }],
    severity: 'info',
  },
  {
    name: 'a premium connector called standard',
    reason: 'SQL Server is premium, whatever a list says of it; flows with it stop without a premium licence.',
    basis: 'refusal',
    source: sources.types,
    changes: [{ in: flows, set: '/flows/1/connectors', to: [{ id: 'shared_sql', tier: 'standard' }] }],
    at: [{ file: flows, pointer: '/flows/1' }],
    severity: 'warning',
  },
  {
    name: 'a flow said to have a Process licence that nobody bought',
    reason: 'Process licences are bought and allocated; the tenant has none.',
    basis: 'refusal',
    source: sources.types,
    changes: [{ in: flows, set: '/flows/0/processLicence', to: true }],
    at: [
      { file: flows, pointer: '/flows/0' },
      { file: subscriptions, pointer: '' },
    ],
    severity: 'warning',
  },
  {
    name: 'a Process licence held by a person',
    reason: 'Process licences are allocated to an environment and a flow, never to a person.',
    basis: 'limit',
    source: sources.types,
    changes: [{ in: 'users.json', set: '/value/1/licenseDetails/1', to: licence('process') }],
    at: [
      { file: 'users.json', pointer: '/value/1' },
      { file: flows, pointer: '/flows/0' },
    ],
    severity: 'error',
  },
  {
    name: 'a trial that ends in ten days',
    reason: 'When it ends, flows stop.',
    basis: 'refusal',
    source: sources.types,
    changes: [
      { in: purchases, set: '/items/0/isTrial', to: true },
      { in: purchases, set: '/items/0/autoRenewEnabled', to: false },
      { in: purchases, set: '/items/0/commitmentEndDate', to: '2026-03-12T00:00:00Z' },
    ],
    at: [{ file: purchases, pointer: '/items/0' }],
    severity: 'warning',
  },
  {
    name: 'a term that has ended',
    reason: 'What has ended gives nothing.',
    basis: 'refusal',
    source: sources.partnerCenter,
    changes: [
      { in: purchases, set: '/items/0/autoRenewEnabled', to: false },
      { in: purchases, set: '/items/0/commitmentEndDate', to: '2026-02-01T00:00:00Z' },
    ],
    at: [{ file: purchases, pointer: '/items/0' }],
    severity: 'error',
  },
  {
    name: 'a purchase that is suspended',
    reason: 'Suspended for missing payment: licences stop.',
    basis: 'refusal',
    source: sources.partnerCenter,
    changes: [{ in: purchases, set: '/items/0/status', to: 'suspended' }],
    at: [{ file: purchases, pointer: '/items/0' }],
    severity: 'error',
  },
  {
    name: 'no renewal although it was agreed on',
    reason: 'The customer was promised that it renews.',
    basis: 'limit',
    source: sources.partnerCenter,
    changes: [{ in: purchases, set: '/items/0/autoRenewEnabled', to: false }],
    at: [{ file: purchases, pointer: '/items/0' }],
    severity: 'warning',
  },
  {
    name: 'a new customer’s password in a list',
    reason: 'Partner Center answers with the password of the first administrator; it belongs in a vault.',
    basis: 'limit',
    source: sources.partnerCenter,
    changes: [{ in: purchases, set: '/userCredentials', to: { userName: 'admin', password: 'Tr3ngsel-i-Bergen' } }],
    at: [{ file: purchases, line: '"password"' }],
    severity: 'error',
    corrected:
      'Expected at a pointer; secrets are looked for in the text, also of broken lists, and have line and column.',
  },
  {
    name: 'a list that was cut off while saving',
    reason: 'Half a list is no ground for an answer.',
    basis: 'limit',
    source: sources.licenseDetails,
    changes: [
      {
        in: 'users.json',
        replace: '"userPrincipalName": "solveig@northwind-carriers.example",',
        by: '"userPrincipalName": "solveig@',
      },
    ],
    at: [{ file: 'users.json' }],
    severity: 'error',
  },
]
