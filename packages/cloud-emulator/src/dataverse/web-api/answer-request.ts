import type { Answer } from '../../operation/emulated-operation.ts'
import { actions, functions } from '../actions/named-operations.ts'
import { queryOptionsOf } from '../odata/query-options.ts'
import { findAddressed } from '../rows/find-addressed.ts'
import type { OrganizationCall } from '../rows/organization-call.ts'
import { findSet } from '../tables/all-tables.ts'
import type { Address, Segment } from './address.ts'
import { answerEntityDefinitions, metadataDocument, serviceDocument } from './metadata.ts'
import { type Preferences, preferencesOf } from './preferences.ts'
import { answerReference } from './references.ts'
import { answerRelated } from './related-answers.ts'
import { answerRow, answerTable } from './rows-answers.ts'
import { bodyFailure, segmentMissing, verbRefused } from './web-api-failure.ts'

/** One request to the Web API, alone or as a part of a batch. */
export interface WebApiRequest {
  readonly method: string
  readonly address: Address
  readonly headers: Headers
  /** The body as text; empty where there is none. */
  readonly body: string
}

/** A request with what was read out of it. */
export interface ReadRequest extends WebApiRequest {
  readonly preferences: Preferences
  /** The body as JSON object. */
  readonly json: () => Readonly<Record<string, unknown>>
}

/**
 * Answers one request.
 *
 * @throws EmulatedFailure for everything that is refused.
 */
export function answerRequest(call: OrganizationCall, given: WebApiRequest): Answer {
  const request: ReadRequest = {
    ...given,
    preferences: preferencesOf(given.headers.get('prefer')),
    json: () => jsonObject(given.body),
  }
  const [first, second, third, ...more] = given.address.segments
  if (first === undefined) return { status: 200, body: serviceDocument(call.root) }
  if (first.name === '$metadata') return metadataDocument()
  if (first.name === 'EntityDefinitions') return answerEntityDefinitions(call, request)
  if (findSet(first.name) === undefined) return answerNamed(call, request, first)
  if (second === undefined)
    return first.key === undefined ? answerTable(call, request, first) : answerRow(call, request, first)
  if (more.length > 0) throw segmentMissing(more[0]?.name ?? '')
  if (first.key === undefined) {
    if (second.name === '$count' && third === undefined) return countRows(call, request, first)
    throw segmentMissing(second.name)
  }
  if (third === undefined) return answerRelated(call, request, findAddressed(call.organization, first), second)
  if (third.name === '$ref') return answerReference(call, request, findAddressed(call.organization, first), second)
  if (third.name === '$value' || third.name === '$count') {
    return answerRelated(call, request, findAddressed(call.organization, first), second, third.name)
  }
  throw segmentMissing(third.name)
}

function answerNamed(call: OrganizationCall, request: ReadRequest, { name, key }: Segment): Answer {
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (action !== undefined) {
    if (request.method !== 'POST') throw verbRefused(request.method)
    return action(call, request.json())
  }
  const asked = Object.hasOwn(functions, name) ? functions[name] : undefined
  if (asked === undefined) throw segmentMissing(name)
  if (request.method !== 'GET') throw verbRefused(request.method)
  const body = asked(call, parametersOf(key, request.address.query))
  return {
    status: 200,
    body: { '@odata.context': `${call.root}/$metadata#Microsoft.Dynamics.CRM.${name}Response`, ...body },
  }
}

/** Parameters of a function; `@name` stands for the query's value of that name. */
function parametersOf(key: Segment['key'], query: URLSearchParams): Readonly<Record<string, string>> {
  if (key === undefined || !('named' in key)) return {}
  return Object.fromEntries(
    Object.entries(key.named).map(([name, value]) => {
      const alias = value.startsWith('@') ? query.get(value) : null
      return [name, (alias ?? value).replace(/^'(.*)'$/s, '$1')]
    }),
  )
}

function countRows(call: OrganizationCall, request: ReadRequest, segment: Segment): Answer {
  const all = answerTable(
    call,
    { ...request, address: { ...request.address, query: withCount(request.address.query) } },
    segment,
  )
  // answerTable always gives a body with the count that was just asked for.
  const { '@odata.count': count } = all.body as { '@odata.count': number }
  return { status: 200, body: String(count), headers: { 'content-type': 'text/plain' } }
}

function withCount(query: URLSearchParams): URLSearchParams {
  queryOptionsOf(query)
  const counted = new URLSearchParams(query)
  counted.set('$count', 'true')
  return counted
}

function jsonObject(text: string): Readonly<Record<string, unknown>> {
  if (text.trim() === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    // Checked in the same breath to be an object.
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // Said below, as for JSON that is no object.
  }
  throw bodyFailure('The body is no JSON object.')
}
