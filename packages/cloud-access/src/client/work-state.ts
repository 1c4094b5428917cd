import { type ServiceWords, serviceWordsOf } from '../failures/envelope.ts'
import type { WorkProgress } from './work.ts'

/** What an answer about work says: its state, and the service's words. */
export interface WorkState {
  readonly state: WorkProgress['state']
  readonly words?: string
  readonly stages?: NonNullable<WorkProgress['stages']>
}

const states: Readonly<Record<string, WorkProgress['state']>> = {
  succeeded: 'succeeded',
  completed: 'succeeded',
  failed: 'failed',
  canceled: 'cancelled',
  cancelled: 'cancelled',
}

/** Statuses of a completed asyncoperation: 30 succeeded, 31 failed, 32 cancelled. */
const statuses: Readonly<Record<number, WorkProgress['state']>> = { 30: 'succeeded', 31: 'failed', 32: 'cancelled' }

/**
 * Reads the state of work out of the services' forms: `state.id` of environments, `properties.status` of packages,
 * `status` of others, `statecode` and `statuscode` of Dataverse. Without any of them the status alone says it: 202 goes
 * on, other successes are the end.
 */
export function workStateOf(status: number, body: unknown): WorkState {
  const code = at(body, 'statecode')
  if (typeof code === 'number') {
    const reason = at(body, 'statuscode')
    const ended = code === 3 && typeof reason === 'number' ? (statuses[reason] ?? 'failed') : 'running'
    return { state: ended, words: `statecode ${code}, statuscode ${String(reason)}` }
  }
  const words = [
    at(body, 'state', 'id'),
    at(body, 'properties', 'status'),
    at(body, 'properties', 'provisioningState'),
    at(body, 'status'),
  ].find((word) => typeof word === 'string' && word !== '')
  if (typeof words !== 'string') return { state: status === 202 ? 'running' : 'succeeded' }
  const stages = stagesOf(body)
  return {
    state: states[words.toLowerCase()] ?? 'running',
    words,
    ...(stages.length === 0 ? {} : { stages }),
  }
}

/** Why work failed, in the service's words: from the work itself, and from each resource that failed. */
export function workFaultsOf(body: unknown): ServiceWords {
  const number = at(body, 'errorcode')
  const message = at(body, 'friendlymessage') ?? at(body, 'message')
  if (at(body, 'statecode') !== undefined && typeof message === 'string') {
    const code = typeof number === 'number' && number !== 0 ? `0x${(number >>> 0).toString(16)}` : undefined
    return serviceWordsOf({ error: { code, message } })
  }
  const own = serviceWordsOf({ error: at(body, 'error') ?? at(body, 'properties', 'error') })
  const list = serviceWordsOf({ errors: at(body, 'properties', 'errors') })
  const resources = Object.values(recordOf(at(body, 'properties', 'resources'))).flatMap((resource) => {
    const words = serviceWordsOf({ error: at(resource, 'error') })
    if (words.message === undefined && words.code === undefined) return []
    const name = at(resource, 'details', 'displayName') ?? at(resource, 'type') ?? 'a resource'
    return [{ ...words, line: `${String(name)}: ${[words.code, words.message].filter(Boolean).join(': ')}` }]
  })
  const first = [own, list, ...resources].find(({ code, message }) => code !== undefined || message !== undefined)
  return {
    ...(first?.code === undefined ? {} : { code: first.code }),
    ...(first?.message === undefined ? {} : { message: first.message }),
    codes: [...own.codes, ...list.codes, ...resources.flatMap(({ codes }) => codes)],
    details: [...own.details, ...list.details, ...resources.map(({ line }) => line)],
  }
}

function stagesOf(body: unknown): { name: string; state: string }[] {
  const stages = at(body, 'stages')
  if (!Array.isArray(stages)) return []
  return stages.map((stage) => ({
    name: String(at(stage, 'name') ?? at(stage, 'id') ?? ''),
    state: String(at(stage, 'state', 'id') ?? ''),
  }))
}

function at(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>((inner, name) => recordOf(inner)[name], value)
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  // An object has members by name; what they hold stays unknown.
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}
