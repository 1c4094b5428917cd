import { type AnyNode, parseExpressionAt } from 'acorn'
import { followValue } from '../script/follow-value.ts'
import type { Binding } from '../script/names.ts'
import type { Script } from '../script/script.ts'
import { bareOf, isFunction, lastNameOf } from '../script/script-nodes.ts'
import type { Following, Value } from '../script/value.ts'
import type { HtmlPage, PageAttribute, PageElement } from './html-page.ts'

/**
 * A template with the attributes followed that it binds to names of its component's scripts: constants, what `ref` was made
 * with and `computed` gives. What else is bound stays unknown.
 */
export function followBindings(template: HtmlPage, scripts: readonly Script[], following: Following): HtmlPage {
  const own = scripts.filter(({ file }) => file === template.file)
  const made = new Map<PageElement, PageElement>()
  const elements = template.elements.map((element) => {
    const attributes = new Map<string, PageAttribute>()
    for (const [name, attribute] of element.attributes) attributes.set(name, followed(attribute, own, following))
    const copy = { ...element, attributes, parent: element.parent && (made.get(element.parent) ?? element.parent) }
    made.set(element, copy)
    return copy
  })
  return { ...template, elements }
}

function followed(attribute: PageAttribute, scripts: readonly Script[], following: Following): PageAttribute {
  const { expression, at } = attribute
  if (expression === undefined) return attribute
  const value = boundTo(expression, attribute, scripts, following)
  if (value?.kind === 'text') return { value: value.text, at }
  return value?.kind === 'number' ? { value: String(value.number), at } : attribute
}

function boundTo(
  expression: string,
  { at }: PageAttribute,
  scripts: readonly Script[],
  following: Following,
): Value | undefined {
  const node = parsed(expression)
  if (node === undefined) return undefined
  const declaredIn = (name: string): { script: Script; binding: Binding } | undefined => {
    for (const script of scripts) {
      const binding = script.names.top.get(name)
      if (binding !== undefined) return { script, binding }
    }
    return undefined
  }
  const found = node.type === 'Identifier' ? declaredIn(node.name) : undefined
  const unwrapped = found && unwrappedOf(found.binding)
  if (found !== undefined && unwrapped !== undefined) return followValue(found.script, unwrapped, following)
  const [script] = scripts
  if (script === undefined) return undefined
  // The expression is a script of its own that shares what the component's scripts declare.
  const names = { bindingOf: () => undefined, parentOf: () => undefined, top: new Map() }
  return followValue({ ...script, names, placeOf: () => at }, node, { ...following, shared: declaredIn })
}

function parsed(expression: string): AnyNode | undefined {
  try {
    const node = parseExpressionAt(expression, 0, { ecmaVersion: 'latest', sourceType: 'module' })
    return expression.slice(node.end).trim() === '' ? node : undefined
  } catch (error) {
    // Templates may hold filters and types, which are no expressions.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined
    throw error
  }
}

/** What templates see of `ref(x)` and `computed(() => x)`: `x`. */
function unwrappedOf({ values: [value, ...others] }: Binding): AnyNode | undefined {
  const call = value === undefined || others.length > 0 ? undefined : bareOf(value)
  const [first] = call?.type === 'CallExpression' ? call.arguments : []
  if (call?.type !== 'CallExpression' || first === undefined) return undefined
  const maker = lastNameOf(call.callee)
  if (maker === 'computed') return isFunction(first) && first.body.type !== 'BlockStatement' ? first.body : undefined
  return maker === 'ref' || maker === 'shallowRef' ? first : undefined
}
