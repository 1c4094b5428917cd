import type { AnyNode } from 'acorn'
import { widgetHosts } from '../hosts.ts'
import { madeAddress } from './made-address.ts'
import type { Binding } from './names.ts'
import type { Script, TextPlace } from './script.ts'
import { bareOf, isFunction, lastNameOf } from './script-nodes.ts'
import type { Entry, Following, Value } from './value.ts'
import { wrapperModule } from './wrapper-module.ts'

const deepest = 12
const longestText = 20_000

/**
 * Follows an expression to what it stands for: literals, objects written out, joined texts, and names that are given
 * one value only. Everything else is unknown, with the reason.
 */
export function followValue(script: Script, node: AnyNode, following: Following, depth = 0): Value {
  const known = following.known.get(node)
  if (known !== undefined) return known
  // Whoever comes back to a value while it is followed gets this.
  following.known.set(node, { kind: 'unknown', why: 'it is made from itself', at: script.placeOf(node) })
  const value = follow(script, node, following, depth)
  following.known.set(node, value)
  return value
}

function follow(script: Script, node: AnyNode, following: Following, depth: number): Value {
  const at = script.placeOf(node)
  const unknown = (why: string): Value => ({ kind: 'unknown', why, at })
  if (depth > deepest) return unknown('it leads through too many names')
  const inner = (part: AnyNode): Value => followValue(script, part, following, depth + 1)
  const bare = bareOf(node)
  if (isFunction(bare)) return { kind: 'function', node: bare, script, at }
  switch (bare.type) {
    case 'Literal':
      return literal(bare.value, at)
    case 'TemplateLiteral':
      return templateValue(bare, inner, at)
    case 'BinaryExpression':
      return bare.operator === '+' ? sum(inner(bare.left), inner(bare.right), at) : unknown('it is computed')
    case 'UnaryExpression':
      return unary(bare, inner, at)
    case 'ArrayExpression':
      return { kind: 'list', at }
    case 'ObjectExpression':
      return objectValue(script, bare, following, depth)
    case 'MemberExpression':
      return memberValue(script, bare, following, depth)
    case 'Identifier':
      return nameValue(script, bare, following, depth)
    case 'CallExpression':
      return isGalleryUrl(script, bare) ? madeAddress(givenTo(bare, inner), at) : calledValue(bare, inner, at)
    default:
      return unknown('it is computed while the page runs')
  }
}

function literal(value: unknown, at: TextPlace): Value {
  if (typeof value === 'string') return { kind: 'text', text: value, at }
  if (typeof value === 'number') return { kind: 'number', number: value, at }
  if (typeof value === 'boolean' || value === null) return { kind: 'other', literal: value, at }
  return { kind: 'unknown', why: 'it is no text, number or truth value', at }
}

function isGalleryUrl(script: Script, { callee }: Extract<AnyNode, { type: 'CallExpression' }>): boolean {
  const from = callee.type === 'Identifier' ? script.names.bindingOf(callee)?.from : undefined
  return from?.module === wrapperModule && from.imported === 'galleryUrl'
}

function givenTo(
  { arguments: [first] }: Extract<AnyNode, { type: 'CallExpression' }>,
  follow: (node: AnyNode) => Value,
): Value | undefined {
  return first === undefined || first.type === 'SpreadElement' ? undefined : follow(first)
}

