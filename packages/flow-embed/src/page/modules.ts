import type { AnyNode } from 'acorn'
import type { Script, TextPlace } from '../script/script.ts'
import { nodesOf } from '../script/script-nodes.ts'

/** A module that a script takes in, and where its address stands. */
export interface ImportedModule {
  readonly address: string
  readonly at: TextPlace
  /** Paths that it may stand for, best first; none for packages. */
  readonly paths: readonly string[]
}

const endings = ['.ts', '.tsx', '.mts', '.js', '.jsx', '.mjs', '.cts', '.cjs', '.vue', '.svelte']
/** What bundlers take in beside scripts; nothing that shows a widget. */
const besideScripts =
  /\.(?:css|s[ac]ss|less|styl|json5?|ya?ml|md|html?|txt|svg|png|jpe?g|gif|webp|avif|ico|woff2?|ttf|eot|wasm|mp[34]|graphql|gql)$/i

/** Modules of the same site that a script takes in, by whatever way; those of packages are left out. */
export function importsOf(script: Script): readonly ImportedModule[] {
  const { file } = script
  if (!/\b(?:import|export|require)\b/.test(file.text)) return []
  const found: ImportedModule[] = []
  for (const node of nodesOf(script.program)) {
    const source = sourceOf(node)
    if (source?.type !== 'Literal' || typeof source.value !== 'string') continue
    const paths = pathsOf(source.value, file.path)
    if (paths.length > 0) found.push({ address: source.value, at: script.placeOf(source), paths })
  }
  return found
}

function sourceOf(node: AnyNode): AnyNode | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ImportExpression':
    case 'ExportAllDeclaration':
      return node.source
    case 'ExportNamedDeclaration':
      return node.source ?? undefined
    case 'CallExpression':
      return node.callee.type === 'Identifier' && node.callee.name === 'require' ? node.arguments[0] : undefined
    default:
      return undefined
  }
}

/**
 * Paths of files that an address in a script may stand for: as bundlers look for them, with endings left out or of what a
 * file is translated to, and `@/` or `~/` for the folder of the sources. Empty for packages and for what is no script.
 */
export function pathsOf(address: string, from: string): readonly string[] {
  const bare = withoutQuery(address)
  if (besideScripts.test(bare)) return []
  const alias = /^(?:@|~)\/(.+)$/.exec(bare)?.[1]
  if (alias !== undefined) return rootsOf(from).flatMap((root) => withEndings(root + alias))
  if (!/^\.{0,2}\//.test(bare) && bare !== '.' && bare !== '..') return []
  if (bare.startsWith('/')) return foldersAbove(from).flatMap((folder) => withEndings(folder + bare.slice(1)))
  const steps = from.split('/').slice(0, -1)
  for (const step of bare.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return withEndings(steps.join('/'))
}

/** Folders that an alias for the sources may stand for: `src` beside or above, or the folders above themselves. */
function rootsOf(from: string): readonly string[] {
  return foldersAbove(from).flatMap((folder) => [`${folder}src/`, folder])
}

/** The folders that a file lies in, the nearest first and the root, which is empty, last; each may be the root of a site. */
export function foldersAbove(path: string): readonly string[] {
  const folders = path.split('/').slice(0, -1)
  return [...folders.map((_, index) => `${folders.slice(0, folders.length - index).join('/')}/`), '']
}

/** Paths that an address without a dot may stand for, where a project names its own folders like packages. */
export function pathsLikePackages(address: string, from: string): readonly string[] {
  if (!/^[\w-]+\//.test(address) || besideScripts.test(withoutQuery(address))) return []
  return foldersAbove(from).flatMap((folder) => withEndings(folder + address))
}

/** What stands before "?" and "#": bundlers take what follows for how a file is wanted. */
function withoutQuery(address: string): string {
  const end = address.search(/[?#]/)
  return end === -1 ? address : address.slice(0, end)
}

function withEndings(path: string): readonly string[] {
  const bare = path.replace(/\.([cm]?)js(x?)$/i, '')
  const translated = bare === path ? [] : endings.map((ending) => bare + ending)
  const inner = endings.map((ending) => (path === '' ? `index${ending}` : `${path}/index${ending}`))
  return [path, ...translated, ...endings.map((ending) => path + ending), ...inner]
}

/** What a module hands out under a name: an expression of its own, or a name that is declared in it. */
export type Exported =
  | { readonly kind: 'expression'; readonly node: AnyNode }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'again'; readonly address: string; readonly name: string }

const exportsByScript = new WeakMap<Script, ReadonlyMap<string, Exported>>()

/** Everything that a module hands out, by name; what it only hands on stands under `*` and the address. */
export function exportsOf(script: Script): ReadonlyMap<string, Exported> {
  const known = exportsByScript.get(script)
  if (known !== undefined) return known
  const exported = new Map<string, Exported>()
  for (const node of script.program.body) collectExports(node, exported)
  exportsByScript.set(script, exported)
  return exported
}

function collectExports(node: AnyNode, exported: Map<string, Exported>): void {
  if (node.type === 'ExportDefaultDeclaration') {
    const { declaration } = node
    const id = 'id' in declaration ? declaration.id : undefined
    const isDeclared = declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration'
    exported.set(
      'default',
      isDeclared && id ? { kind: 'name', name: id.name } : { kind: 'expression', node: declaration },
    )
  } else if (node.type === 'ExportAllDeclaration') {
    exported.set(`* ${node.source.value}`, { kind: 'again', address: String(node.source.value), name: '*' })
  } else if (node.type === 'ExportNamedDeclaration') {
    for (const { local, exported: outer } of node.specifiers) {
      const [name, outerName] = [nameOf(local), nameOf(outer)]
      const { source } = node
      exported.set(outerName, source ? { kind: 'again', address: String(source.value), name } : { kind: 'name', name })
    }
    for (const name of declaredNames(node.declaration)) exported.set(name, { kind: 'name', name })
  }
}

function declaredNames(declaration: AnyNode | null | undefined): readonly string[] {
  if (declaration?.type === 'VariableDeclaration') {
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))
  }
  const isNamed = declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration'
  return isNamed && declaration.id ? [declaration.id.name] : []
}

function nameOf(node: AnyNode): string {
  return node.type === 'Identifier' ? node.name : node.type === 'Literal' ? String(node.value) : ''
}
