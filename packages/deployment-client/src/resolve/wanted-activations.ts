import { contentHash } from '../model/content.ts'
import type {
  WantedActivation,
  WantedFlow,
  WantedPackage,
  WantedReference,
  WantedSolution,
  WantedVariable,
} from '../model/wanted.ts'
import { calledFlows } from './child-flows.ts'
import type { ResolveContext } from './resolve-context.ts'

/** Which flows are to run, each after those it calls. */
export function wantedActivations(
  context: ResolveContext,
  solutions: readonly WantedSolution[],
  flows: readonly (WantedFlow | WantedPackage)[],
  settings: readonly (WantedReference | WantedVariable)[],
): WantedActivation[] {
  const all = [...ofSolutions(context, solutions, settings), ...ofFlows(context, flows, settings)]
  const byId = new Map(
    all.flatMap((one) => (one.flow.databaseId === undefined ? [] : [[one.flow.databaseId.toLowerCase(), one.address]])),
  )
  return all.map((one) => {
    const called = one.calls.flatMap((id) => byId.get(id.toLowerCase()) ?? [])
    return { ...one, needs: [...new Set([...one.needs, ...called])] }
  })
}

function ofSolutions(
  { materials }: ResolveContext,
  solutions: readonly WantedSolution[],
  settings: readonly (WantedReference | WantedVariable)[],
): WantedActivation[] {
  return solutions.flatMap((solution) => {
    const index = solution.place[1]
    const asked = typeof index === 'number' ? materials.description.solutions?.[index]?.flows : undefined
    const brought = settings.filter((one) => one.broughtBy === solution.address).map(({ address }) => address)
    return solution.flows.flatMap(({ id, name, isOn, definition }) => {
      if (id === undefined) return []
      const on = asked === undefined || asked === 'as-packaged' ? isOn : asked === 'on'
      return [
        {
          kind: 'activation',
          address: `activation/${solution.uniqueName}/${id}`,
          name,
          place: solution.place,
          needs: [solution.address, ...brought],
          hash: contentHash([on]),
          flow: { address: solution.address, databaseId: id },
          isOn: on,
          calls: on ? calledFlows(definition) : [],
        } satisfies WantedActivation,
      ]
    })
  })
}

function ofFlows(
  { materials }: ResolveContext,
  flows: readonly (WantedFlow | WantedPackage)[],
  settings: readonly (WantedReference | WantedVariable)[],
): WantedActivation[] {
  const { description } = materials
  const variables = settings.filter(({ kind }) => kind === 'environment-variable').map(({ address }) => address)
  return flows.map((flow) => {
    const described =
      description.flows?.find(({ name }) => name === flow.name) ??
      description.packages?.find(({ name }) => name === flow.name)
    const isOn = (described?.state ?? 'on') === 'on'
    const after = description.flows?.find(({ name }) => name === flow.name)?.after ?? []
    return {
      kind: 'activation',
      address: `activation/${flow.name}`,
      name: flow.displayName,
      place: flow.place,
      needs: [flow.address, ...flow.needs, ...variables, ...after.map((name) => `activation/${name}`)],
      hash: contentHash([isOn]),
      flow: {
        address: flow.address,
        ...(flow.kind === 'flow' && flow.route === 'solution' && { databaseId: flow.id }),
      },
      isOn,
      calls: isOn ? calledFlows(flow.definition) : [],
    }
  })
}
