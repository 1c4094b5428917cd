import { membersOf, type PlacedAction, type PlacedFlow } from '../../checks/placed-flow.ts'
import { type CheckContext, defineRuleFamily } from '../../checks/rule-family.ts'

/** Whether the order of steps can be followed, and leads somewhere when one fails. */
export const runAfter = defineRuleFamily({
  id: 'run-after',
  group: 'Definition',
  rules: {
    'flow-run-after-exists': {
      title: 'Steps run after steps beside them that exist.',
      setting: 'error',
      sources: ['workflow-language', 'run-after'],
      messages: {
        found: {
          what: '"{name}" runs after "{other}", which does not exist.',
          why: 'The service refuses to save the flow.',
          fix: 'Name a step that stands beside it, or leave the entry out.',
        },
        elsewhere: {
          what: '"{name}" runs after "{other}", which stands in another container.',
          why: 'Only steps of the same container can be waited for; the service refuses to save the flow.',
          fix: 'Name the step beside it that holds "{other}".',
        },
      },
    },
    'flow-run-after-status': {
      title: 'What is waited for is Succeeded, Failed, Skipped or TimedOut.',
      setting: 'error',
      sources: ['run-after'],
      messages: {
        found: {
          what: '"{name}" waits for "{other}" to be "{status}".',
          why: 'There is no such state; the service refuses to save the flow.',
          fix: 'Use Succeeded, Failed, Skipped or TimedOut.',
        },
        none: {
          what: '"{name}" waits for "{other}" in no state.',
          why: 'It would never run.',
          fix: 'Name at least one of Succeeded, Failed, Skipped and TimedOut.',
        },
      },
    },
    'flow-run-after-cycle': {
      title: 'No step waits for itself.',
      setting: 'error',
      sources: ['run-after'],
      messages: {
        found: {
          what: '"{name}" waits, over others, for itself.',
          why: 'None of them can begin; the service refuses to save the flow.',
          fix: 'Take one of the entries out of "runAfter".',
        },
      },
    },
    'flow-error-path': {
      title: 'Something happens when a call fails.',
      setting: 'info',
      sources: ['run-after'],
      deviation: 'Ours: the page shows how; that a template should is our advice.',
      messages: {
        found: {
          what: 'No step of "{flow}" runs after a failure, though it calls {calls}.',
          why: 'When a call fails, the run stops and nobody but its owner is told.',
          fix: 'Put the calls into a scope, and add a step that runs after it has failed or timed out.',
        },
      },
    },
  },
  check(context) {
    for (const flow of context.subject.flows) {
      for (const action of flow.actions) checkEntries(action, flow, context)
      checkCycles(flow, context)
      checkErrorPath(flow, context)
    }
  },
})

const statuses = new Set(['succeeded', 'failed', 'skipped', 'timedout'])

function checkEntries(action: PlacedAction, { byName, siblings }: PlacedFlow, { report }: CheckContext): void {
  const { name, node, container } = action
  for (const entry of membersOf(node.member('runAfter'))) {
    const other = entry.key ?? ''
    if (siblings.named(container, other) === undefined) {
      const message = byName.has(other.toLowerCase()) ? 'elsewhere' : 'found'
      report('flow-run-after-exists', entry, { onKey: true, message, data: { name, other } })
    }
    if (entry.kind === 'array' && entry.children.length === 0) {
      report('flow-run-after-status', entry, { message: 'none', data: { name, other } })
    }
    for (const item of entry.children) {
      const status = String(item.value ?? '')
      if (!statuses.has(status.toLowerCase())) {
        report('flow-run-after-status', item, { data: { name, other, status } })
      }
    }
  }
}

/** Takes away what waits for nothing any more, again and again; what is left waits in circles, or behind one. */
function checkCycles({ actions, siblings }: PlacedFlow, { report }: CheckContext): void {
  if (isInOrder(actions, siblings)) return
  const waits = new Map(actions.map(({ node, container }) => [node, new Set(siblings.waitedFor(node, container))]))
  const followers = new Map<unknown, Set<(typeof actions)[number]['node']>>()
  for (const [node, before] of waits) {
    for (const one of before) followers.set(one, (followers.get(one) ?? new Set()).add(node))
  }
  const ready = [...waits].flatMap(([node, before]) => (before.size === 0 ? [node] : []))
  for (let done = ready.pop(); done !== undefined; done = ready.pop()) {
    for (const follower of followers.get(done) ?? []) {
      const before = waits.get(follower)
      before?.delete(done)
      if (before?.size === 0) ready.push(follower)
    }
    waits.delete(done)
  }
  // What only stands behind a circle is waited for by nothing in it.
  const behind = [...waits.keys()].filter((node) => !isLeft(followers.get(node), waits))
  for (let one = behind.pop(); one !== undefined; one = behind.pop()) {
    const before = waits.get(one)
    waits.delete(one)
    for (const node of before ?? []) if (waits.has(node) && !isLeft(followers.get(node), waits)) behind.push(node)
  }
  for (const { name, node } of actions) {
    if (waits.has(node)) report('flow-run-after-cycle', node.member('runAfter') ?? node, { data: { name } })
  }
}

/** Where every step stands behind those it waits for, as in most files, none waits for itself. */
function isInOrder(actions: PlacedFlow['actions'], siblings: PlacedFlow['siblings']): boolean {
  const seen = new Set<unknown>()
  for (const { node, container } of actions) {
    for (const before of siblings.waitedFor(node, container)) if (!seen.has(before)) return false
    seen.add(node)
  }
  return true
}

function isLeft<Node>(nodes: ReadonlySet<Node> | undefined, left: ReadonlyMap<Node, unknown>): boolean {
  for (const node of nodes ?? []) if (left.has(node)) return true
  return false
}

const calling = /^(?:OpenApi|Api)Connection|^Http|^Workflow$/

function checkErrorPath({ flow, definition, actions }: PlacedFlow, { report }: CheckContext): void {
  const calls = actions.filter(({ type }) => calling.test(type)).length
  if (calls === 0 || definition === undefined) return
  const isHandled = actions.some(({ node }) =>
    membersOf(node.member('runAfter')).some(({ children }) =>
      children.some(({ value }) => /^(?:failed|timedout)$/i.test(String(value))),
    ),
  )
  if (isHandled) return
  const data = { flow: flow.displayName || flow.id, calls: calls === 1 ? 'a service' : `services in ${calls} places` }
  report('flow-error-path', definition.member('actions') ?? definition, { data })
}
