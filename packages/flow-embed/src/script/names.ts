import type { AnyNode, Identifier, Pattern, Program } from 'acorn'
import { childrenOf, type FunctionNode, isFunction } from './script-nodes.ts'

/** A name that a script declares, with everything that is assigned to it. */
export interface Binding {
  readonly name: string
  readonly kind: 'variable' | 'function' | 'parameter' | 'import' | 'class'
  /** What it is given, at its declaration or later; a pattern's parts are given nothing that can be told. */
  readonly values: AnyNode[]
  /** Something is assigned that has no node of its own, such as `x++` or a part of a pattern. */
  isUnclear: boolean
  /** Of an import: where from and under which name. */
  readonly from?: { readonly module: string; readonly imported: string }
  /** Of a parameter: of which function, and the how manieth. */
  readonly of?: { readonly function: FunctionNode; readonly index: number }
  /** Of a name that a function's first parameter takes apart: of which function, and which property it is. */
  readonly property?: { readonly function: FunctionNode; readonly key: string }
  readonly references: Identifier[]
}

/** What the names of a script stand for. */
export interface Names {
  bindingOf(identifier: AnyNode): Binding | undefined
  parentOf(node: AnyNode): AnyNode | undefined
  /** Names declared at the top, which scripts of a page share. */
  readonly top: ReadonlyMap<string, Binding>
}

interface Scope {
  readonly outer: Scope | undefined
  readonly isOfFunction: boolean
  readonly bindings: Map<string, Binding>
}

interface Assigned {
  readonly target: AnyNode
  readonly value: AnyNode | undefined
  readonly scope: Scope
}

/** Rules walk some trees by recursion; deeper ones would end them. */
const deepestScript = 2000

/**
 * Finds what every name of a script stands for.
 *
 * @throws RangeError for a script that is nested too deeply
 */
export function readNames(program: Program): Names {
  return new NameReader(program)
}

class NameReader implements Names {
  readonly top = new Map<string, Binding>()
  readonly #parents = new Map<AnyNode, AnyNode>()
  readonly #bindings = new Map<AnyNode, Binding>()
  readonly #uses: { readonly node: Identifier; readonly scope: Scope }[] = []
  readonly #assigned: Assigned[] = []

  constructor(program: Program) {
    const global: Scope = { outer: undefined, isOfFunction: true, bindings: this.top }
    const waiting: { node: AnyNode; scope: Scope; depth: number }[] = [{ node: program, scope: global, depth: 0 }]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { node, depth } = next
      if (depth > deepestScript) throw new RangeError('The script is nested too deeply.')
      const scope = this.#enter(node, next.scope)
      const children = childrenOf(node)
      for (let at = children.length - 1; at >= 0; at--) {
        const child = children[at]
        if (child === undefined) continue
        this.#parents.set(child, node)
        waiting.push({ node: child, scope, depth: depth + 1 })
      }
    }
    for (const { node, scope } of this.#uses) {
      const binding = find(scope, node.name)
      if (binding === undefined) continue
      this.#bindings.set(node, binding)
      binding.references.push(node)
    }
    for (const { target, value, scope } of this.#assigned) this.#assign(target, value, scope)
  }

  bindingOf(identifier: AnyNode): Binding | undefined {
    return this.#bindings.get(identifier)
  }

  parentOf(node: AnyNode): AnyNode | undefined {
    return this.#parents.get(node)
  }

  /** Notes what a node declares, assigns or uses, and gives the scope of what is in it. */
  #enter(node: AnyNode, scope: Scope): Scope {
    if (isFunction(node)) return this.#enterFunction(node, scope)
    switch (node.type) {
      case 'BlockStatement':
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'SwitchStatement':
      case 'CatchClause':
        return this.#enterBlock(node, scope)
      case 'VariableDeclaration':
        this.#declareVariables(node, scope)
        return scope
      case 'ClassDeclaration':
        if (node.id !== null) declare(scope, node.id, 'class')
        return scope
      case 'ImportDeclaration':
        this.#declareImports(node, scope)
        return scope
      case 'AssignmentExpression':
        this.#assigned.push({ target: node.left, value: node.operator === '=' ? node.right : undefined, scope })
        return scope
      case 'UpdateExpression':
        this.#assigned.push({ target: node.argument, value: undefined, scope })
        return scope
      case 'Identifier':
        if (!this.#isLabel(node)) this.#uses.push({ node, scope })
        return scope
      default:
        return scope
    }
  }

