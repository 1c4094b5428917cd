import { itemsOf, memberOf } from '../licences/json-shape.ts'
import type { LocatedValue } from '../licences/located-value.ts'
import { knownTierOf, plainConnectorId } from './connector-tiers.ts'
import type { ConnectorTier, FlowConnector, FlowContext, FlowUse, TriggerKind } from './flow-use.ts'

type Say = (what: string, at: LocatedValue) => void

const tiers: Readonly<Record<string, ConnectorTier>> = {
  standard: 'standard',
  premium: 'premium',
  custom: 'custom',
  unknown: 'unknown',
}
const confidences = { high: 'high', low: 'low' } as const
const triggers: Readonly<Record<string, TriggerKind>> = {
  automated: 'automated',
  scheduled: 'scheduled',
  instant: 'instant',
  'http-request': 'http-request',
  child: 'child',
}

/** Reads a flow as far as licences care: the form that `sevenstep` writes of a package, completed by a person. */
export function readFlowUse(node: LocatedValue, say: Say): FlowUse {
  const owner = memberOf(node, 'owner')
  const application = owner?.text('servicePrincipal')
  const runners = memberOf(node, 'runners')
  return {
    name: node.text('name') ?? node.text('displayName') ?? 'a flow without a name',
    connectors: itemsOf(memberOf(node, 'connectors')).flatMap((item) => readConnector(item, say) ?? []),
    trigger: chosen(node, 'trigger', triggers, say) ?? 'unknown',
    owner: application ?? (typeof owner?.value === 'string' ? owner.value : undefined),
    isOwnedByApplication: application !== undefined,
    runners:
      runners === undefined
        ? undefined
        : runners.items.flatMap(({ value }) => (typeof value === 'string' ? value : [])),
    requestsPerDay: count(node, 'requestsPerDay', say),
    actionsPerFiveMinutes: count(node, 'actionsPerFiveMinutes', say),
    context: readContext(memberOf(node, 'context')),
    hasProcessLicence: flag(node, 'processLicence'),
    isPayAsYouGo: flag(node, 'payAsYouGo') === true,
    usesGateway: flag(node, 'gateway') === true,
    desktop:
      chosen(node, 'desktop', { none: 'none', attended: 'attended', unattended: 'unattended' } as const, say) ?? 'none',
    isShared: flag(node, 'shared') === true,
    get at() {
      return node.place
    },
  }
}

function readConnector(node: LocatedValue, say: Say): FlowConnector | undefined {
  const id = typeof node.value === 'string' ? node.value : (node.text('id') ?? node.text('name'))
  if (id === undefined) {
    say('This connector has no id', node)
    return undefined
  }
  const given = chosen(node, 'tier', tiers, say)
  const isGiven = given !== undefined && given !== 'unknown'
  return {
    id: plainConnectorId(id),
    tier: isGiven ? given : knownTierOf(id),
    isTierAssumed: !isGiven || chosen(node, 'confidence', confidences, say) === 'low',
    get at() {
      return node.place
    },
  }
}

/** A text `none`, or an object with what the flow belongs to. */
function readContext(node: LocatedValue | undefined): FlowContext | undefined {
  if (node?.value === 'none') return { powerApp: false, dynamics: false, teams: false }
  if (node?.isObject !== true) return undefined
  return {
    powerApp: flag(node, 'powerApp') === true,
    dynamics: flag(node, 'dynamics') === true,
    teams: flag(node, 'teams') === true,
  }
}

function flag(node: LocatedValue, name: string): boolean | undefined {
  const { value } = memberOf(node, name) ?? {}
  return typeof value === 'boolean' ? value : undefined
}

function count(node: LocatedValue, name: string, say: Say): number | undefined {
  const member = memberOf(node, name)
  if (member === undefined) return undefined
  if (typeof member.value === 'number' && Number.isFinite(member.value) && member.value >= 0) return member.value
  say(`"${name}" is no number of 0 or more`, member)
  return undefined
}

function chosen<Choice extends string>(
  node: LocatedValue,
  name: string,
  choices: Readonly<Record<string, Choice>>,
  say: Say,
): Choice | undefined {
  const member = memberOf(node, name)
  if (member === undefined) return undefined
  const text = typeof member.value === 'string' ? member.value.trim().toLowerCase() : ''
  if (Object.hasOwn(choices, text)) return choices[text]
  say(`"${name}" is none of ${Object.keys(choices).join(', ')}`, member)
  return undefined
}
