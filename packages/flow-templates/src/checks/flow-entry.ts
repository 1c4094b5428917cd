import { connectorTierOf, type KnownTier } from '../data/connector-tiers.ts'
import type { PackageFlow } from '../model/flow-package.ts'
import { withoutSecrets } from '../scrub/text-leaks.ts'
import { licenceNeedOf } from './licence-need.ts'
import { type PlacedFlow, placeFlow } from './placed-flow.ts'

/** A flow as an entry of a list of flows, from which licensing tells what it asks for; who owns and runs it is left to say. */
export function flowEntryOf(
  flow: PackageFlow,
  placed: PlacedFlow = placeFlow(flow),
): Readonly<Record<string, unknown>> {
  const connectors = new Map<string, KnownTier>(
    flow.connectionReferences.flatMap(({ apiName }) =>
      apiName === undefined ? [] : [[apiName, connectorTierOf(apiName)] as const],
    ),
  )
  // Actions such as HTTP take a licence, too, and belong to no connector.
  for (const reason of licenceNeedOf(placed).because)
    if (!connectors.has(reason.name)) connectors.set(reason.name, reason)
  const [trigger] = placed.triggers
  const type = trigger?.text('type') ?? ''
  const kind = trigger?.text('kind') ?? ''
  return {
    // Whoever names a flow after an address may quote its signature.
    name: withoutSecrets(flow.displayName || flow.id),
    connectors: [...connectors].map(([id, { tier, confidence }]) => ({
      id,
      tier,
      // Of low confidence until somebody has looked it up and takes the mark away.
      ...(confidence === 'low' && tier !== 'unknown' && { confidence }),
    })),
    trigger: triggerOf(type, kind),
    ...(/^PowerApp/i.test(kind) && { context: { powerApp: true, dynamics: false, teams: false } }),
  }
}

function triggerOf(type: string, kind: string): string | undefined {
  if (type === 'Recurrence' || type === 'SlidingWindow') return 'scheduled'
  if (type === 'Request') return /^Http$/i.test(kind) ? 'http-request' : 'instant'
  return type === '' ? undefined : 'automated'
}
