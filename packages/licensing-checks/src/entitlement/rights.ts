import type { LicenceClass } from '../catalogue/licence-class.ts'
import type { Edition } from '../engine/licensing-subject.ts'

/**
 * What a class of licences gives: `yes`, `no`, or under a condition: `in-dynamics` for flows of Dynamics 365 or
 * Dataverse, `in-app` for flows of a Power App, `app-pass` for flows of the one app the pass is for, `in-teams` for
 * Dataverse for Teams, `production-no` for trials, `ask` where no source that could be read settles it.
 */
export type Right = 'yes' | 'no' | 'in-dynamics' | 'in-app' | 'app-pass' | 'in-teams' | 'production-no' | 'ask'

/** What a licence of a class gives its holder for cloud flows. */
export interface Rights {
  readonly standard: Right
  readonly premium: Right
  readonly custom: Right
  readonly attended: Right
  readonly unattended: Right
  /** Power Platform requests in 24 hours: as the licence says, and the higher figure of the transition period. */
  readonly requests: number
  readonly transitionRequests: number
}

const none: Rights = {
  standard: 'no',
  premium: 'no',
  custom: 'no',
  attended: 'no',
  unattended: 'no',
  requests: 0,
  transitionRequests: 0,
}
const allAsk: Rights = {
  standard: 'ask',
  premium: 'ask',
  custom: 'ask',
  attended: 'ask',
  unattended: 'ask',
  requests: 6_000,
  transitionRequests: 10_000,
}
const full = { standard: 'yes', premium: 'yes', custom: 'yes' } as const

const current: Readonly<Record<LicenceClass, Rights>> = {
  free: { ...none, standard: 'yes', requests: 6_000, transitionRequests: 10_000 },
  trial: {
    standard: 'yes',
    premium: 'production-no',
    custom: 'production-no',
    attended: 'production-no',
    unattended: 'production-no',
    requests: 6_000,
    transitionRequests: 10_000,
  },
  'office-365': { ...none, standard: 'yes', premium: 'in-teams', requests: 6_000, transitionRequests: 10_000 },
  'dynamics-365': {
    ...none,
    standard: 'yes',
    premium: 'in-dynamics',
    custom: 'in-dynamics',
    requests: 40_000,
    transitionRequests: 100_000,
  },
  'dynamics-team': {
    ...none,
    standard: 'yes',
    premium: 'in-dynamics',
    custom: 'in-dynamics',
    requests: 6_000,
    transitionRequests: 25_000,
  },
  'power-apps-user': {
    ...none,
    standard: 'yes',
    premium: 'in-app',
    custom: 'in-app',
    requests: 40_000,
    transitionRequests: 100_000,
  },
  'power-apps-app': {
    ...none,
    standard: 'yes',
    premium: 'app-pass',
    custom: 'app-pass',
    requests: 6_000,
    transitionRequests: 10_000,
  },
  project: { ...none, standard: 'ask', premium: 'ask', custom: 'ask', requests: 6_000, transitionRequests: 10_000 },
  'other-product': {
    ...none,
    standard: 'ask',
    premium: 'ask',
    custom: 'ask',
    requests: 6_000,
    transitionRequests: 10_000,
  },
  'premium-user': { ...full, attended: 'yes', unattended: 'no', requests: 40_000, transitionRequests: 40_000 },
  'per-user': { ...full, attended: 'no', unattended: 'no', requests: 40_000, transitionRequests: 40_000 },
  process: none,
  'per-flow': none,
  unattended: none,
  // Neither sold nor renewed after 2020; what those that are left give today no source that could be read says.
  'legacy-plan-1': {
    ...none,
    standard: 'yes',
    premium: 'ask',
    custom: 'ask',
    requests: 40_000,
    transitionRequests: 40_000,
  },
  'legacy-plan-2': {
    ...none,
    standard: 'yes',
    premium: 'ask',
    custom: 'ask',
    requests: 40_000,
    transitionRequests: 40_000,
  },
  windows: none,
  unclassified: allAsk,
}

/** February 2018: Office 365 and Dynamics 365 customers needed nothing more; everybody else one of two plans. */
const seeds: Readonly<Record<LicenceClass, Rights>> = {
  ...current,
  free: { ...none, standard: 'yes', premium: 'ask', custom: 'ask', requests: 6_000, transitionRequests: 6_000 },
  'office-365': { ...none, ...full, requests: 6_000, transitionRequests: 6_000 },
  'dynamics-365': { ...none, ...full, requests: 40_000, transitionRequests: 40_000 },
  'dynamics-team': { ...none, ...full, requests: 6_000, transitionRequests: 6_000 },
  'legacy-plan-1': { ...none, ...full, requests: 40_000, transitionRequests: 40_000 },
  'legacy-plan-2': { ...none, ...full, requests: 40_000, transitionRequests: 40_000 },
  // None of these existed yet.
  'power-apps-user': allAsk,
  'power-apps-app': allAsk,
  'premium-user': allAsk,
  'per-user': allAsk,
}

const byEdition: Readonly<Record<Edition, Readonly<Record<LicenceClass, Rights>>>> = { current, '2018-02': seeds }

/** What a class gives in an edition of the programme. */
export function rightsOf(licenceClass: LicenceClass, edition: Edition): Rights {
  return byEdition[edition][licenceClass]
}

/** Requests in 24 hours that a Process or per-flow licence gives the flow it is allocated to; they can be stacked. */
export const requestsOfProcess = 250_000
/** Requests in 24 hours that a tenant has for users and applications without a licence. */
export const requestsOfTenantPool = 25_000
/** Actions in five minutes that nobody may exceed, whatever is bought. */
export const actionsInFiveMinutes = 100_000
/** Flows that may be associated with one that has a Process licence. */
export const mostAssociatedFlows = 25

/** The products with which gaps are closed today, by SKU id. Which of its products a partner may sell, Partner Center says. */
export const products = {
  perUser: { skuId: 'eda1941c-3c4f-4995-b5eb-e85a42175ab9', name: 'Power Automate Premium', unit: 'per user' },
  perProcess: { skuId: '253ce8d3-6122-4240-8b04-f434a8fa831f', name: 'Power Automate Process', unit: 'per flow' },
} as const
