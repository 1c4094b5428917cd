import { defaultPolicy, type FetchPolicy } from './fetch-policy.ts'
import { type FetchProblem, problemOf } from './fetch-problem.ts'
import { judgeUrl } from './judge-url.ts'
import { type Resolve, resolveByDns, resolveHost } from './resolve-host.ts'
import { sendOnce } from './send-once.ts'

/** One answer on the way that led on to another address. */
export interface Hop {
  readonly url: string
  readonly status: number
}

/** What was answered at the end of all redirects. */
export interface FetchAnswer {
  /** The address that answered, after redirects. */
  readonly url: string
  readonly status: number
  /** In lower case; several of one name are joined by ", ". */
  readonly headers: Readonly<Record<string, string>>
  /** The body, unpacked. Empty for `HEAD`. */
  readonly bytes: Uint8Array
  /** The answers that led here, in order. */
  readonly hops: readonly Hop[]
  /** The IP address that was spoken to at the end. */
  readonly address: string
}

/** Either an answer, whatever its status, or why there is none. */
export type FetchOutcome =
  | { readonly ok: true; readonly answer: FetchAnswer }
  | { readonly ok: false; readonly problem: FetchProblem; readonly hops: readonly Hop[] }

/** How something is fetched. */
export interface FetchOptions {
  /** `GET` unless told. */
  readonly method?: 'GET' | 'HEAD'
  readonly policy?: Partial<FetchPolicy>
  /** Sent as `Accept`; everything unless told. */
  readonly accept?: string
  readonly userAgent?: string
  readonly signal?: AbortSignal
  /** Looks names up; the machine's own resolver unless told. Its answers are judged like any other. */
  readonly resolve?: Resolve
}

/**
 * Fetches an address that somebody else gave us. Every hop is judged anew: scheme, port, and each IP address the name
 * stands for; the connection then goes to the very address that was judged, so that a name cannot change its meaning in
 * between. Sends no cookies, credentials or referrer.
 *
 * Never throws for what an address or a server does: that is the outcome's `problem`.
 */
export async function safeFetch(url: string, options: FetchOptions = {}): Promise<FetchOutcome> {
  const policy = { ...defaultPolicy, ...options.policy }
  const timeout = AbortSignal.timeout(policy.timeoutMilliseconds)
  const signal = options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal])
  const hops: Hop[] = []
  const refuse = (problem: FetchProblem): FetchOutcome => ({ ok: false, problem, hops })
  let next = url
  for (;;) {
    const judged = judgeUrl(next, policy)
    if ('problem' in judged) return refuse(judged.problem)
    const target = judged.url
    const resolved = await resolveHost(target.hostname, policy, options.resolve ?? resolveByDns, signal)
    if ('problem' in resolved) return refuse(stopped(options.signal, timeout, policy) ?? resolved.problem)
    const sent = await sendOnce({ ...options, url: target, address: resolved.address, policy, signal })
    if ('problem' in sent) return refuse(stopped(options.signal, timeout, policy) ?? sent.problem)
    const { status, headers, bytes } = sent
    const location = redirection.has(status) ? headers.location : undefined
    if (location === undefined) {
      return { ok: true, answer: { url: target.href, status, headers, bytes, hops, address: resolved.address } }
    }
    hops.push({ url: target.href, status })
    if (hops.length > policy.maximumRedirects) {
      return refuse(problemOf('redirects-exceeded', { limit: policy.maximumRedirects, host: target.hostname }))
    }
    if (!URL.canParse(location, target)) return refuse(problemOf('redirect-malformed', { status }))
    next = new URL(location, target).href
  }
}

/** Answers that lead on; 304 and 300 do not. */
const redirection: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** Whose doing it was that the signal fired, if it did: what broke off because of it is no fault of the server. */
function stopped(
  asked: AbortSignal | undefined,
  timeout: AbortSignal,
  { timeoutMilliseconds }: FetchPolicy,
): FetchProblem | undefined {
  if (asked?.aborted) return problemOf('cancelled')
  return timeout.aborted ? problemOf('timed-out', { seconds: timeoutMilliseconds / 1000 }) : undefined
}
