import { disarmJson } from '@sevenstep/findings'
import type { PackageFlow } from '@sevenstep/flow-templates'
import { connectorTierOf, type KnownTier, licenceNeedOf, placeFlow } from '@sevenstep/flow-templates/checks'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { readGivenPackage } from '../flow/read-given-package.ts'

/** `sevenstep licences flows`: the flows of packages in the form that `licences report` reads; who runs them is left to say. */
export function printFlowUse(paths: readonly string[], console: Console): ExitCode {
  const flows = paths.flatMap((path) => readGivenPackage(path, console).flows.map(flowUse))
  console.out(disarmJson(`${JSON.stringify({ flows }, undefined, 2)}\n`))
  return exitCodes.fine
}

function flowUse(flow: PackageFlow) {
  const placed = placeFlow(flow)
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
    name: flow.displayName || flow.id,
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
