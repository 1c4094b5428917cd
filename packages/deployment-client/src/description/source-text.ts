import type { Location } from '@sevenstep/findings'
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument, visit } from 'yaml'

/** A deployment file as text whose every part can be pointed at. */
export interface SourceText {
  /** As the user named it. */
  readonly file: string
  readonly value: unknown
  readonly syntaxProblems: readonly { readonly message: string; readonly location: Location }[]
  /** The place of a part, or of the nearest part around it that exists. */
  locate(path: readonly PropertyKey[]): Location
}

const maxAliases = 100

/** Reads YAML, and JSON as a part of it. Never throws. */
export function readSourceText(file: string, text: string): SourceText {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, version: '1.2' })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(Math.min(offset, text.length))
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const rangeOf = (start: number, end: number) => ({ start: at(start), end: at(Math.max(start, end)) })
  // What is nested too deeply fails anew at every level above.
  const errors = document.errors.some(isTooDeep) ? document.errors.filter(isTooDeep).slice(0, 1) : document.errors
  const problems = errors.map((error) => ({
    message: isTooDeep(error) ? 'It is nested too deeply.' : error.message,
    location: { file, range: rangeOf(error.pos[0], error.pos[1]) },
  }))
  if (problems.length === 0) {
    const alias = firstTag(document.contents)
    if (alias !== undefined) problems.push({ message: alias, location: { file, range: rangeOf(0, 1) } })
  }
  return {
    file,
    value: problems.length > 0 ? undefined : toValue(() => document.toJS({ maxAliasCount: maxAliases })),
    syntaxProblems: problems,
    locate(path) {
      const { node, pointer } = nearest(document.contents, path)
      const [start, end] = node?.range ?? [0, 0]
      return { file, pointer, range: rangeOf(start, end) }
    },
  }
}

function isTooDeep({ message }: Error): boolean {
  return /call stack|stack overflow/i.test(message)
}

/** Too many aliases, or one that leads to itself, make either step throw; what is left then is no description. */
function toValue(read: () => unknown): unknown {
  try {
    const value = read()
    JSON.stringify(value)
    return value
  } catch {
    return undefined
  }
}

function firstTag(contents: ParsedNode | null): string | undefined {
  let found: string | undefined
  if (contents === null) return undefined
  visit(contents, {
    Node(_, node) {
      if (!isAlias(node) && node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) {
        found = `The tag ${node.tag} has no meaning here.`
        return visit.BREAK
      }
      return undefined
    },
  })
  return found
}

function nearest(root: Node | null, path: readonly PropertyKey[]): { node: Node | null; pointer: string } {
  let node: Node | null = root
  const steps: string[] = []
  for (const step of path) {
    const next: unknown = isMap(node) || isSeq(node) ? node.get(typeof step === 'symbol' ? '' : step, true) : undefined
    if (!isMap(next) && !isSeq(next) && !isScalar(next)) break
    node = next
    steps.push(String(step).replaceAll('~', '~0').replaceAll('/', '~1'))
  }
  return { node, pointer: steps.length === 0 ? '' : `/${steps.join('/')}` }
}
