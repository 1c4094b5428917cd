import type { FlowArea } from '../target/flow-area.ts'
import { TargetFailure } from '../target/target-failure.ts'
import type { Found, Workbench } from './driver.ts'
import { flowContent } from './flow-content.ts'

/** The person's own flows, which the step cannot do without. */
export function ownFlows({ target }: Pick<Workbench, 'target'>): FlowArea {
  if (target.flows !== undefined) return target.flows
  throw new TargetFailure({
    code: 'no-own-flows',
    what: 'An application has no flows of its own.',
    why: 'The Flow service refuses the tokens of applications.',
    fix: 'Use a person’s credential (device-code or browser), or the solution route.',
  })
}

/**
 * A person's flow by the id the journal knows, otherwise by name: the service gives the ids, so that the name is all
 * there is to recognise it by.
 */
export async function findOwnFlow(address: string, name: string, bench: Workbench): Promise<Found | undefined> {
  const recorded = bench.records.get(address)?.id
  const flows = await bench.readings.flows()
  const named = flows.filter((flow) => flow.name === name)
  const one = flows.find(({ id }) => id === recorded) ?? (named.length === 1 ? named[0] : undefined)
  if (one !== undefined) return readOwnFlow(one.id, bench)
  if (named.length === 0) return undefined
  throw new TargetFailure({
    code: 'several-of-the-name',
    what: `${named.length} of your flows are called "${name}".`,
    why: 'Which one to update cannot be told.',
    fix: 'Delete or rename the others in the target.',
  })
}

/** One of the person's flows by id; nothing where it is not there. */
export function readOwnFlow(id: string, bench: Workbench): Promise<Found | undefined> {
  return bench.readings.once(`own flow ${id}`, async () => {
    const flows = await bench.readings.flows()
    if (!flows.some((flow) => flow.id === id)) return undefined
    const flow = await bench.target.flows?.read(id)
    return flow === undefined ? undefined : { id, content: flowContent(flow) }
  })
}