/** `Object.freeze(x)` is `x`, and elements are known by their id; what another call gives is known only when it runs. */
function calledValue(
  node: Extract<AnyNode, { type: 'CallExpression' }>,
  follow: (node: AnyNode) => Value,
  at: TextPlace,
): Value {
  const first = node.arguments[0]
  const name = lastNameOf(node.callee)
  const why = 'a call gives it while the page runs'
  if (first === undefined || first.type === 'SpreadElement') return { kind: 'unknown', why, at }
  if (name === 'freeze') return follow(first)
  if (name !== 'getElementById' && name !== 'querySelector') return { kind: 'unknown', why, at }
  const given = follow(first)
  const text = given.kind === 'text' ? given.text : ''
  const id = name === 'getElementById' ? text : (/^#([\w-]+)$/.exec(text)?.[1] ?? '')
  return { kind: 'unknown', why, at, ...(id !== '' && { element: { id } }) }
}

function templateValue(
  node: Extract<AnyNode, { type: 'TemplateLiteral' }>,
  follow: (node: AnyNode) => Value,
  at: TextPlace,
): Value {
  let text = node.quasis[0]?.value.cooked ?? ''
  for (const [index, expression] of node.expressions.entries()) {
    const part = plainTextOf(follow(expression))
    if (part === undefined) return { kind: 'unknown', why: 'a part of the text is computed', at }
    if (text.length > longestText) return { kind: 'unknown', why: 'it is too long', at }
    text += part + (node.quasis[index + 1]?.value.cooked ?? '')
  }
  return { kind: 'text', text, at }
}

function sum(left: Value, right: Value, at: TextPlace): Value {
  if (left.kind === 'number' && right.kind === 'number')
    return { kind: 'number', number: left.number + right.number, at }
  const [start, end] = [plainTextOf(left), plainTextOf(right)]
  if (start === undefined || end === undefined) return { kind: 'unknown', why: 'a part of it is computed', at }
  if (start.length + end.length > longestText) return { kind: 'unknown', why: 'it is too long', at }
  return { kind: 'text', text: start + end, at }
}

function unary(
  node: Extract<AnyNode, { type: 'UnaryExpression' }>,
  follow: (node: AnyNode) => Value,
  at: TextPlace,
): Value {
  if (node.operator === 'void') return { kind: 'other', literal: undefined, at }
  const value = follow(node.argument)
  if (node.operator === '-' && value.kind === 'number') return { kind: 'number', number: -value.number, at }
  if (node.operator === '!' && value.kind === 'number') return { kind: 'other', literal: value.number === 0, at }
  if (node.operator === '!' && value.kind === 'other') return { kind: 'other', literal: !value.literal, at }
  return { kind: 'unknown', why: 'it is computed', at }
}

function objectValue(
  script: Script,
  node: Extract<AnyNode, { type: 'ObjectExpression' }>,
  following: Following,
  depth: number,
): Value {
  const entries = new Map<string, Entry>()
  let isWhole = true
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      const spread = followValue(script, property.argument, following, depth + 1)
      if (spread.kind !== 'object') isWhole = false
      else {
        for (const [key, entry] of spread.entries) entries.set(key, entry)
        isWhole &&= spread.isWhole
      }
      continue
    }
    const key = keyOf(script, property, following, depth)
    if (key === undefined) isWhole = false
    else {
      const value = followValue(script, property.value, following, depth + 1)
      entries.set(key, { key, keyAt: script.placeOf(property.key), value })
    }
  }
  return { kind: 'object', entries, isWhole, at: script.placeOf(node) }
}

function keyOf(
  script: Script,
  property: Extract<AnyNode, { type: 'Property' }>,
  following: Following,
  depth: number,
): string | undefined {
  const { key } = property
  if (property.computed) return plainTextOf(followValue(script, key, following, depth + 1))
  if (key.type === 'Identifier') return key.name
  return key.type === 'Literal' ? String(key.value) : undefined
}

/** Constants of Microsoft's script have the values of the same name; others are looked up in the object they belong to. */
function memberValue(
  script: Script,
  node: Extract<AnyNode, { type: 'MemberExpression' }>,
  following: Following,
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
  if (own?.from !== undefined) return importedMember(script, own.from, name, at, following, depth)
  const call = own?.values.length === 1 ? own.values[0] : undefined
  if (own !== undefined && call?.type === 'CallExpression' && isReference(call, name))
    return referredValue(script, own, call, at, following, depth)
  const holder = followValue(script, node.object, following, depth + 1)
  if (holder.kind !== 'object') return { kind: 'unknown', why: 'what it belongs to is not known', at }
  const found = holder.entries.get(name)
  if (found !== undefined) return found.value
  return holder.isWhole ? { kind: 'other', literal: undefined, at } : { kind: 'unknown', why: 'a part is unknown', at }
}

