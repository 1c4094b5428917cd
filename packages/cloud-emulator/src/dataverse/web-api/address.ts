import { segmentMissing } from './web-api-failure.ts'

/** One step of an address: `workflows`, `workflows(id)`, `RetrieveSolutionImportResult(ImportJobId=…)`, `$ref`. */
export interface Segment {
  readonly name: string
  /** What stands between the parentheses: a bare value, or names with values. */
  readonly key?: { readonly bare: string } | { readonly named: Readonly<Record<string, string>> }
}

/** The path below `/api/data/v9.n`, with its query. */
export interface Address {
  readonly segments: readonly Segment[]
  readonly query: URLSearchParams
}

const webApiPath = /^\/api\/data\/v9\.\d+(?:\/|$)/

/**
 * Takes an address apart.
 *
 * @param address absolute (`https://org…/api/data/v9.2/workflows`), from the root (`/api/data/v9.2/…`), or relative to
 *   the Web API (`workflows(…)`), as batches write it.
 * @throws EmulatedFailure where it leads elsewhere or cannot be decoded.
 */
export function addressOf(address: string): Address {
  const withoutHost = address.replace(/^https?:\/\/[^/?#]*/i, '')
  const mark = withoutHost.indexOf('?')
  const path = (mark < 0 ? withoutHost : withoutHost.slice(0, mark)).replace(/#.*$/s, '')
  // Clients behind a base path put something in front; what counts begins at /api/data.
  const at = path.search(/\/api\/data\/v9\.\d+(?:\/|$)/)
  const below = at >= 0 ? path.slice(at).replace(webApiPath, '') : path
  if (at < 0 && path.startsWith('/')) throw segmentMissing(path.split('/')[1] ?? '')
  const segments = splitOutside(below, '/')
    .filter((segment) => segment !== '')
    .map(segmentOf)
  return { segments, query: new URLSearchParams(mark < 0 ? '' : withoutHost.slice(mark + 1).replace(/#.*$/s, '')) }
}

function segmentOf(text: string): Segment {
  const plain = decoded(text)
  const open = plain.indexOf('(')
  if (open < 0) return { name: plain }
  if (!plain.endsWith(')')) throw segmentMissing(plain)
  const name = plain.slice(0, open)
  const inside = plain.slice(open + 1, -1).trim()
  if (inside === '') return { name }
  const parts = splitOutside(inside, ',').map((part) => part.trim())
  const named: Record<string, string> = {}
  for (const part of parts) {
    const [, key, value] = /^(\w+)\s*=\s*(.*)$/s.exec(part) ?? []
    if (key === undefined || value === undefined) {
      if (parts.length > 1) throw segmentMissing(plain)
      return { name, key: { bare: literal(part) } }
    }
    named[key] = literal(value)
  }
  return { name, key: { named } }
}

/** A value without its quotes. */
function literal(text: string): string {
  return /^'.*'$/s.test(text) ? text.slice(1, -1).replaceAll("''", "'") : text
}

function splitOutside(text: string, separator: string): readonly string[] {
  const parts: string[] = []
  let quoted = false
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "'") quoted = !quoted
    else if (!quoted && text[at] === separator) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  parts.push(text.slice(start))
  return parts
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw segmentMissing(text)
  }
}
