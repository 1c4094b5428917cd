import type { JsonNode } from '@sevenstep/located-json'
import { membersOf } from '../checks/placed-flow.ts'
import { waitedFor } from '../checks/run-order.ts'
import { withoutSecrets } from '../scrub/text-leaks.ts'

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
  const all = objectsOf(definition?.member('triggers'))
  const triggers = all.slice(0, most).map((node) => stepOf(node, budget, true))
  budget.left += all.length - triggers.length
  const body = branchOf('', definition?.member('actions'), budget)
  return { title: inOneLine(withoutSecrets(title)), triggers, body, left: budget.left }
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
  return {
    name: spaced(node.key ?? ''),
    type,
    note: inOneLine(withoutSecrets(noteOf(node, type))),
    isTrigger,
    branches,
  }
}

/** Blanks of a name are written as underscores. What is secret in it has to go first: it may hold underscores of its own. */
function spaced(name: string): string {
  return inOneLine(withoutSecrets(name).replaceAll('_', ' ')) || '(no name)'
}

/**
 * A text of the package on one line and in the order it is written: breaks would make further steps of the outline out
 * of one name, and characters that turn the direction of a text would show another one.
 */
function inOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\s]+/gu, ' ').trim()
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
    const label =
      value === undefined || value === null ? spaced(item.key ?? '') : inOneLine(withoutSecrets(String(value)))
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
  const rows: Step[][] = []
  for (const [node, step] of steps) {
    const level = levels.get(node) ?? 0
    const row = rows[level]
    if (row === undefined) rows[level] = [step]
    else row.push(step)
  }
  const links = [...steps].flatMap(([node, to]) =>
    waitedFor(node, container).flatMap((before): Link[] => {
      const from = steps.get(before)
      return from === undefined || from === to ? [] : [{ from, to, statuses: statusesOf(node, before) }]
    }),
  )
  return { label, rows: rows.filter((row) => row !== undefined), links }
}

/** How far down each step stands: below everything it waits for. What waits in circles stands below all others. */
function levelsOf(nodes: readonly JsonNode[], container: JsonNode): ReadonlyMap<JsonNode, number> {
  const levels = new Map<JsonNode, number>()
  const followers = new Map<JsonNode, JsonNode[]>()
  const open = new Map<JsonNode, number>()
  for (const node of nodes) {
    const before = waitedFor(node, container)
    open.set(node, before.length)
    for (const one of before) {
      const known = followers.get(one)
      if (known === undefined) followers.set(one, [node])
      else known.push(node)
    }
  }
  let last = -1
  const ready = nodes.filter((node) => open.get(node) === 0)
  for (const node of ready) {
    const level = waitedFor(node, container).reduce((most, one) => Math.max(most, (levels.get(one) ?? 0) + 1), 0)
    levels.set(node, level)
    last = Math.max(last, level)
    for (const follower of followers.get(node) ?? []) {
      const rest = (open.get(follower) ?? 0) - 1
      open.set(follower, rest)
      if (rest === 0) ready.push(follower)
    }
  }
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
    for (const holder of holders) for (const inner of objectsOf(holder?.member('actions'))) open.push(inner)
  }
  return count
}