/** A member of what a module hands out: of all of it, or of one object. */
function importedMember(
  script: Script,
  from: NonNullable<Binding['from']>,
  name: string,
  at: TextPlace,
  following: Following,
  depth: number,
): Value {
  if (from.module === wrapperModule && from.imported === 'widgetHosts' && Object.hasOwn(widgetHosts, name))
    return { kind: 'text', text: new Map(Object.entries(widgetHosts)).get(name) ?? '', at }
  if (from.imported === '*') return importedValue(script, { ...from, imported: name }, at, following, depth)
  const holder = importedValue(script, from, at, following, depth)
  if (holder.kind !== 'object')
    return holder.kind === 'unknown' ? holder : { kind: 'unknown', why: 'what it belongs to is not known', at }
  const found = holder.entries.get(name)
  if (found !== undefined) return found.value
  return holder.isWhole ? { kind: 'other', literal: undefined, at } : { kind: 'unknown', why: 'a part is unknown', at }
}

function importedValue(
  script: Script,
  from: NonNullable<Binding['from']>,
  at: TextPlace,
  following: Following,
  depth: number,
): Value {
  const found = following.imported(script, from)
  if (found === undefined) {
    return { kind: 'unknown', why: `"${from.imported}" comes from ${from.module}, which was not given`, at }
  }
  return 'node' in found
    ? followValue(found.script, found.node, following, depth + 1)
    : boundValue(found.script, found.binding, at, following, depth)
}

/** True for `x.current` of React's useRef and `x.value` of Vue's ref. */
function isReference({ callee }: Extract<AnyNode, { type: 'CallExpression' }>, member: string): boolean {
  const maker = lastNameOf(callee)
  if (member === 'current') return maker === 'useRef' || maker === 'createRef'
  return member === 'value' && (maker === 'ref' || maker === 'shallowRef' || maker === 'useTemplateRef')
}

/** What a reference holds: an element that the framework puts there, or what it was made with. */
function referredValue(
  script: Script,
  binding: Binding,
  { callee, arguments: given }: Extract<AnyNode, { type: 'CallExpression' }>,
  at: TextPlace,
  following: Following,
  depth: number,
): Value {
  const why = 'it is set while the page runs'
  const first = given[0]
  const value =
    first === undefined || first.type === 'SpreadElement' ? undefined : followValue(script, first, following, depth + 1)
  if (lastNameOf(callee) === 'useTemplateRef') {
    return { kind: 'unknown', why, at, ...(value?.kind === 'text' && { element: { reference: value.text, script } }) }
  }
  if (value?.kind === 'object' || value?.kind === 'function') return value
  const isEmpty = value === undefined || value.kind === 'other'
  return { kind: 'unknown', why, at, ...(isEmpty && { element: { reference: binding, script } }) }
}

function nameValue(
  script: Script,
  node: Extract<AnyNode, { type: 'Identifier' }>,
  following: Following,
  depth: number,
): Value {
  const at = script.placeOf(node)
  const unknown = (why: string): Value => ({ kind: 'unknown', why, at })
  const own = script.names.bindingOf(node)
  if (own === undefined && node.name === 'undefined') return { kind: 'other', literal: undefined, at }
  const found = own === undefined ? following.shared(node.name) : { script, binding: own }
  if (found === undefined) return unknown(`"${node.name}" is declared nowhere in the scripts given`)
  return boundValue(found.script, found.binding, at, following, depth)
}

/** What a declared name stands for, wherever it is used. */
function boundValue(script: Script, binding: Binding, at: TextPlace, following: Following, depth: number): Value {
  const { name } = binding
  const unknown = (why: string): Value => ({ kind: 'unknown', why, at })
  if (depth > deepest) return unknown('it leads through too many names')
  if (binding.kind === 'parameter') return unknown(`"${name}" is handed in by a caller`)
  if (binding.from !== undefined) return importedValue(script, binding.from, at, following, depth + 1)
  if (binding.isUnclear || binding.values.length > 1) return unknown(`"${name}" is given more than one value`)
  const value = binding.values[0]
  return value === undefined
    ? unknown(`"${name}" is given no value here`)
    : followValue(script, value, following, depth + 1)
}

/** What a value is within a text; undefined where that cannot be told. */
function plainTextOf(value: Value): string | undefined {
  if (value.kind === 'text') return value.text
  if (value.kind === 'number') return String(value.number)
  return value.kind === 'other' ? String(value.literal) : undefined
}
