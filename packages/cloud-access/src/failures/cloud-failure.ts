import { isDoubtful } from '../operations/evidence.ts'
import type { ServiceName } from '../operations/operation.ts'
import { type FailureKey, failureTexts } from './catalogue.ts'
import { withoutSecrets } from './without-secrets.ts'

/** What is known of one failure beyond its kind; all of it may be shown. */
export interface FailureFacts {
  readonly status?: number
  readonly service?: ServiceName | 'sign-in'
  /** Id of the operation. */
  readonly operation?: string
  /** The service's own code. */
  readonly cloudCode?: string
  /** The service's own words, shortened and without secrets. */
  readonly cloudMessage?: string
  /** Single faults that belong to it, each with its place where it has one. */
  readonly details?: readonly string[]
  /** Ids by which Microsoft's support finds the request, by the header that carried them. */
  readonly requestIds?: Readonly<Record<string, string>>
  /** How long the service asks to wait, in milliseconds. */
  readonly retryAfterMs?: number
  /** True where nobody knows whether the service did what was asked. */
  readonly ambiguous?: boolean
  /** Replaces the catalogue's advice where the operation has its own. */
  readonly fix?: string
  readonly cause?: unknown
}

/** The one way in which everything in this package fails. */
export class CloudFailure extends Error {
  override readonly name = 'CloudFailure'
  readonly code: FailureKey
  /** What happened, why, and what to do: a sentence or two each. */
  readonly what: string
  readonly why: string
  readonly fix: string
  readonly status: number | undefined
  readonly service: ServiceName | 'sign-in' | undefined
  readonly operation: string | undefined
  readonly cloudCode: string | undefined
  readonly cloudMessage: string | undefined
  readonly details: readonly string[]
  readonly requestIds: Readonly<Record<string, string>>
  readonly retryAfterMs: number | undefined
  readonly ambiguous: boolean
  /** True where what, why and fix rest on weak sources alone. */
  readonly uncertain: boolean

  constructor(code: FailureKey, facts: FailureFacts = {}) {
    const text = failureTexts[code]
    const cloudMessage = facts.cloudMessage === undefined ? undefined : withoutSecrets(facts.cloudMessage)
    const details = (facts.details ?? []).map(withoutSecrets)
    super(
      messageOf(text.what, facts, cloudMessage, details),
      facts.cause === undefined ? {} : { cause: harmless(facts.cause) },
    )
    this.code = code
    this.what = text.what
    this.why = text.why
    this.fix = facts.fix ?? text.fix
    this.status = facts.status
    this.service = facts.service
    this.operation = facts.operation
    this.cloudCode = facts.cloudCode
    this.cloudMessage = cloudMessage
    this.details = details
    this.requestIds = facts.requestIds ?? {}
    this.retryAfterMs = facts.retryAfterMs
    this.ambiguous = facts.ambiguous ?? false
    this.uncertain = isDoubtful(text.sources)
  }

  /** The failure as data for journals and reports; nothing in it is secret. */
  toJSON(): Record<string, unknown> {
    return {
      code: this.code,
      what: this.what,
      why: this.why,
      fix: this.fix,
      ...(this.status === undefined ? {} : { status: this.status }),
      ...(this.service === undefined ? {} : { service: this.service }),
      ...(this.operation === undefined ? {} : { operation: this.operation }),
      ...(this.cloudCode === undefined ? {} : { cloudCode: this.cloudCode }),
      ...(this.cloudMessage === undefined ? {} : { cloudMessage: this.cloudMessage }),
      ...(this.details.length === 0 ? {} : { details: this.details }),
      ...(Object.keys(this.requestIds).length === 0 ? {} : { requestIds: this.requestIds }),
      ...(this.retryAfterMs === undefined ? {} : { retryAfterMs: this.retryAfterMs }),
      ambiguous: this.ambiguous,
      ...(this.uncertain ? { uncertain: true } : {}),
    }
  }
}

/**
 * A cause that may be printed whole: errors of libraries hold their requests, and so tokens and signed addresses.
 * Its name, code, words and stack are kept.
 */
function harmless(cause: unknown): unknown {
  if (cause instanceof CloudFailure) return cause
  if (!(cause instanceof Error)) return withoutSecrets(String(cause))
  const kept = new Error(withoutSecrets(cause.message))
  kept.name = cause.name
  if (cause.stack !== undefined) kept.stack = withoutSecrets(cause.stack)
  return Object.assign(kept, 'code' in cause && typeof cause.code === 'string' ? { code: cause.code } : {})
}

function messageOf(
  what: string,
  facts: FailureFacts,
  cloudMessage: string | undefined,
  details: readonly string[],
): string {
  const { cloudCode = '' } = facts
  const said = cloudMessage?.startsWith(cloudCode)
    ? cloudMessage
    : [cloudCode, cloudMessage].filter((part) => part !== undefined && part !== '').join(': ')
  const where = facts.operation === undefined ? '' : ` (${facts.operation})`
  return [`${what}${where}`, ...(said === '' ? [] : [`The service says: ${said}`]), ...details].join('\n')
}
