import type { AnyNode } from 'acorn'
import type { Binding } from '../script/names.ts'
import type { Script } from '../script/script.ts'
import { bareOf, type FunctionNode, isFunction, nodesOf } from '../script/script-nodes.ts'
import type { Following, HandedIn } from '../script/value.ts'
import { asMarkup, asNode, givenBy, type MarkupNode, nameOf } from './markup-nodes.ts'

/** One element that a component stands for. */
interface ComponentUse {
  readonly script: Script
  /** What it is given by name; undefined for one that only stands there. */
  readonly properties: ReadonlyMap<string, AnyNode | undefined>
  /** More is put in that is not listed. */
  readonly isOpen: boolean
}

type ImportedBy = Pick<Following, 'imported'>['imported']

const mostHops = 8

/** Tells what the uses of components in markup hand in; they are looked for when somebody first asks. */
export function handedToOver(scripts: readonly Script[], imported: ImportedBy): Following['handedTo'] {
  let uses: ReadonlyMap<FunctionNode, readonly ComponentUse[]> | undefined
  return (component, property) => {
    uses ??= usesIn(scripts, imported)
    const found = uses.get(component) ?? []
    const given = found.map(({ script, properties, isOpen }): HandedIn | undefined => {
      const node = properties.get(property)
      return node === undefined || isOpen ? undefined : { script, node }
    })
    const seen = given.filter((one) => one !== undefined)
    return seen.length > 0 && seen.length === given.length ? seen : undefined
  }
}

function usesIn(scripts: readonly Script[], imported: ImportedBy): ReadonlyMap<FunctionNode, readonly ComponentUse[]> {
  const uses = new Map<FunctionNode, ComponentUse[]>()
  for (const script of scripts) {
    if (script.dialect?.hasMarkup !== true) continue
    for (const node of nodesOf(script.program)) {
      const opening = asMarkup(node)
      if (opening.type !== 'JSXOpeningElement') continue
      const binding = script.names.top.get(nameOf(opening.name))
      const component = binding && componentOf(script, binding, imported, 0)
      if (component === undefined) continue
      const known = uses.get(component)
      if (known === undefined) uses.set(component, [useOf(script, opening)])
      else known.push(useOf(script, opening))
    }
  }
  return uses
}

function useOf(script: Script, { attributes = [] }: MarkupNode): ComponentUse {
  const own = attributes.filter(({ type }) => type === 'JSXAttribute')
  return {
    script,
    isOpen: own.length < attributes.length,
    properties: new Map(
      own.map((attribute) => {
        const given = givenBy(attribute)
        return [nameOf(attribute.name), given && asNode(given)]
      }),
    ),
  }
}

/** The function of a component: declared, kept in a constant, or wrapped as by `memo` and `forwardRef`. */
function componentOf(script: Script, binding: Binding, imported: ImportedBy, hops: number): FunctionNode | undefined {
  if (hops > mostHops) return undefined
  if (binding.from !== undefined) {
    const found = imported(script, binding.from)
    if (found === undefined) return undefined
    return 'binding' in found
      ? componentOf(found.script, found.binding, imported, hops + 1)
      : componentIn(found.script, found.node, imported, hops + 1)
  }
  const [value, ...others] = binding.values
  return value === undefined || others.length > 0 ? undefined : componentIn(script, value, imported, hops + 1)
}

function componentIn(script: Script, node: AnyNode, imported: ImportedBy, hops: number): FunctionNode | undefined {
  const bare = bareOf(node)
  if (isFunction(bare)) return bare
  if (bare.type === 'Identifier') {
    const binding = script.names.bindingOf(bare)
    return binding && componentOf(script, binding, imported, hops)
  }
  const [first] = bare.type === 'CallExpression' ? bare.arguments : []
  return first === undefined || hops > mostHops ? undefined : componentIn(script, first, imported, hops + 1)
}
