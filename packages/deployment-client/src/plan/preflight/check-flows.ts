import type { DraftFinding } from '@sevenstep/findings'
import type { FlowReference, Wanted } from '../../model/wanted.ts'
import { deploymentFinding } from '../deployment-finding.ts'
import { findCircle } from '../order.ts'
import type { PlannedAction } from '../plan.ts'
import type { PreflightContext } from './preflight.ts'

/** Flows: every reference bound and none too many, an order to switch them on, nothing of others overwritten in silence. */
export async function checkFlows(context: PreflightContext): Promise<DraftFinding[]> {
  return [...checkReferences(context), ...checkCircles(context), ...(await checkTakenOver(context))]
}

function checkReferences({ deployment }: PreflightContext): DraftFinding[] {
  return deployment.wanted.flatMap((wanted) => {
    if (wanted.kind !== 'flow' && wanted.kind !== 'package') return []
    const location = deployment.locate(wanted.place)
    const missing = wanted.references.filter(({ connection }) => connection === undefined)
    const surplus = wanted.surplusBindings
    return [
      ...missing.map((reference) =>
        deploymentFinding('bindings-complete', location, {
          reference: `The reference "${reference.key}"`,
          package: wanted.displayName,
          fix: adviceFor(reference),
        }),
      ),
      ...surplus.map((key) =>
        deploymentFinding('bindings-needed', location, {
          reference: `"${key}"`,
          package: `no action of ${wanted.displayName}`,
        }),
      ),
    ]
  })
}

function adviceFor({ key, packagedConnector }: FlowReference): string {
  return `Add a connection to ${packagedConnector} and name it under connections.${key}.`
}

function checkCircles({ deployment }: PreflightContext): DraftFinding[] {
  const activations = deployment.wanted.filter((one) => one.kind === 'activation')
  const circle = findCircle(activations)
  const [first] = circle ?? []
  const found = activations.find(({ address }) => address === first)
  if (circle === undefined || found === undefined) return []
  const flows = circle.map((address) => address.replace(/^activation\//, '')).join(', ')
  return [deploymentFinding('child-flow-cycle', deployment.locate(found.place), { flows })]
}

/** Things known by name alone may be somebody else’s. */
async function checkTakenOver({ deployment, actions, bench }: PreflightContext): Promise<DraftFinding[]> {
  const { environment } = await bench.readings.facts()
  const byAddress = new Map(deployment.wanted.map((wanted) => [wanted.address, wanted]))
  return actions.flatMap((action) => {
    const wanted = byAddress.get(action.address)
    if (wanted === undefined || !isOverwritten(action, wanted, bench.records)) return []
    const part = `The ${action.kind} "${action.name}"`
    return [
      deploymentFinding('same-name-there', deployment.locate(wanted.place), { part, environment: environment.name }),
    ]
  })
}

function isOverwritten(
  { verb, address }: PlannedAction,
  wanted: Wanted,
  records: ReadonlyMap<string, unknown>,
): boolean {
  const isByName =
    wanted.kind === 'connector' || wanted.kind === 'package' || (wanted.kind === 'flow' && wanted.route === 'package')
  return verb === 'update' && isByName && !records.has(address)
}
