import type { EmulatedOperation } from '../operation/emulated-operation.ts'

/** Where a request leads. */
export interface Match {
  readonly emulated: EmulatedOperation
  /** Values of the `{names}` in the path, decoded. */
  readonly path: Readonly<Record<string, string>>
}

/** Finds the operation that a request means. */
export interface RouteTable {
  /** The operations that have this service, method and path, the most particular first. */
  readonly match: (service: string, method: string, path: string) => readonly Match[]
  readonly operations: readonly EmulatedOperation[]
}

interface Route {
  readonly emulated: EmulatedOperation
  readonly pattern: RegExp
  readonly names: readonly string[]
  /** Literal characters; the route with more of them is the more particular one. */
  readonly weight: number
}

/** Prepares the operations for matching. */
export function createRouteTable(operations: readonly EmulatedOperation[]): RouteTable {
  const routes = new Map<string, Route[]>()
  for (const emulated of operations) {
    const { service, method, path } = emulated.operation
    const key = `${service} ${method}`
    const route = compile(emulated, path, service)
    const sorted = [...(routes.get(key) ?? []), route].sort((one, other) => other.weight - one.weight)
    routes.set(key, sorted)
  }
  return {
    operations,
    match: (service, method, path) => {
      const asked = service === 'dataverse' ? plainDataversePath(path) : path.replace(/(.)\/$/, '$1')
      return (routes.get(`${service} ${method}`) ?? []).flatMap(({ emulated, pattern, names }) => {
        const found = pattern.exec(asked)
        if (found === null) return []
        return [
          { emulated, path: Object.fromEntries(names.map((name, place) => [name, decoded(found[place + 1] ?? '')])) },
        ]
      })
    },
  }
}

function compile(emulated: EmulatedOperation, path: string, service: string): Route {
  const names: string[] = []
  const source = path
    .split(/(\{[^}]+\})/)
    .map((part) => {
      if (!part.startsWith('{')) return part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
      names.push(part.slice(1, -1))
      return part.slice(1, -1) === 'rest' ? '(.*)' : '([^/]*?)'
    })
    .join('')
  // Resource providers and Graph do not look at case; names of tables and signed blobs do.
  const sensitive = service === 'dataverse' || service === 'storage'
  return {
    emulated,
    pattern: new RegExp(`^${source}$`, sensitive ? '' : 'i'),
    names,
    weight: path.replaceAll(/\{[^}]+\}/g, '').length,
  }
}

/** Any minor version is taken, and a function without parameters with or without its parentheses. */
function plainDataversePath(path: string): string {
  return path.replace(/^\/api\/data\/v9\.\d+(?=\/|$)/, '/api/data/v9.2').replace(/\(\)$/, '')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
