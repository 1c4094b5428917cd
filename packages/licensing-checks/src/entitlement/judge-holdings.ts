import type { Edition, Profile } from '../engine/licensing-subject.ts'
import { isSure } from './entitlement-rules.ts'
import type { FlowNeed } from './flow-need.ts'
import type { Holding, Holdings } from './holding.ts'
import { better, type GapClosing, type Outcome, type Part, worse } from './outcome.ts'
import { type Right, type Rights, requestsOfProcess, requestsOfTenantPool, rightsOf } from './rights.ts'

/** For whom and when the question is asked. */
export interface Circumstances {
  readonly edition: Edition
  readonly profile: Profile
  /** Whether the tenant holds Process or per-flow licences that could be allocated. */
  readonly tenantHasCapacity: boolean
}

/** As much of what a person holds as an answer takes. */
type Held = Pick<Holdings, 'list' | 'isGuest'>

/** Whether what a person holds covers a flow. Pure: the same holdings and need always give the same answer. */
export function judgeHoldings(holdings: Held, need: FlowNeed, circumstances: Circumstances): Outcome {
  const { list, isGuest } = holdings
  if (need.isOverFiveMinutes) return { state: 'gap', rule: 'five-minute-limit', licence: undefined, closes: [] }
  if (need.isPayAsYouGo) return covered('payg-environment')
  if (need.hasProcessLicence === true && need.desktop !== 'attended') return judgeProcess(need)
  const parts = partsOf(list, need, circumstances)
  const worst = parts.map(({ part }) => part).reduce(worse)
  if (worst.state !== 'gap') return { ...worst, closes: [] }
  if (isGuest) return asked('guest-elsewhere')
  const failing = parts.filter(({ part }) => part.state === 'gap')
  const closes = closings.filter(
    (closing) =>
      failing.every((each) => each.closes.includes(closing)) &&
      (closing !== 'switch-on' || isClosedBySwitching(holdings, worst.licence, need, circumstances)),
  )
  const mayBeProcess = circumstances.tenantHasCapacity && need.hasProcessLicence === undefined
  if (mayBeProcess && closes.includes('per-process')) return asked('process-unseen')
  return { ...worst, closes }
}

/** Whether the plan that is off is all that is lacking: with it on, the flow may still ask for more. */
function isClosedBySwitching(
  { list, isGuest }: Held,
  licence: string | undefined,
  need: FlowNeed,
  circumstances: Circumstances,
): boolean {
  const switched = list.map((holding) => (holding.name === licence ? { ...holding, plan: 'on' as const } : holding))
  return judgeHoldings({ list: switched, isGuest }, need, circumstances).state !== 'gap'
}

/** Whether a flow that an application owns is covered: no licence of a person counts. */
export function judgeApplication(need: FlowNeed, { tenantHasCapacity }: Circumstances): Outcome {
  if (need.isOverFiveMinutes) return { state: 'gap', rule: 'five-minute-limit', licence: undefined, closes: [] }
  if (need.isPayAsYouGo) return covered('payg-environment')
  if (need.hasProcessLicence === true) return judgeProcess(need)
  if (need.tier === 'unknown') return asked('tier-unknown')
  if (need.tier === 'standard' && need.desktop === 'none') {
    return asked(need.requestsPerDay > requestsOfTenantPool ? 'request-limit-unsure' : 'application-standard')
  }
  if (tenantHasCapacity && need.hasProcessLicence === undefined) return asked('process-unseen')
  return { state: 'gap', rule: 'application-premium', licence: undefined, closes: ['per-process'] }
}

const requestsOfPremium = rightsOf('premium-user', 'current').requests
const requestsOfFree = rightsOf('free', 'current').requests
const closings: readonly GapClosing[] = ['switch-on', 'free', 'per-user', 'per-process']

function covered(rule: Outcome['rule']): Outcome {
  return { state: 'covered', rule, licence: undefined, closes: [] }
}

function asked(rule: Outcome['rule']): Outcome {
  return { state: 'ask', rule, licence: undefined, closes: [] }
}

