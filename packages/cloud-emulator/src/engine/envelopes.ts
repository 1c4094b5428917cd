import { randomUUID } from 'node:crypto'
import type { HostOwner } from '../hosts/hosts.ts'
import type { EmulatedFailure } from '../operation/emulated-failure.ts'
import type { Answer } from '../operation/emulated-operation.ts'

/** The ids and times that services put into refusals. */
export interface EnvelopeContext {
  readonly requestId: string
  readonly clientRequestId: string | undefined
  readonly now: Date
}

/** Words a refusal as the service does it comes from. */
export function envelopeOf(service: HostOwner, failure: EmulatedFailure, context: EnvelopeContext): Answer {
  const { status, extras, code, message } = failure
  const headers = { ...extras.headers }
  if (extras.body !== undefined) return { status, body: extras.body, headers }
  if (service === 'storage') return storageEnvelope(failure, context)
  if (service === 'partner-center')
    return { status, body: { code, description: message, data: [], source: 'Emulator' }, headers }
  const error: Record<string, unknown> = { code, message, ...extras.members }
  if (service === 'graph') {
    error.innerError = {
      date: context.now.toISOString().slice(0, 19),
      'request-id': context.requestId,
      'client-request-id': context.clientRequestId ?? context.requestId,
      ...Object(extras.members?.innerError),
    }
  }
  return { status, body: { error }, headers }
}

/** Headers that name the request, as each service writes them. */
export function requestIdHeaders(service: HostOwner, { requestId, clientRequestId }: EnvelopeContext) {
  const client = clientRequestId ?? requestId
  switch (service) {
    case 'partner-center':
      return { 'ms-requestid': client, 'ms-correlationid': requestId }
    case 'graph':
      return { 'request-id': requestId, 'client-request-id': client }
    case 'dataverse':
      return { 'x-ms-service-request-id': requestId, req_id: requestId, 'odata-version': '4.0' }
    case 'storage':
      return { 'x-ms-request-id': requestId, 'x-ms-version': '2021-08-06' }
    default:
      return { 'x-ms-request-id': requestId, 'x-ms-correlation-request-id': clientRequestId ?? randomUUID() }
  }
}

function storageEnvelope({ status, code, message, extras }: EmulatedFailure, context: EnvelopeContext): Answer {
  const body = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${escaped(code)}</Code><Message>${escaped(message)}\nRequestId:${context.requestId}\nTime:${context.now.toISOString()}</Message></Error>`
  return { status, body, headers: { 'content-type': 'application/xml', 'x-ms-error-code': code, ...extras.headers } }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