  #enterFunction(node: FunctionNode, scope: Scope): Scope {
    if (node.type === 'FunctionDeclaration' && node.id !== null) declare(scope, node.id, 'function', { value: node })
    const inner: Scope = { outer: scope, isOfFunction: true, bindings: new Map() }
    if (node.type === 'FunctionExpression' && node.id) declare(inner, node.id, 'function', { value: node })
    node.params.forEach((parameter, index) => {
      if (parameter.type === 'Identifier') declare(inner, parameter, 'parameter', { of: { function: node, index } })
      else {
        const properties = index === 0 ? propertiesOf(parameter) : new Map<Identifier, string>()
        for (const name of namesIn(parameter)) {
          const key = properties.get(name)
          declare(inner, name, 'parameter', key === undefined ? {} : { property: { function: node, key } })
        }
      }
    })
    return inner
  }

  #enterBlock(node: AnyNode, scope: Scope): Scope {
    // A function's own block shares the scope of its parameters.
    const parent = this.#parents.get(node)
    if (parent !== undefined && isFunction(parent)) return scope
    const inner: Scope = { outer: scope, isOfFunction: false, bindings: new Map() }
    if (node.type === 'CatchClause' && node.param)
      for (const name of namesIn(node.param)) declare(inner, name, 'parameter')
    return inner
  }

  #declareVariables(node: Extract<AnyNode, { type: 'VariableDeclaration' }>, scope: Scope): void {
    const owner = node.kind === 'var' ? functionScopeOf(scope) : scope
    const isOfLoop = ['ForInStatement', 'ForOfStatement'].includes(this.#parents.get(node)?.type ?? '')
    for (const { id, init } of node.declarations) {
      if (id.type === 'Identifier') {
        const binding = declare(owner, id, 'variable', init ? { value: init } : {})
        if (isOfLoop) binding.isUnclear = true
      } else for (const name of namesIn(id)) declare(owner, name, 'variable').isUnclear = true
    }
  }

  #declareImports(node: Extract<AnyNode, { type: 'ImportDeclaration' }>, scope: Scope): void {
    for (const specifier of node.specifiers) {
      const imported =
        specifier.type === 'ImportDefaultSpecifier'
          ? 'default'
          : specifier.type === 'ImportNamespaceSpecifier'
            ? '*'
            : (lastNameOfSpecifier(specifier.imported) ?? '')
      declare(scope, specifier.local, 'import', { from: { module: String(node.source.value), imported } })
    }
  }

  #assign(target: AnyNode, value: AnyNode | undefined, scope: Scope): void {
    if (target.type === 'Identifier') {
      const binding = find(scope, target.name)
      if (binding === undefined) return
      if (value === undefined) binding.isUnclear = true
      else binding.values.push(value)
    } else if (target.type === 'ObjectPattern' || target.type === 'ArrayPattern') {
      for (const { name } of namesIn(target)) {
        const binding = find(scope, name)
        if (binding !== undefined) binding.isUnclear = true
      }
    }
  }

  /** True for identifiers that are names of members, keys or labels, and stand for nothing. */
  #isLabel(node: Identifier): boolean {
    const parent = this.#parents.get(node)
    switch (parent?.type) {
      case 'MemberExpression':
        return parent.property === node && !parent.computed
      case 'Property':
      case 'MethodDefinition':
      case 'PropertyDefinition':
        return parent.key === node && !parent.computed
      case 'LabeledStatement':
      case 'BreakStatement':
      case 'ContinueStatement':
      case 'MetaProperty':
      case 'ExportSpecifier':
      case 'ImportSpecifier':
        return true
      default:
        return false
    }
  }
}

function declare(
  scope: Scope,
  { name }: Identifier,
  kind: Binding['kind'],
  { value, ...rest }: { value?: AnyNode } & Pick<Binding, 'from' | 'of' | 'property'> = {},
): Binding {
  const known = scope.bindings.get(name)
  if (known !== undefined) {
    if (value !== undefined) known.values.push(value)
    return known
  }
  const values = value === undefined ? [] : [value]
  const binding: Binding = { name, kind, values, isUnclear: false, references: [], ...rest }
  scope.bindings.set(name, binding)
  return binding
}

function find(scope: Scope, name: string): Binding | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const binding = at.bindings.get(name)
    if (binding !== undefined) return binding
  }
  return undefined
}

function functionScopeOf(scope: Scope): Scope {
  let at = scope
  while (!at.isOfFunction && at.outer !== undefined) at = at.outer
  return at
}

function lastNameOfSpecifier(node: AnyNode): string | undefined {
  return node.type === 'Identifier' ? node.name : node.type === 'Literal' ? String(node.value) : undefined
}

/** The names of `{ host, locale: language }` by themselves, with the properties that they hold; not those that have a default. */
function propertiesOf(parameter: Pattern): ReadonlyMap<Identifier, string> {
  const properties = new Map<Identifier, string>()
  for (const property of parameter.type === 'ObjectPattern' ? parameter.properties : []) {
    if (property.type !== 'Property' || property.computed || property.value.type !== 'Identifier') continue
    if (property.key.type === 'Identifier') properties.set(property.value, property.key.name)
  }
  return properties
}

/** The names that a pattern declares. */
function namesIn(pattern: Pattern): readonly Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern]
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        namesIn(property.type === 'RestElement' ? property.argument : property.value),
      )
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element === null ? [] : namesIn(element)))
    case 'RestElement':
      return namesIn(pattern.argument)
    case 'AssignmentPattern':
      return namesIn(pattern.left)
    default:
      return []
  }
}
