import type { ReportDrawing } from '@sevenstep/findings'
import type { PackageFlow } from '@sevenstep/flow-templates'
import { drawFlow } from '@sevenstep/flow-templates/drawing'

/** Flows of one package that are drawn; beyond, a report would be mostly pictures. */
const mostDrawn = 20

/** The flows of a package as reports show them. */
export function drawingsOfFlows(flows: readonly PackageFlow[]): readonly ReportDrawing[] {
  return flows.slice(0, mostDrawn).map((flow) => {
    const { svg, outline } = drawFlow(flow)
    return { name: flow.displayName || 'a flow without a name', svg, words: outline }
  })
}