function judgeProcess({ requestsPerDay }: FlowNeed): Outcome {
  // Process licences can be stacked on a flow; how many are allocated no list says.
  return requestsPerDay > requestsOfProcess ? asked('request-limit-unsure') : covered('process-licence')
}

/** One part of the question with what would close it. */
interface Judged {
  readonly part: Part
  readonly closes: readonly GapClosing[]
}

function partsOf(list: readonly Holding[], need: FlowNeed, circumstances: Circumstances): readonly Judged[] {
  const hasProcess = need.hasProcessLicence === true
  const tier = hasProcess ? judgeProcess(need) : bestOf(list, (holding) => tierPart(holding, need, circumstances))
  const parts: Judged[] = [{ part: tier, closes: closesOfTier(tier, need) }]
  if (need.desktop !== 'none') {
    const column = need.desktop
    const desktop = bestOf(list, (holding) => columnPart(holding, column, need, circumstances))
    const part: Part =
      desktop.state === 'gap' && desktop.rule !== 'plan-off' ? { ...desktop, rule: 'desktop-flow' } : desktop
    const closings = hasProcess ? bothClosings : closesOfLicences(need)
    parts.push({ part, closes: closings.filter((closing) => closing === desktopClosings[column]) })
  }
  if (hasProcess) return parts
  if (need.isShared) {
    const shared = bestOf(list, (holding) => sharedPart(holding, need, circumstances))
    parts.push({ part: shared, closes: closesOfLicences(need) })
  }
  if (need.requestsPerDay > 0 && tier.state !== 'gap') {
    parts.push({ part: requestPart(list, need, circumstances.edition, tier), closes: closesOfLicences(need) })
  }
  return parts
}

function bestOf(list: readonly Holding[], judge: (holding: Holding) => Part): Part {
  return list.map(judge).reduce(better, { state: 'gap', rule: 'no-licence', licence: undefined })
}

/** What closes a gap of the tier and carries the requests too. */
function closesOfTier({ rule }: Part, need: FlowNeed): readonly GapClosing[] {
  const { tier, requestsPerDay } = need
  return [
    ...(tier === 'standard' && requestsPerDay <= requestsOfFree ? (['free'] as const) : []),
    ...(rule === 'plan-off' ? (['switch-on'] as const) : []),
    ...closesOfLicences(need),
  ]
}

function closesOfLicences({ requestsPerDay }: FlowNeed): readonly GapClosing[] {
  return requestsPerDay <= requestsOfPremium ? bothClosings : ['per-process']
}

const bothClosings: readonly GapClosing[] = ['per-user', 'per-process']
const desktopClosings = { attended: 'per-user', unattended: 'per-process' } as const

/** What is covered only because connectors are assumed to be standard is a question. */
function tierPart(holding: Holding, need: FlowNeed, circumstances: Circumstances): Part {
  const part = tierPartAsSaid(holding, need, circumstances)
  if (part.state !== 'covered' || !need.isTierAssumed) return part
  const beyond = columnPart(holding, 'custom', { ...need, isOfDataverse: false }, circumstances)
  return beyond.state === 'covered' ? beyond : { ...part, state: 'ask', rule: 'tier-assumed' }
}

function tierPartAsSaid(holding: Holding, need: FlowNeed, circumstances: Circumstances): Part {
  if (need.tier !== 'unknown') return columnPart(holding, need.tier, need, circumstances)
  const custom = columnPart(holding, 'custom', need, circumstances)
  if (custom.state === 'covered') return custom
  const standard = columnPart(holding, 'standard', need, circumstances)
  return standard.state === 'covered' ? { ...standard, state: 'ask', rule: 'tier-unknown' } : better(custom, standard)
}

type Column = Exclude<keyof Rights, 'requests' | 'transitionRequests'>

