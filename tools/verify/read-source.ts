import { parseSync } from 'oxc-parser'

/** One module that a source file names: `import`, `export … from`, `import()` or `import('…')` in a type. */
export interface ModuleUse {
  readonly specifier: string
  /** Counted from 1. */
  readonly line: number
  /** True where nothing is left of it at run time. */
  readonly typeOnly: boolean
}

/** A function with a name and the number of lines it stands on. */
export interface FunctionSize {
  readonly name: string
  readonly line: number
  readonly lines: number
}

/** What the repository's checks need to know of one source file. */
export interface SourceFile {
  /** Path from the repository's root. */
  readonly path: string
  readonly lines: number
  readonly uses: readonly ModuleUse[]
  readonly functions: readonly FunctionSize[]
}

/** Parses one TypeScript or JavaScript file. A file with syntax errors yields what could be read of it. */
export function readSource(path: string, text: string): SourceFile {
  const lineAt = lineCounter(text)
  const uses: ModuleUse[] = []
  const functions: FunctionSize[] = []
  walk(parseSync(path, text).program, (node) => {
    const use = moduleUse(node)
    if (use !== undefined) uses.push({ ...use, line: lineAt(node.start) })
    const named = namedFunction(node)
    if (named === undefined) return
    const line = lineAt(named.body.start)
    functions.push({ name: named.name, line, lines: lineAt(named.body.end) - line + 1 })
  })
  return { path, lines: text.split('\n').length, uses, functions }
}

/** Any node of the syntax tree, seen only through what this file asks of it. */
interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function walk(value: unknown, visit: (node: SyntaxNode) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit)
    return
  }
  if (!isNode(value)) return
  visit(value)
  for (const child of Object.values(value)) if (typeof child === 'object' && child !== null) walk(child, visit)
}

function moduleUse(node: SyntaxNode): Omit<ModuleUse, 'line'> | undefined {
  const sourced = [
    'ImportDeclaration',
    'ExportNamedDeclaration',
    'ExportAllDeclaration',
    'ImportExpression',
    'TSImportType',
  ]
  if (!sourced.includes(node.type)) return undefined
  const source = isNode(node.source) ? node.source : node.argument
  const literal = isNode(source) && isNode(source.literal) ? source.literal : source
  if (!isNode(literal) || typeof literal.value !== 'string') return undefined
  const typeOnly = node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type'
  return { specifier: literal.value, typeOnly }
}

function namedFunction(node: SyntaxNode): { name: string; body: SyntaxNode } | undefined {
  if (node.type === 'FunctionDeclaration' && isNode(node.id)) return { name: String(node.id.name), body: node }
  if (node.type === 'MethodDefinition' && isNode(node.key)) return { name: String(node.key.name), body: node }
  if (node.type !== 'VariableDeclarator' && node.type !== 'Property') return undefined
  const held = node.type === 'Property' ? node.value : node.init
  const label = node.type === 'Property' ? node.key : node.id
  if (!isNode(held) || !isNode(label)) return undefined
  const isFunction = held.type === 'ArrowFunctionExpression' || held.type === 'FunctionExpression'
  return isFunction ? { name: String(label.name), body: held } : undefined
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}
