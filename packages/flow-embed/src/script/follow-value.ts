import type { AnyNode } from 'acorn'
import { deepest, memberValue, nameValue, type Walk } from './follow-names.ts'
import { madeAddress } from './made-address.ts'
import type { Script, TextPlace } from './script.ts'
import { bareOf, isFunction, lastNameOf } from './script-nodes.ts'
import type { Entry, Following, Value } from './value.ts'
import { wrapperModule } from './wrapper-module.ts'

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

function walkOver(following: Following): Walk {
  return { following, follow: (script, node, depth) => followValue(script, node, following, depth) }
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
      return memberValue(walkOver(following), script, bare, depth)
    case 'Identifier':
      return nameValue(walkOver(following), script, bare, depth)
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

/** What a value is within a text; undefined where that cannot be told. */
function plainTextOf(value: Value): string | undefined {
  if (value.kind === 'text') return value.text
  if (value.kind === 'number') return String(value.number)
  return value.kind === 'other' ? String(value.literal) : undefined
}
