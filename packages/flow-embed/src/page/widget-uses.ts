import type { AnyNode } from 'acorn'
import { followValue } from '../script/follow-value.ts'
import type { Binding } from '../script/names.ts'
import type { Script } from '../script/script.ts'
import { bareOf, isFunction, lastNameOf, nodesOf, pathTextOf } from '../script/script-nodes.ts'
import type { Following } from '../script/value.ts'
import type { Rendering } from './host-page.ts'
import { exportsOf } from './modules.ts'

type Call = Extract<AnyNode, { type: 'CallExpression' }>

const uses = new Set(['listen', 'notify', 'dispose', 'on', 'answer', 'ask'])

/** Widgets that modules hand out, and those that another module was seen to take in. */
export interface HandedOut {
  readonly given: Set<Rendering>
  readonly taken: Set<Rendering>
}

/** Ties listeners and calls of one script to the widgets they belong to, and notes widgets that leave our sight. */
export class WidgetUses {
  readonly #script: Script
  readonly #renderings: readonly Rendering[]
  readonly #own: ReadonlyMap<AnyNode, Rendering>
  readonly #following: Following
  readonly #handedOut: HandedOut
  /** Widgets kept in members, by the text of their path. */
  readonly #byPath = new Map<string, Rendering[]>()

  constructor(script: Script, renderings: readonly Rendering[], following: Following, handedOut: HandedOut) {
    this.#script = script
    this.#renderings = renderings
    this.#own = new Map(renderings.filter((one) => one.script === script).map((one) => [one.node, one]))
    this.#following = following
    this.#handedOut = handedOut
  }

