import type { AnyNode } from 'acorn'
import type { Binding } from './names.ts'
import type { Script, TextPlace } from './script.ts'
import { bareOf, type FunctionNode, isFunction, lastNameOf } from './script-nodes.ts'

/** One entry of an object that was written out. */
export interface Entry {
  readonly key: string
  readonly keyAt: TextPlace
  readonly value: Value
}

/** What an expression is, as far as its text says; never guessed. */
export type Value =
  | { readonly kind: 'text'; readonly text: string; readonly at: TextPlace }
  | { readonly kind: 'number'; readonly number: number; readonly at: TextPlace }
  | { readonly kind: 'other'; readonly literal: boolean | null | undefined; readonly at: TextPlace }
  | {
      readonly kind: 'object'
      readonly entries: ReadonlyMap<string, Entry>
      /** False where a part is spread or computed from something unknown. */
      readonly isWhole: boolean
      readonly at: TextPlace
    }
  | { readonly kind: 'list'; readonly at: TextPlace }
  | { readonly kind: 'function'; readonly node: FunctionNode; readonly script: Script; readonly at: TextPlace }
  | { readonly kind: 'unknown'; readonly why: string; readonly at: TextPlace }

/** What following values needs beside the script. */
export interface Following {
  /** Names that other scripts of the page declare at their top. */
  shared(name: string): { readonly script: Script; readonly binding: Binding } | undefined
  /** What was followed already, so that nothing is followed twice however often it is named. */
  readonly known: Map<AnyNode, Value>
}

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
      return frozenOrCalled(bare, inner, unknown)
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

/** `Object.freeze(x)` is `x`; what another call gives is known only when it runs. */
function frozenOrCalled(
  node: Extract<AnyNode, { type: 'CallExpression' }>,
  follow: (node: AnyNode) => Value,
  unknown: (why: string) => Value,
): Value {
  const first = node.arguments[0]
  if (lastNameOf(node.callee) === 'freeze' && first !== undefined && first.type !== 'SpreadElement')
    return follow(first)
  return unknown('a call gives it while the page runs')
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
  const holder = followValue(script, node.object, following, depth + 1)
  if (holder.kind !== 'object') return { kind: 'unknown', why: 'what it belongs to is not known', at }
  const found = holder.entries.get(name)
  if (found !== undefined) return found.value
  return holder.isWhole ? { kind: 'other', literal: undefined, at } : { kind: 'unknown', why: 'a part is unknown', at }
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
  const { binding } = found
  if (binding.kind === 'parameter') return unknown(`"${node.name}" is handed in by a caller`)
  if (binding.kind === 'import') return unknown(`"${node.name}" comes from another module`)
  if (binding.isUnclear || binding.values.length > 1) return unknown(`"${node.name}" is given more than one value`)
  const value = binding.values[0]
  return value === undefined
    ? unknown(`"${node.name}" is given no value here`)
    : followValue(found.script, value, following, depth + 1)
}

/** What a value is within a text; undefined where that cannot be told. */
function plainTextOf(value: Value): string | undefined {
  if (value.kind === 'text') return value.text
  if (value.kind === 'number') return String(value.number)
  return value.kind === 'other' ? String(value.literal) : undefined
}
