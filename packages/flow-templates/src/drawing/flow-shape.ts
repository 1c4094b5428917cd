import type { JsonNode } from '@sevenstep/located-json'
import { membersOf } from '../checks/placed-flow.ts'
import { waitedFor } from '../checks/run-order.ts'

/** A step to be drawn. */
export interface Step {
  readonly name: string
  readonly type: string
  /** What it calls or does, in a few words. */
  readonly note: string
  /** It starts the flow. */
  readonly isTrigger: boolean
  /** What it holds, side by side. */
  readonly branches: readonly Branch[]
}

/** A part of a step, or the flow itself: steps in rows, each row runs when what it waits for above has ended. */
export interface Branch {
  /** `Yes`, `No`, a case; empty where there is one branch only. */
  readonly label: string
  readonly rows: readonly (readonly Step[])[]
  readonly links: readonly Link[]
}

/** One step runs after another one. */
export interface Link {
  readonly from: Step
  readonly to: Step
  /** Nothing for the usual one, which is success alone. */
  readonly statuses: string
}

/** What is drawn of a flow. */
export interface FlowShape {
  readonly title: string
  readonly triggers: readonly Step[]
  readonly body: Branch
  /** Steps that were left out because there are too many to be read. */
  readonly left: number
}

/** Works out what is drawn of a definition: at most so many steps, in the order in which they run. */
export function shapeOf(definition: JsonNode | undefined, title: string, most: number): FlowShape {
  const budget = { rest: most, left: 0 }
  const triggers = objectsOf(definition?.member('triggers')).map((node) => stepOf(node, budget, true))
  const body = branchOf('', definition?.member('actions'), budget)
  return { title, triggers, body, left: budget.left }
}

interface Budget {
  rest: number
  left: number
}

function objectsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return membersOf(node).filter(({ kind }) => kind === 'object')
}

function stepOf(node: JsonNode, budget: Budget, isTrigger = false): Step {
  budget.rest--
  const type = node.text('type') ?? ''
  const branches = isTrigger ? [] : branchesOf(node, type, budget)
  return { name: spaced(node.key ?? ''), type, note: noteOf(node, type), isTrigger, branches }
}

/** Blanks of a name are written as underscores. */
function spaced(name: string): string {
  return name.replaceAll('_', ' ').trim() || '(no name)'
}

const kinds: Readonly<Record<string, string>> = {
  Foreach: 'for each item',
  Until: 'repeat until',
  If: 'condition',
  Switch: 'switch',
  Scope: 'scope',
  Compose: 'compose',
  Http: 'HTTP request',
  InitializeVariable: 'initialise variable',
  SetVariable: 'set variable',
  ParseJson: 'parse JSON',
  Query: 'filter',
  Wait: 'wait',
  Workflow: 'child flow',
}

function noteOf(node: JsonNode, type: string): string {
  const host = node.find('inputs', 'host')
  const api = host?.text('apiId')?.split('/').at(-1) ?? host?.find('connection')?.text('name')
  const connector = /shared_([A-Za-z0-9]+)/.exec(api ?? '')?.[1]
  if (connector !== undefined) {
    const operation = host?.text('operationId')
    return operation === undefined ? connector : `${connector}: ${operation}`
  }
  const kind = node.text('kind')
  const words = Object.hasOwn(kinds, type) ? kinds[type] : type
  return kind === undefined ? (words ?? type) : `${words ?? type} (${kind})`
}

function branchesOf(node: JsonNode, type: string, budget: Budget): readonly Branch[] {
  const branches: Branch[] = []
  const own = node.member('actions')
  const other = node.member('else')?.member('actions')
  const isChoice = type === 'If' || other !== undefined
  if (own !== undefined) branches.push(branchOf(isChoice ? 'Yes' : '', own, budget))
  if (isChoice) branches.push(branchOf('No', other, budget))
  for (const item of objectsOf(node.member('cases'))) {
    const value = item.member('case')?.value
    const label = value === undefined || value === null ? spaced(item.key ?? '') : String(value)
    branches.push(branchOf(label, item.member('actions'), budget))
  }
  const rest = node.member('default')
  if (rest !== undefined) branches.push(branchOf('Otherwise', rest.member('actions'), budget))
  return branches
}

function branchOf(label: string, container: JsonNode | undefined, budget: Budget): Branch {
  const nodes = objectsOf(container)
  if (container === undefined || nodes.length === 0) return { label, rows: [], links: [] }
  const levels = levelsOf(nodes, container)
  const ordered = [...nodes].sort((one, other) => (levels.get(one) ?? 0) - (levels.get(other) ?? 0))
  const steps = new Map<JsonNode, Step>()
  for (const node of ordered) {
    if (budget.rest > 0) steps.set(node, stepOf(node, budget))
    else budget.left += countOf(node)
  }
  const rows: Step[][] = Array.from({ length: Math.max(...levels.values()) + 1 }, () => [])
  for (const [node, step] of steps) rows[levels.get(node) ?? 0]?.push(step)
  const links = [...steps].flatMap(([node, to]) =>
    waitedFor(node, container).flatMap((before): Link[] => {
      const from = steps.get(before)
      return from === undefined || from === to ? [] : [{ from, to, statuses: statusesOf(node, before) }]
    }),
  )
  return { label, rows: rows.filter((row) => row.length > 0), links }
}

/** How far down each step stands: below everything it waits for. What waits in circles stays where it was met. */
function levelsOf(nodes: readonly JsonNode[], container: JsonNode): ReadonlyMap<JsonNode, number> {
  const waits = new Map(nodes.map((node) => [node, waitedFor(node, container).filter((one) => one !== node)]))
  const levels = new Map<JsonNode, number>()
  const followers = new Map<JsonNode, JsonNode[]>()
  const open = new Map([...waits].map(([node, before]) => [node, before.length]))
  for (const [node, before] of waits) {
    for (const one of before) followers.set(one, [...(followers.get(one) ?? []), node])
  }
  const ready = nodes.filter((node) => open.get(node) === 0)
  for (let at = 0; at < ready.length; at++) {
    const node = ready[at]
    if (node === undefined) break
    levels.set(node, Math.max(0, ...(waits.get(node) ?? []).map((one) => (levels.get(one) ?? 0) + 1)))
    for (const follower of followers.get(node) ?? []) {
      const rest = (open.get(follower) ?? 0) - 1
      open.set(follower, rest)
      if (rest === 0) ready.push(follower)
    }
  }
  const last = Math.max(-1, ...levels.values())
  for (const node of nodes) if (!levels.has(node)) levels.set(node, last + 1)
  return levels
}

function statusesOf(node: JsonNode, before: JsonNode): string {
  const entry = membersOf(node.member('runAfter')).find(({ key }) => key?.toLowerCase() === before.key?.toLowerCase())
  const words = (entry?.children ?? []).map(({ value }) => String(value).toLowerCase().replace('timedout', 'timed out'))
  if (words.length === 1 && words[0] === 'succeeded') return ''
  return words.length >= 4 ? 'in any case' : words.join(', ')
}

function countOf(node: JsonNode): number {
  let count = 0
  const open = [node]
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    count++
    const holders = [one, one.member('else'), one.member('default'), ...membersOf(one.member('cases'))]
    for (const holder of holders) open.push(...objectsOf(holder?.member('actions')))
  }
  return count
}