  collect(): void {
    for (const rendering of this.#own.values()) this.#noteWhereItGoes(rendering)
    for (const node of nodesOf(this.#script.program)) {
      if (node.type === 'CallExpression') this.#collectCall(node)
      else if (node.type === 'MemberExpression') this.#collectHandedOn(node)
      else if (node.type === 'AssignmentExpression') this.#collectCallback(node.left, node.right)
    }
  }

  /** Where the widget itself is put; what cannot be followed makes it unseen. */
  #noteWhereItGoes(rendering: Rendering): void {
    const { names } = this.#script
    let node: AnyNode = rendering.node
    let parent = names.parentOf(node)
    while (parent !== undefined && bareOf(parent) !== parent) {
      node = parent
      parent = names.parentOf(node)
    }
    switch (parent?.type) {
      case 'ReturnStatement':
      case 'ArrowFunctionExpression':
        rendering.unseen = 'it is given back to a caller'
        return
      case 'Property':
      case 'ArrayExpression':
        rendering.unseen = 'it is put into an object'
        return
      case 'CallExpression':
        if (parent.arguments.some((one) => one === node)) rendering.unseen = 'it is handed to a function'
        return
      case 'AssignmentExpression': {
        const path = parent.left.type === 'MemberExpression' ? pathTextOf(parent.left) : undefined
        if (path === undefined) {
          if (parent.left.type === 'MemberExpression') rendering.unseen = 'it is kept where it cannot be followed'
          else this.#noteBinding(names.bindingOf(parent.left), rendering)
        } else this.#byPath.set(path, [...(this.#byPath.get(path) ?? []), rendering])
        return
      }
      case 'ExportDefaultDeclaration':
        this.#handedOut.given.add(rendering)
        return
      case 'VariableDeclarator':
        this.#noteBinding(names.bindingOf(parent.id), rendering)
        return
      default:
    }
  }

  #noteBinding(binding: Binding | undefined, rendering: Rendering): void {
    const exported = [...exportsOf(this.#script).values()]
    if (binding !== undefined && exported.some((one) => one.kind === 'name' && one.name === binding.name))
      this.#handedOut.given.add(rendering)
    for (const reference of binding?.references ?? []) {
      const parent = this.#script.names.parentOf(reference)
      if (parent?.type === 'ReturnStatement') rendering.unseen = 'it is given back to a caller'
      else if (parent?.type === 'Property' && parent.value === reference) rendering.unseen = 'it is put into an object'
      else if (parent?.type === 'AssignmentExpression' && parent.right === reference)
        rendering.unseen = 'it is kept elsewhere too'
      else if (parent?.type === 'CallExpression' && parent.arguments.some((one) => one === reference)) {
        const callee = followValue(this.#script, parent.callee, this.#following)
        if (callee.kind !== 'function') rendering.unseen = 'it is handed to a function of elsewhere'
      }
    }
  }

  #collectCall(node: Call): void {
    if (node.callee.type !== 'MemberExpression') return
    const name = lastNameOf(node.callee)
    if (name === undefined || !uses.has(name)) return
    const rendering = this.#renderingOf(node.callee.object, node)
    if (rendering === undefined) {
      if (name === 'listen') this.#noteStray()
      return
    }
    const [first, second] = node.arguments
    const value = (argument: (typeof node.arguments)[number] | undefined) =>
      argument === undefined || argument.type === 'SpreadElement'
        ? undefined
        : followValue(this.#script, argument, this.#following)
    const at = this.#script.placeOf(node.callee.property)
    if (name === 'listen' || name === 'on' || name === 'answer')
      this.#addListener(rendering, node, value(first), value(second), at)
    else rendering.calls.push({ name, first: value(first), node, script: this.#script, at })
  }

  /** `return widget.dispose` and `const dispose = widget.dispose`: somebody else calls it. */
  #collectHandedOn(node: Extract<AnyNode, { type: 'MemberExpression' }>): void {
    const parent = this.#script.names.parentOf(node)
    const isCalled = parent?.type === 'CallExpression' && parent.callee === node
    if (lastNameOf(node) !== 'dispose' || isCalled || parent?.type === 'MemberExpression') return
    const rendering = this.#renderingOf(node.object, node)
    const at = this.#script.placeOf(node.property)
    rendering?.calls.push({ name: 'dispose', first: undefined, node, script: this.#script, at })
  }

  /** The older way: `widget.callbacks.GET_ACCESS_TOKEN = …`. */
  #collectCallback(left: AnyNode, right: AnyNode): void {
    if (left.type !== 'MemberExpression' || left.object.type !== 'MemberExpression') return
    const event = lastNameOf(left)
    if (event === undefined || lastNameOf(left.object) !== 'callbacks') return
    const rendering = this.#renderingOf(left.object.object, left)
    if (rendering === undefined) return
    const at = this.#script.placeOf(left.property)
    const callback = followValue(this.#script, right, this.#following)
    rendering.listeners.push({ event, eventAt: at, callback, node: left, script: this.#script, at })
  }

  #addListener(
    rendering: Rendering,
    node: Call,
    event: ReturnType<typeof followValue> | undefined,
    callback: ReturnType<typeof followValue> | undefined,
    at: Rendering['at'],
  ): void {
    if (event?.kind !== 'text') {
      rendering.unseen = 'which event is listened to is computed'
      return
    }
    const missing = { kind: 'other', literal: undefined, at } as const
    rendering.listeners.push({
      event: event.text,
      eventAt: event.at,
      callback: callback ?? missing,
      node,
      script: this.#script,
      at,
    })
  }

  /** The widget an expression stands for: the call itself, a name, a member, or a parameter it is handed to. */
  #renderingOf(expression: AnyNode, use: AnyNode): Rendering | undefined {
    const node = bareOf(expression)
    const own = this.#own.get(node)
    if (own !== undefined) return own
    if (node.type === 'MemberExpression') {
      return latestBefore(this.#byPath.get(pathTextOf(node) ?? '') ?? [], use)
    }
    if (node.type !== 'Identifier') return undefined
    const binding = this.#script.names.bindingOf(node)
    if (binding === undefined) return this.#shared(node.name)
    if (binding.of !== undefined) return this.#handedIn(binding)
    if (binding.from !== undefined) return this.#takenIn(binding.from)
    const found = binding.values.flatMap((value) => this.#own.get(bareOf(value)) ?? [])
    return latestBefore(found, use)
  }

  #shared(name: string): Rendering | undefined {
    const value = this.#following.shared(name)?.binding.values.map(bareOf) ?? []
    return this.#renderings.find(({ node }) => value.includes(node))
  }

  /** A widget that another module hands out. */
  #takenIn(from: NonNullable<Binding['from']>): Rendering | undefined {
    const found = this.#following.imported(this.#script, from)
    if (found === undefined) return undefined
    const values = ('node' in found ? [found.node] : found.binding.values).map(bareOf)
    const rendering = this.#renderings.find(({ node }) => values.includes(node))
    if (rendering !== undefined) this.#handedOut.taken.add(rendering)
    return rendering
  }

  /** A parameter of a function that is called with a widget in that place, in this script. */
  #handedIn({ of }: Binding): Rendering | undefined {
    if (of === undefined) return undefined
    const { names } = this.#script
    const parent = names.parentOf(of.function)
    const named = of.function.type === 'FunctionDeclaration' ? of.function : parent
    const id = named?.type === 'VariableDeclarator' || named?.type === 'FunctionDeclaration' ? named.id : undefined
    const binding = id?.type === 'Identifier' ? (names.bindingOf(id) ?? undefined) : undefined
    for (const reference of binding?.references ?? []) {
      const call = names.parentOf(reference)
      if (call?.type !== 'CallExpression' || call.callee !== reference) continue
      const argument = call.arguments[of.index]
      if (argument === undefined || argument.type === 'SpreadElement') continue
      const bare = bareOf(argument)
      const values = bare.type === 'Identifier' ? (names.bindingOf(bare)?.values ?? []) : [bare]
      const found = values.flatMap((value) => this.#own.get(bareOf(value)) ?? [])
      if (found[0] !== undefined) return found[0]
    }
    return undefined
  }

  /** Somebody listens on something that may be any of the widgets. */
  #noteStray(): void {
    for (const rendering of this.#renderings) {
      rendering.unseen ??= 'listen is called on something that could not be followed to a widget'
    }
  }
}

function latestBefore(found: readonly Rendering[], use: AnyNode): Rendering | undefined {
  return found.findLast(({ node }) => node.start < use.start) ?? found[0]
}

/** The function that a node stands in; undefined at the top of a script. */
export function functionAround(script: Script, node: AnyNode): AnyNode | undefined {
  let at = script.names.parentOf(node)
  while (at !== undefined && !isFunction(at)) at = script.names.parentOf(at)
  return at
}

const awaitsByHome = new WeakMap<AnyNode, readonly number[]>()

/** Whether something is awaited between two places of one function, not counting functions inside it. */
export function awaitsBetween(home: AnyNode, start: number, end: number): boolean {
  let awaits = awaitsByHome.get(home)
  if (awaits === undefined) {
    const found: number[] = []
    for (const node of nodesOf(home, (one) => !isFunction(one)))
      if (node.type === 'AwaitExpression') found.push(node.start)
    awaits = found
    awaitsByHome.set(home, found)
  }
  return awaits.some((at) => at >= start && at < end)
}
