import { queryFailure } from './query-failure.ts'

/** What a query asks for; every part is text that was only taken apart. */
export interface QueryOptions {
  readonly select?: readonly string[]
  readonly filter?: string
  readonly orderBy?: readonly { readonly column: string; readonly descending: boolean }[]
  readonly top?: number
  readonly count?: boolean
  readonly expand?: readonly Expansion[]
  /** Number of the page, from 1. */
  readonly page?: number
}

/** One relation to bring along. */
export interface Expansion {
  readonly navigation: string
  readonly options: QueryOptions
}

/** Options that the emulator does not answer; saying so beats leaving them out silently. */
const unanswered = new Set(['$apply', '$search', '$compute', '$deltatoken', 'fetchXml', 'savedQuery', 'userQuery'])

/**
 * Reads the query part of an address.
 *
 * @throws EmulatedFailure where an option is unknown or has no value of its kind.
 */
export function queryOptionsOf(query: URLSearchParams): QueryOptions {
  const options: Record<string, string> = {}
  for (const [name, value] of query) {
    if (name.startsWith('@')) continue
    if (unanswered.has(name)) throw queryFailure(`The emulator does not answer the query option '${name}'.`)
    if (name.startsWith('$')) options[name] = value
  }
  return optionsFrom(options)
}

function optionsFrom(options: Readonly<Record<string, string>>): QueryOptions {
  const result: { -readonly [Option in keyof QueryOptions]: QueryOptions[Option] } = {}
  for (const [name, value] of Object.entries(options)) {
    if (name === '$select') result.select = partsOf(value, ',')
    else if (name === '$filter') result.filter = value
    else if (name === '$orderby') result.orderBy = partsOf(value, ',').map(orderOf)
    else if (name === '$top') result.top = wholeNumber(name, value)
    else if (name === '$count') result.count = flagOf(value)
    else if (name === '$expand') result.expand = partsOf(value, ',').map(expansionOf)
    else if (name === '$skiptoken') result.page = pageOf(value)
    else if (name === '$skip') throw queryFailure('Skip Clause is not supported in CRM')
    else throw queryFailure(`The query parameter ${name} is not supported`)
  }
  return result
}

function orderOf(text: string) {
  const [, column = '', direction = 'asc'] = /^([\w/]+)(?:\s+(asc|desc))?$/.exec(text) ?? []
  if (column === '') throw queryFailure(`Syntax error at position 0 in '${text}'.`)
  return { column, descending: direction === 'desc' }
}

function expansionOf(text: string): Expansion {
  const [, navigation = '', inside] = /^(\w+)(?:\((.*)\))?$/s.exec(text) ?? []
  if (navigation === '') throw queryFailure(`The expand '${text}' cannot be read.`)
  const options: Record<string, string> = {}
  for (const part of partsOf(inside ?? '', ';')) {
    const equals = part.indexOf('=')
    if (equals < 1) throw queryFailure(`The expand '${text}' cannot be read.`)
    options[part.slice(0, equals).trim()] = part.slice(equals + 1)
  }
  return { navigation, options: optionsFrom(options) }
}

/** Parts between separators that stand outside of quotes and parentheses. */
function partsOf(text: string, separator: ',' | ';'): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let quoted = false
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === "'") quoted = !quoted
    else if (quoted) continue
    else if (character === '(') depth += 1
    else if (character === ')') depth -= 1
    else if (character === separator && depth === 0) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  parts.push(text.slice(start))
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

function wholeNumber(name: string, value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw queryFailure(`Invalid value '${value}' for ${name} query option found.`)
  return Number(value)
}

function flagOf(value: string): boolean {
  if (value !== 'true' && value !== 'false') {
    throw queryFailure(`Invalid value '${value}' for $count query option found. Valid values are 'true' or 'false'.`)
  }
  return value === 'true'
}

/** Dataverse's own form: `<cookie pagenumber="2" … />`. */
function pageOf(value: string): number {
  const [, page] = /pagenumber="(\d{1,9})"/.exec(value) ?? []
  if (page === undefined) throw queryFailure('The paging cookie cannot be read.')
  return Number(page)
}
