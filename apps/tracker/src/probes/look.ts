import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import type { AddressFacts, ProbeFailure, ProbeObstacle } from '@sevenstep/onboarding'
import {
  decodeBody,
  type FetchAnswer,
  type FetchOptions,
  type FetchOutcome,
  judgeAddress,
  safeFetch,
} from '@sevenstep/safe-fetch'
import type { Configuration } from '../configuration/configuration.ts'
import type { Clock } from '../domain/clock.ts'
import { readAnswer } from './read-answer.ts'
import type { AnswerToRead } from './worker/answer-facts.ts'

/** What is to be looked at, and what it has to show. */
export type LookQuestion = Pick<AnswerToRead, 'address' | 'rule' | 'productName' | 'edition'>

/** What a look ends with: what was seen, or why nobody could look. */
export type LookEnding =
  | { readonly kind: 'seen'; readonly facts: AddressFacts }
  | { readonly kind: 'unseen'; readonly obstacle: ProbeObstacle }

/** Looks at an address. Never throws for what an address or a server does. */
export type Look = (question: LookQuestion) => Promise<LookEnding>

/** What looking is done with. */
export interface LookOptions {
  readonly probes: Configuration['probes']
  readonly version: string
  readonly clock: Clock
  /** Looks names up; the machine's own resolver unless told. */
  readonly resolve?: NonNullable<FetchOptions['resolve']>
}

/** Bytes read of an answer, after it was unpacked; a page's own text is far shorter. */
const mostBytes = 512 * 1024

/** A name that is there whenever the internet is: people sign in at it. */
const wayOut = 'https://login.microsoftonline.com/'

/** How long it is remembered whether there is a way out, in milliseconds. */
const rememberedFor = 60_000

/** Headers that the rules about host pages judge. */
const judgedHeaders = [
  'content-security-policy',
  'cross-origin-embedder-policy',
  'cross-origin-opener-policy',
  'permissions-policy',
] as const
const longestHeader = 2000

/** Opens the way out that the configuration permits: none, the public internet, or named networks beside it. */
export function openLook({ probes, version, clock, resolve = resolveByDns }: LookOptions): Look {
  const fetchOptions: FetchOptions = {
    resolve,
    userAgent: `Sevenstep/${version} (looks at addresses that vendors hand in)`,
    policy: { ports: probes.ports, permittedNetworks: probes.networks, maximumBytes: mostBytes },
  }
  // At its own port, whatever ports addresses may have: refused here, it would look as if there were no way out.
  const outward: FetchOptions = { ...fetchOptions, method: 'HEAD', policy: { ...fetchOptions.policy, ports: [443] } }
  const hasWayOut = rememberedAnswer(async () => (await safeFetch(wayOut, outward)).ok)

  /** Whether a failure may be our own: the network beyond is out of reach, and the address is none of a permitted one. */
  async function isOurs(address: string, failure: ProbeFailure): Promise<boolean> {
    if (!ofTheNetwork.has(failure) || (await isInPermitted(address, probes.networks, resolve))) return false
    return !(await hasWayOut())
  }

  return async (question) => {
    if (!probes.enabled) return { kind: 'unseen', obstacle: 'switched-off' }
    const at = clock.now().toISOString()
    const began = performance.now()
    const outcome = await fetchPage(question.address, fetchOptions)
    const measured = { at, milliseconds: Math.round(performance.now() - began) }
    if (!outcome.ok) {
      const { code } = outcome.problem
      if (code === 'cancelled') return { kind: 'unseen', obstacle: 'interrupted' }
      if (await isOurs(question.address, code)) return { kind: 'unseen', obstacle: 'no-way-out' }
      return { kind: 'seen', facts: { ...measured, hops: outcome.hops.length, failure: code } }
    }
    if (outcome.answer.status === 429) return { kind: 'unseen', obstacle: 'asked-to-wait' }
    return { kind: 'seen', facts: { ...measured, ...(await factsOf(question, outcome.answer)) } }
  }
}

/** Failures that look the same from a network without a way out. */
const ofTheNetwork: ReadonlySet<ProbeFailure> = new Set(['name-unresolved', 'connection-failed', 'timed-out'])

async function fetchPage(address: string, options: FetchOptions): Promise<FetchOutcome> {
  const outcome = await safeFetch(address, { ...options, accept: 'text/html,*/*;q=0.5' })
  // A long page is a page all the same: its head tells whether it is there.
  return outcome.ok || outcome.problem.code !== 'too-large'
    ? outcome
    : safeFetch(address, { ...options, method: 'HEAD' })
}

async function factsOf(
  question: LookQuestion,
  answer: FetchAnswer,
): Promise<Omit<AddressFacts, 'at' | 'milliseconds'>> {
  const { status, url, headers, hops } = answer
  const isSuccess = status >= 200 && status < 300
  // The page of an error is not the page that was asked for.
  const read = isSuccess
    ? await readAnswer({ ...question, finalAddress: url, status, headers, text: decodeBody(answer) })
    : {}
  const contentType = headers['content-type']?.slice(0, 100)
  const judged = question.rule.rules?.room === 'flow-embed' ? headersOf(headers) : {}
  return {
    hops: hops.length,
    status,
    finalAddress: withoutQuery(url),
    ...(contentType !== undefined && { contentType }),
    ...(Object.keys(judged).length > 0 && { headers: judged }),
    ...read,
  }
}

function headersOf(headers: FetchAnswer['headers']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    judgedHeaders.flatMap((name) => {
      const value = headers[name]
      return value === undefined ? [] : [[name, value.slice(0, longestHeader)]]
    }),
  )
}

/** What stands behind "?" can be access to something, and is kept nowhere. */
function withoutQuery(address: string): string {
  const url = new URL(address)
  url.search = ''
  url.hash = ''
  return url.href
}

async function isInPermitted(
  address: string,
  networks: readonly string[],
  resolve: NonNullable<FetchOptions['resolve']>,
): Promise<boolean> {
  if (networks.length === 0 || !URL.canParse(address)) return false
  const host = new URL(address).hostname.replace(/^\[(.*)\]$/, '$1')
  const found = isIP(host) === 0 ? await resolve(host).catch(() => []) : [host]
  return found.some((one) => !judgeAddress(one).allowed && judgeAddress(one, networks).allowed)
}

async function resolveByDns(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true, order: 'verbatim' })).map(({ address }) => address)
}

/** Asks once and remembers the answer for a while; those who ask meanwhile wait for the same one. */
function rememberedAnswer(ask: () => Promise<boolean>): () => Promise<boolean> {
  let known: { readonly until: number; readonly answer: Promise<boolean> } | undefined
  return () => {
    const now = performance.now()
    if (known === undefined || known.until < now) known = { until: now + rememberedFor, answer: ask() }
    return known.answer
  }
}
