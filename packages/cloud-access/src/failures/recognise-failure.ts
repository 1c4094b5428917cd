import type { Operation } from '../operations/operation.ts'
import { type FailureKey, failureTexts, isFailureKey } from './catalogue.ts'
import type { ServiceWords } from './envelope.ts'
import { generalFailures } from './texts/general.ts'

/** What of an operation the recognition looks at. */
type Known = Pick<Operation, 'failures'>

/**
 * Which kind of failure an answer is: the codes from the inside out, each as the operation itself names it or else the
 * catalogue; then what the operation names for the status, then the service's words, then the status alone.
 */
export function recogniseFailure(status: number, words: ServiceWords, operation: Known = { failures: [] }): FailureKey {
  const ofStatus = operation.failures.filter((failure) => failure.status === status)
  let general: FailureKey | undefined
  for (const code of words.codes.toReversed().map((text) => text.toLowerCase())) {
    const named = ofStatus.find((failure) => failure.code?.toLowerCase() === code)?.failure
    const listed = codes.get(code)?.find((sign) => sign.status === undefined || sign.status === status)?.key
    for (const key of [named, listed]) {
      if (key === undefined || !isFailureKey(key)) continue
      // What is said in general gives way to what says more.
      if (!(key in generalFailures)) return key
      general ??= key
    }
  }
  const named = ofStatus.find(({ code }) => code === undefined)?.failure
  if (named !== undefined && isFailureKey(named)) {
    if (!(named in generalFailures)) return named
    general ??= named
  }
  return byMessage(status, words) ?? general ?? byStatus(status)
}

function byMessage(status: number, words: ServiceWords): FailureKey | undefined {
  const message = (words.message ?? '').toLowerCase()
  if (message === '') return undefined
  return messages.find((sign) => message.includes(sign.part) && (sign.status === undefined || sign.status === status))
    ?.key
}

function byStatus(status: number): FailureKey {
  return statuses[status] ?? (status >= 500 ? 'service-failed' : status >= 400 ? 'request-refused' : 'unknown')
}

const statuses: Readonly<Record<number, FailureKey>> = {
  401: 'token-refused',
  403: 'not-allowed',
  404: 'not-found',
  405: 'method-refused',
  408: 'service-failed',
  409: 'conflict',
  410: 'not-found',
  412: 'changed-meanwhile',
  413: 'request-too-large',
  429: 'throttled',
}

interface CodeSign {
  readonly key: FailureKey
  readonly status: number | undefined
}

const { codes, messages } = indexed()

function indexed() {
  const codes = new Map<string, CodeSign[]>()
  const messages: { readonly part: string; readonly key: FailureKey; readonly status: number | undefined }[] = []
  for (const [key, text] of Object.entries(failureTexts)) {
    if (!isFailureKey(key)) continue
    for (const sign of text.signs ?? []) {
      for (const code of sign.codes ?? []) {
        const signs = codes.get(code.toLowerCase()) ?? []
        codes.set(code.toLowerCase(), [...signs, { key, status: sign.status }])
      }
      for (const part of sign.messages ?? []) messages.push({ part: part.toLowerCase(), key, status: sign.status })
    }
  }
  return { codes, messages }
}