function columnPart(holding: Holding, column: Column, need: FlowNeed, circumstances: Circumstances): Part {
  const { licenceClass, name: licence, plan, isByName } = holding
  if (licenceClass === 'unsettled') {
    if (plan === 'off') return { state: 'gap', rule: 'plan-off', licence }
    return { state: 'ask', rule: isByName ? 'licence-by-name' : 'class-unsettled', licence }
  }
  const rights = rightsOf(licenceClass, circumstances.edition)
  const part = { ...partOf(rights[column], column, { holding, rights, need, circumstances }), licence }
  if (part.state === 'gap') return part.rule === 'no-licence' ? { ...part, licence: undefined } : part
  if (plan === 'off') return { state: 'gap', rule: 'plan-off', licence }
  if (part.state === 'ask' || plan === 'on') return part
  if (isByName) return { state: 'ask', rule: 'licence-by-name', licence }
  return { state: 'ask', rule: plan === 'pending' ? 'plan-pending' : 'plan-state-unknown', licence }
}

interface Asked {
  readonly holding: Holding
  readonly rights: Rights
  readonly need: FlowNeed
  readonly circumstances: Circumstances
}

function partOf(right: Right, column: Column, asked: Asked): Pick<Part, 'state' | 'rule'> {
  const { need, rights, circumstances } = asked
  const { context } = need
  const unsure = { state: 'ask', rule: 'context-unknown' } as const
  const outside = { state: 'gap', rule: 'out-of-context' } as const
  switch (right) {
    case 'yes': {
      const rule = coveringRule(column, asked)
      // What is known at second hand only is no answer yet.
      return { state: isSure(rule) ? 'covered' : 'ask', rule }
    }
    case 'no':
      return { state: 'gap', rule: rights.standard === 'yes' ? 'standard-only' : 'no-licence' }
    case 'ask':
      return { state: 'ask', rule: 'class-unsettled' }
    case 'production-no':
      return circumstances.profile === 'trial'
        ? { state: 'covered', rule: 'trial-covers' }
        : { state: 'gap', rule: 'trial-not-counted' }
    case 'in-dynamics':
      if (context?.dynamics === true || need.isOfDataverse) return { state: 'covered', rule: 'in-context-dynamics' }
      return context === undefined ? unsure : outside
    case 'in-app':
      if (context?.powerApp === true) return { state: 'covered', rule: 'in-context-app' }
      return context === undefined ? unsure : outside
    case 'app-pass':
      if (context?.powerApp === true) return { state: 'ask', rule: 'app-pass-unseen' }
      return context === undefined ? unsure : outside
    case 'in-teams':
      if (!need.isOfDataverse) return { state: 'gap', rule: 'standard-only' }
      if (context?.teams === true) return { state: 'covered', rule: 'in-context-teams' }
      return context === undefined ? unsure : { state: 'gap', rule: 'standard-only' }
  }
}

function coveringRule(column: Column, { holding: { licenceClass }, circumstances }: Asked): Part['rule'] {
  if (circumstances.edition === '2018-02' && column !== 'standard')
    return licenceClass.startsWith('legacy') ? 'plan-of-2018' : 'seed-needs-nothing-more'
  if (licenceClass === 'trial') return 'trial-covers'
  return column === 'standard' ? 'standard-covered' : 'premium-covers'
}

/** A flow can be shared unless the right to it comes from the free licence. */
function sharedPart(holding: Holding, need: FlowNeed, circumstances: Circumstances): Part {
  const part = tierPart(holding, need, circumstances)
  return part.state !== 'gap' && holding.licenceClass === 'free'
    ? { state: 'gap', rule: 'free-not-shared', licence: holding.name }
    : part
}

/** The highest of the licences counts for sure; in the transition period, or when they add up, more may. */
function requestPart(list: readonly Holding[], need: FlowNeed, edition: Edition, tier: Part): Part {
  let most = 0
  let transition = 0
  let sum = 0
  for (const { licenceClass, plan } of list) {
    if (plan === 'off') continue
    const rights = licenceClass === 'unsettled' ? rightsOf('unclassified', edition) : rightsOf(licenceClass, edition)
    most = Math.max(most, rights.requests)
    transition = Math.max(transition, rights.transitionRequests)
    sum += rights.requests
  }
  if (need.requestsPerDay <= most) return tier
  const rule = need.requestsPerDay <= Math.max(transition, sum) ? 'request-limit-unsure' : 'request-limit'
  return { state: rule === 'request-limit' ? 'gap' : 'ask', rule, licence: tier.licence }
}
