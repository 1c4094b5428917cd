import type { Program } from 'acorn'

/** A node of any kind, as the parser gives it. */
interface LooseNode {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

/** Keys of nodes under which only types and places stand. */
const ofTypes: ReadonlySet<string> = new Set([
  'loc',
  'extra',
  'range',
  'typeAnnotation',
  'typeParameters',
  'typeArguments',
  'returnType',
  'superTypeParameters',
  'superTypeArguments',
  'implements',
])

/**
 * Takes out of a parsed program what TypeScript adds to JavaScript: annotations and declarations of types go, expressions
 * that only state a type give way to what they are about, and enums, namespaces and `import … = require` become what they
 * are translated to. Gives nodes of its own, as small as acorn's: what walks over them takes much longer over the parser's.
 *
 * @throws RangeError for a program that is nested too deeply
 */
export function withoutTypes(program: unknown): Program {
  // What the parser gives always has a type and a place, and without types every node has the form that acorn gives it;
  // only markup keeps its own.
  return copied(program as LooseNode) as unknown as Program
}

function copied(node: LooseNode): LooseNode {
  const copy: LooseNode = { type: node.type, start: node.start, end: endOf(node) }
  for (const key in node) {
    const value = node[key]
    if (value === undefined || ofTypes.has(key) || Object.hasOwn(copy, key)) continue
    if (Array.isArray(value)) copy[key] = copiedList(value, node)
    else if (isNode(value)) {
      const kept = plain(value, node)
      copy[key] = kept === undefined ? null : copied(kept)
    } else copy[key] = value
  }
  return copy
}

function copiedList(list: readonly unknown[], parent: LooseNode): readonly unknown[] {
  const kept: unknown[] = []
  for (const item of list) {
    if (!isNode(item)) kept.push(item)
    else {
      const one = plain(item, parent)
      if (one !== undefined) kept.push(copied(one))
    }
  }
  return kept
}

/** What stands in a node's place in JavaScript; undefined where nothing does. */
function plain(node: LooseNode, parent: LooseNode): LooseNode | undefined {
  if (node.declare === true) return undefined
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
      return isNode(node.expression) ? plain(node.expression, parent) : undefined
    case 'TSParameterProperty':
      return isNode(node.parameter) ? node.parameter : undefined
    case 'TSExportAssignment':
      return { ...node, type: 'ExpressionStatement' }
    case 'TSEnumDeclaration':
      return enumObject(node)
    case 'TSModuleDeclaration':
      return node.kind === 'global' || !isNode(node.body) ? undefined : plain(node.body, node)
    case 'TSModuleBlock':
      return { ...node, type: 'BlockStatement' }
    case 'TSImportEqualsDeclaration':
      return importedModule(node)
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportSpecifier':
    case 'ExportSpecifier':
      return statesTypes(node) ? undefined : node
    case 'MethodDefinition':
      return isNode(node.value) && node.value.type !== 'TSEmptyBodyFunctionExpression' ? node : undefined
    case 'Identifier':
      // `this` as a parameter only states its type.
      return node.name === 'this' && isListOf(parent.params, node) ? undefined : node
    default:
      return node.type.startsWith('TS') ? undefined : node
  }
}

function statesTypes({ importKind, exportKind, specifiers, declaration }: LooseNode): boolean {
  if (importKind === 'type' || importKind === 'typeof' || exportKind === 'type') return true
  if (isNode(declaration)) return plain(declaration, declaration) === undefined
  return (
    Array.isArray(specifiers) &&
    specifiers.length > 0 &&
    specifiers.every((one: unknown) => isNode(one) && statesTypes(one))
  )
}

/** `enum Tab { Mine = 'myFlows' }` as the constant object that it is when it runs. */
function enumObject(node: LooseNode): LooseNode {
  const { start, end } = node
  const members = Array.isArray(node.members) ? node.members.filter(isNode) : []
  const properties = members.map((member, index): LooseNode => {
    const place = { start: member.start, end: member.end }
    const value = isNode(member.initializer)
      ? member.initializer
      : { type: 'Literal', value: index, raw: String(index), ...place }
    return {
      type: 'Property',
      kind: 'init',
      method: false,
      shorthand: false,
      computed: false,
      key: member.id,
      value,
      ...place,
    }
  })
  const init: LooseNode = { type: 'ObjectExpression', properties, start, end }
  const declarator: LooseNode = { type: 'VariableDeclarator', id: node.id, init, start, end }
  return { type: 'VariableDeclaration', kind: 'const', declarations: [declarator], start, end }
}

/** `import fs = require('fs')`; names of namespaces stand for nothing that is followed. */
function importedModule({ id, moduleReference, importKind, start, end }: LooseNode): LooseNode | undefined {
  const isModule = isNode(moduleReference) && moduleReference.type === 'TSExternalModuleReference'
  if (!isModule || importKind === 'type') return undefined
  const specifier: LooseNode = { type: 'ImportDefaultSpecifier', local: id, start, end }
  return { type: 'ImportDeclaration', specifiers: [specifier], source: moduleReference.expression, start, end }
}

/** The parser counts an annotation into the place of the name before it. */
function endOf({ type, name, typeAnnotation, start, end }: LooseNode): number {
  const isAnnotated = type === 'Identifier' && typeof name === 'string' && isNode(typeAnnotation)
  return isAnnotated ? Math.min(end, start + name.length) : end
}

function isListOf(list: unknown, node: LooseNode): boolean {
  return Array.isArray(list) && list.includes(node)
}

function isNode(value: unknown): value is LooseNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
