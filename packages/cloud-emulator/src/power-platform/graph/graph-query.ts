import { type Filter, type Literal, parseFilter } from '../../dataverse/odata/parse-filter.ts'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { EmulatedCall } from '../../operation/emulated-operation.ts'

/** The options of a list that are taken here. */
export interface GraphQuery {
  readonly $filter?: string | undefined
  readonly $select?: string | undefined
  readonly $top?: string | undefined
  readonly $count?: string | undefined
  readonly $search?: string | undefined
  readonly $skiptoken?: string | undefined
}

const pageSize = 100

/** A list as Graph gives it: filtered, cut into pages, with the properties that were asked for. */
export function graphPage(
  { reachable, url }: Pick<EmulatedCall, 'reachable' | 'url'>,
  set: string,
  items: readonly object[],
  query: GraphQuery = {},
) {
  const found = items.filter((item) => matches(item, query.$filter) && isFound(item, query.$search))
  const start = Number(Buffer.from(query.$skiptoken ?? '', 'base64url').toString() || 0)
  const asked = Number(query.$top ?? pageSize)
  if (!Number.isInteger(asked) || asked < 1 || asked > 999 || !Number.isInteger(start)) {
    throw badRequest(`Invalid page size specified: '${query.$top}'. Must be between 1 and 999 inclusive.`)
  }
  const end = start + asked
  const next = new URL(url)
  next.searchParams.set('$skiptoken', Buffer.from(String(end)).toString('base64url'))
  return {
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${set}`,
    ...(query.$count === 'true' ? { '@odata.count': found.length } : {}),
    ...(end < found.length ? { '@odata.nextLink': reachable(next.href) } : {}),
    value: found.slice(start, end).map((item) => onlySelected(item, query.$select)),
  }
}

/** One object, with the properties that were asked for. */
export function graphObject(set: string, item: object, select: string | undefined): object {
  return {
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${set}/$entity`,
    ...onlySelected(item, select),
  }
}

/** Graph's refusal of a query or body. */
export function badRequest(message: string): EmulatedFailure {
  return new EmulatedFailure(400, 'Request_BadRequest', message)
}

function onlySelected(item: object, select: string | undefined): object {
  if (select === undefined || select === '') return item
  const names = new Set(select.split(',').map((name) => name.trim().toLowerCase()))
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name.toLowerCase()) || name === 'id'))
}

function matches(item: object, expression: string | undefined): boolean {
  if (expression === undefined || expression === '') return true
  try {
    return holds(item, parseFilter(expression))
  } catch (error) {
    // The reader words its refusals as Dataverse does.
    if (error instanceof EmulatedFailure) throw badRequest(`Invalid filter clause: ${error.message}`)
    throw error
  }
}

/** `"displayName:something"` */
function isFound(item: object, search: string | undefined): boolean {
  const [, name, words] = /^"?(\w+):([^"]*)"?$/.exec(search ?? '') ?? []
  if (name === undefined || words === undefined) return true
  return String(Reflect.get(item, name) ?? '')
    .toLowerCase()
    .includes(words.toLowerCase())
}

function holds(item: object, filter: Filter): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.parts.every((part) => holds(item, part))
    case 'or':
      return filter.parts.some((part) => holds(item, part))
    case 'not':
      return !holds(item, filter.part)
    case 'text': {
      const text = String(valueAt(item, filter.column.names) ?? '').toLowerCase()
      const wanted = String(plain(filter.value)).toLowerCase()
      if (filter.test === 'startswith') return text.startsWith(wanted)
      return filter.test === 'endswith' ? text.endsWith(wanted) : text.includes(wanted)
    }
    case 'compare': {
      const same = comparable(valueAt(item, filter.left.names)) === comparable(plain(filter.right))
      if (filter.comparison === 'eq') return same
      if (filter.comparison === 'ne') return !same
      throw badRequest(`The operator '${filter.comparison}' is not supported here.`)
    }
    default:
      throw badRequest('Expressions over collections are not supported here.')
  }
}

function valueAt(item: object, names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
    item,
  )
}

function plain(literal: Literal): unknown {
  return literal.kind === 'null' ? null : literal.value
}

function comparable(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : (value ?? null)
}
