import { type FlowFacts, flowFactsFormat } from '@sevenstep/flow-templates/checks'
import { readFacts } from './read-facts.ts'

/**
 * Reads what is known of the world beyond packages of flows. Apart, because what it takes to judge a file of facts is as
 * much as judging a package.
 *
 * @throws Failure when the file cannot be read or has another shape.
 */
export function readFlowFacts(path: string, folder: string): FlowFacts {
  return readFacts(path, folder, flowFactsFormat)
}
