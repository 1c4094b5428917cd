import type { PackageFlow } from '@sevenstep/flow-templates'
import { drawFlow } from '@sevenstep/flow-templates/drawing'
import type { DrawnFlow } from '../messages.ts'

/** Flows of one run that are drawn; a person who has more of them looks at those that matter one by one. */
const mostDrawn = 40
/** Steps of a flow that are drawn; the rest is counted. */
const mostSteps = 150
/** Of all drawings together, as text. */
const mostCharacters = 2_000_000

/**
 * Draws flows for a page that brings its own colours. Where a name of a step is a secret, nothing of the flow is shown.
 *
 * @param isSecret true for a text that holds a secret
 */
export function drawFlows(
  flows: readonly { readonly subject: string; readonly flow: PackageFlow }[],
  isSecret: (text: string) => boolean,
): readonly DrawnFlow[] {
  let left = mostCharacters
  return flows.slice(0, mostDrawn).map(({ subject, flow }, at) => {
    const name = flow.displayName.slice(0, 200)
    const { svg, outline } = drawFlow(flow, { most: mostSteps, style: 'page', idPrefix: `flow-${at + 1}` })
    if (isSecret(name) || isSecret(outline)) return { subject, name: isSecret(name) ? '' : name }
    left -= svg.length + outline.length
    return left < 0 ? { subject, name } : { subject, name, svg, outline }
  })
}
