import type { Program } from 'acorn'

/** A node of any kind, as the parser gives it. */
interface LooseNode {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

/** Keys of nodes under which only types and places stand. */
const ofTypes = new Set([
  'loc',
  'extra',
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
 * are translated to. Changes the given program.
 */
export function withoutTypes(program: unknown): Program {
  const root = program as LooseNode // what the parser gives always has a type and a place
  const waiting: LooseNode[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const [key, value] of Object.entries(node)) {
      if (ofTypes.has(key)) {
        if (key === 'typeAnnotation' && node.type === 'Identifier') endAtName(node)
        delete node[key]
      } else if (Array.isArray(value)) {
        const kept = value.flatMap((item: unknown) => (isNode(item) ? (plain(item, node) ?? []) : [item]))
        node[key] = kept
        waiting.push(...kept.filter(isNode))
      } else if (isNode(value)) {
        const kept = plain(value, node) ?? null
        node[key] = kept
        if (kept !== null) waiting.push(kept)
      }
    }
  }
  // Without types every node has the form that acorn gives it; only markup keeps its own.
  return root as unknown as Program
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
function endAtName(node: LooseNode): void {
  if (typeof node.name === 'string') node.end = Math.min(node.end, node.start + node.name.length)
}

function isListOf(list: unknown, node: LooseNode): boolean {
  return Array.isArray(list) && list.includes(node)
}

function isNode(value: unknown): value is LooseNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
