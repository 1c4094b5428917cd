import type { AnyNode } from 'acorn'
import { widgetHosts } from '../hosts.ts'
import type { Binding } from './names.ts'
import type { Script, TextPlace } from './script.ts'
import { lastNameOf } from './script-nodes.ts'
import type { Following, Value } from './value.ts'
import { wrapperModule } from './wrapper-module.ts'

/** How far one value may lead to another. */
export const deepest = 12

/** Why a parameter is not known; what is made with it is not known for the same reason. */
const byCaller = 'is handed in by a caller'

/** What following names takes: how expressions are followed, and what is known beyond their script. */
export interface Walk {
  readonly following: Following
  follow(script: Script, node: AnyNode, depth: number): Value
}

/** Constants of Microsoft's script have the values of the same name; others are looked up in the object they belong to. */
export function memberValue(
  walk: Walk,
  script: Script,
  node: Extract<AnyNode, { type: 'MemberExpression' }>,
  depth: number,
): Value {
  const at = script.placeOf(node)
  const name = lastNameOf(node)
  if (name === undefined) return { kind: 'unknown', why: 'which member it is, is computed', at }
  const owner = lastNameOf(node.object)
  const isGlobal = node.object.type !== 'Identifier' || script.names.bindingOf(node.object) === undefined
  if (isGlobal && (owner === 'WidgetTypes' || owner === 'OAuthHandlers' || owner === 'WellKnownHostIds'))
    return { kind: 'text', text: name, at }
  const own = node.object.type === 'Identifier' ? script.names.bindingOf(node.object) : undefined
  if (own?.from !== undefined) return importedMember(walk, script, own.from, name, at, depth)
  if (own?.of?.index === 0) {
    const given = handedIn(walk, { function: own.of.function, key: name }, depth)
    if (given !== undefined) return given
  }
  const call = own?.values.length === 1 ? own.values[0] : undefined
  if (own !== undefined && call?.type === 'CallExpression' && isReference(call, name))
    return referredValue(walk, script, own, call, at, depth)
  const holder = walk.follow(script, node.object, depth + 1)
  if (holder.kind !== 'object') {
    const isHandedIn = holder.kind === 'unknown' && holder.why.endsWith(byCaller)
    return { kind: 'unknown', why: isHandedIn ? holder.why : 'what it belongs to is not known', at }
  }
  const found = holder.entries.get(name)
  if (found !== undefined) return found.value
  return holder.isWhole ? { kind: 'other', literal: undefined, at } : { kind: 'unknown', why: 'a part is unknown', at }
}

/** A member of what a module hands out: of all of it, or of one object. */
function importedMember(
  walk: Walk,
  script: Script,
  from: NonNullable<Binding['from']>,
  name: string,
  at: TextPlace,
  depth: number,
): Value {
  if (from.module === wrapperModule && from.imported === 'widgetHosts' && Object.hasOwn(widgetHosts, name))
    return { kind: 'text', text: new Map(Object.entries(widgetHosts)).get(name) ?? '', at }
  if (from.imported === '*') return importedValue(walk, script, { ...from, imported: name }, at, depth)
  const holder = importedValue(walk, script, from, at, depth)
  if (holder.kind !== 'object')
    return holder.kind === 'unknown' ? holder : { kind: 'unknown', why: 'what it belongs to is not known', at }
  const found = holder.entries.get(name)
  if (found !== undefined) return found.value
  return holder.isWhole ? { kind: 'other', literal: undefined, at } : { kind: 'unknown', why: 'a part is unknown', at }
}

function importedValue(
  walk: Walk,
  script: Script,
  from: NonNullable<Binding['from']>,
  at: TextPlace,
  depth: number,
): Value {
  const found = walk.following.imported(script, from)
  if (found === undefined) {
    return { kind: 'unknown', why: `"${from.imported}" comes from ${from.module}, which was not given`, at }
  }
  return 'node' in found
    ? walk.follow(found.script, found.node, depth + 1)
    : boundValue(walk, found.script, found.binding, at, depth)
}

/** True for `x.current` of React's useRef and `x.value` of Vue's ref. */
function isReference({ callee }: Extract<AnyNode, { type: 'CallExpression' }>, member: string): boolean {
  const maker = lastNameOf(callee)
  if (member === 'current') return maker === 'useRef' || maker === 'createRef'
  return member === 'value' && (maker === 'ref' || maker === 'shallowRef' || maker === 'useTemplateRef')
}

/** What a reference holds: an element that the framework puts there, or what it was made with. */
function referredValue(
  walk: Walk,
  script: Script,
  binding: Binding,
  { callee, arguments: given }: Extract<AnyNode, { type: 'CallExpression' }>,
  at: TextPlace,
  depth: number,
): Value {
  const why = 'it is set while the page runs'
  const first = given[0]
  const value =
    first === undefined || first.type === 'SpreadElement' ? undefined : walk.follow(script, first, depth + 1)
  if (lastNameOf(callee) === 'useTemplateRef') {
    return { kind: 'unknown', why, at, ...(value?.kind === 'text' && { element: { reference: value.text, script } }) }
  }
  if (value?.kind === 'object' || value?.kind === 'function') return value
  const isEmpty = value === undefined || value.kind === 'other'
  return { kind: 'unknown', why, at, ...(isEmpty && { element: { reference: binding, script } }) }
}

/** What a name stands for. */
export function nameValue(
  walk: Walk,
  script: Script,
  node: Extract<AnyNode, { type: 'Identifier' }>,
  depth: number,
): Value {
  const at = script.placeOf(node)
  const unknown = (why: string): Value => ({ kind: 'unknown', why, at })
  const own = script.names.bindingOf(node)
  if (own === undefined && node.name === 'undefined') return { kind: 'other', literal: undefined, at }
  const found = own === undefined ? walk.following.shared(node.name) : { script, binding: own }
  if (found === undefined) return unknown(`"${node.name}" is declared nowhere in the scripts given`)
  return boundValue(walk, found.script, found.binding, at, depth)
}

/** What a declared name stands for, wherever it is used. */
function boundValue(walk: Walk, script: Script, binding: Binding, at: TextPlace, depth: number): Value {
  const { name } = binding
  const unknown = (why: string): Value => ({ kind: 'unknown', why, at })
  if (depth > deepest) return unknown('it leads through too many names')
  if (binding.kind === 'parameter') {
    return handedIn(walk, binding.property, depth) ?? unknown(`"${name}" ${byCaller}`)
  }
  if (binding.from !== undefined) return importedValue(walk, script, binding.from, at, depth + 1)
  if (binding.isUnclear || binding.values.length > 1) return unknown(`"${name}" is given more than one value`)
  const value = binding.values[0]
  return value === undefined ? unknown(`"${name}" is given no value here`) : walk.follow(script, value, depth + 1)
}

/**
 * What every use of a component hands in as one of its properties; undefined where no use is seen, or they hand in different
 * things.
 */
function handedIn(walk: Walk, property: Binding['property'], depth: number): Value | undefined {
  if (property === undefined) return undefined
  const given = walk.following.handedTo(property.function, property.key)
  const values = given?.map(({ script, node }) => walk.follow(script, node, depth + 1)) ?? []
  const [first, ...others] = values
  const isSame = (other: Value): boolean =>
    (first?.kind === 'text' && other.kind === 'text' && first.text === other.text) ||
    (first?.kind === 'function' && other.kind === 'function' && first.node === other.node)
  return first !== undefined && others.every(isSame) ? first : undefined
}
