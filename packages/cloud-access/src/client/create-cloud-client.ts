import { randomUUID } from 'node:crypto'
import {
  createDefaultHttpClient,
  createHttpHeaders,
  createPipelineRequest,
  type PipelineRequest,
} from '@azure/core-rest-pipeline'
import { acceptedAudiences } from '../clouds/cloud.ts'
import { destinationsOf } from '../clouds/destinations.ts'
import type { InputOf, Operation, OutputOf, ServiceName } from '../operations/operation.ts'
import { type CallContext, setCallContext } from '../pipeline/call-context.ts'
import { systemClock } from '../pipeline/clock.ts'
import { createCallPipeline } from '../pipeline/create-pipeline.ts'
import { failureOfError } from '../pipeline/failure-of-error.ts'
import { createLimiters } from '../pipeline/limit-policy.ts'
import { knownLimits } from '../pipeline/service-limits.ts'
import { createTokenSource } from '../pipeline/token-source.ts'
import { type BuiltRequest, createRequestBuilder } from './build-request.ts'
import type { CallOptions, CloudAnswer, CloudClient, CloudClientOptions } from './cloud-client.ts'
import { itemsOf } from './pages.ts'
import { readAnswer } from './read-answer.ts'
import { reporterOf } from './report-call.ts'
import { userAgent } from './user-agent.ts'
import { beginWork, resumeWork } from './work-begin.ts'

/** Sends one operation; what paging and long-running work are built on. */
export type Send = (operation: Operation, input: object, options: CallOptions) => Promise<SentAnswer>

/** An answer with the address that it came from, against which relative addresses in it are read. */
export interface SentAnswer extends CloudAnswer<unknown> {
  readonly address: string
}

/**
 * Makes the client of one cloud and tenant.
 *
 * @example
 * const client = createCloudClient({ cloud: knownClouds.public, tenant, credential })
 * const connector = await client.call(getConnector, { path: { connector }, query: { $filter } })
 */
export function createCloudClient(options: CloudClientOptions): CloudClient {
  const { cloud, tenant, clock = systemClock } = options
  const send = createSend(options)
  const following = { send, clock, onEvent: quiet(options.onEvent) }
  return {
    cloud,
    tenant,
    async call<O extends Operation>(operation: O, input: InputOf<O>, callOptions: CallOptions = {}) {
      // `send` parsed the body with the operation's own schemas.
      return (await send(operation, input, callOptions)).body as OutputOf<O>
    },
    answer<O extends Operation>(operation: O, input: InputOf<O>, callOptions: CallOptions = {}) {
      return send(operation, input, callOptions).then(
        // `send` parsed the body with the operation's own schemas.
        ({ status, body, headers, requestIds }) => ({ status, body: body as OutputOf<O>, headers, requestIds }),
      )
    },
    items: (operation, input, callOptions = {}) => itemsOf(send, operation, input, callOptions),
    begin: (operation, input, workOptions = {}) => beginWork(following, operation, input, workOptions),
    resume: (handle, workOptions = {}) => resumeWork(following, handle, workOptions),
  }
}

/** Bytes in a millisecond: a solution of 30 MB gets ten more minutes. */
const slowestUpload = 50

/** One for all clients, so that a fleet's clients share its connections. */
const sharedTransport = createDefaultHttpClient()

function createSend(options: CloudClientOptions): Send {
  const { cloud, clock = systemClock, timeoutMs = 240_000, largestAnswerBytes = 67_108_864 } = options
  const onEvent = quiet(options.onEvent)
  const pipeline = createCallPipeline({
    tokens: createTokenSource({
      credential: options.credential,
      tenant: options.tenant,
      clock,
      accepts: (audience) => acceptedAudiences(cloud, audience),
    }),
    limiters: options.limiters ?? createLimiters({ ...knownLimits, ...options.limits }, clock),
    clock,
    retry: options.retry ?? {},
    beforeRetry: ({ operation, service }, reason, waitMs, status) =>
      onEvent?.({
        kind: 'waiting',
        operation: operation.id,
        service,
        at: clock.now(),
        reason,
        waitMs,
        ...(status === undefined ? {} : { status }),
      }),
  })
  const transport = options.transport ?? sharedTransport
  const build = createRequestBuilder(cloud, destinationsOf(cloud))
  const agent = userAgent(options.application)

  return async (operation, input, callOptions) => {
    const built = build(operation, input, callOptions.at)
    const requestId = callOptions.requestId ?? randomUUID()
    const context: CallContext = {
      operation,
      service: operation.service,
      repetition: operation.repetition,
      audience: built.audience,
      scope: `${operation.service} ${built.host} ${options.tenant}`,
      address: built.address,
      signal: callOptions.signal,
      timeoutMs: (callOptions.timeoutMs ?? timeoutMs) + Math.floor((built.body?.length ?? 0) / slowestUpload),
      largestAnswerBytes: callOptions.largestAnswerBytes ?? largestAnswerBytes,
      attempts: 0,
      kind: 'unknown',
    }
    const request = requestOf(built, operation.service, requestId, agent)
    setCallContext(request, context)
    const report = onEvent && reporterOf(onEvent, clock, { context, requestId, host: built.host })
    report?.sent()
    try {
      const response = await pipeline.sendRequest(transport, request)
      const answer = readAnswer(operation, response, context, clock.now())
      report?.answered(answer)
      return { ...answer, address: built.address }
    } catch (error) {
      const failure = failureOfError(error, context)
      report?.failed(failure)
      throw failure
    }
  }
}

function requestOf(built: BuiltRequest, service: ServiceName, requestId: string, agent: string): PipelineRequest {
  return createPipelineRequest({
    url: built.address,
    method: built.method,
    headers: createHttpHeaders({
      ...built.headers,
      'user-agent': agent,
      [service === 'graph' ? 'client-request-id' : 'x-ms-client-request-id']: requestId,
    }),
    // Addresses were checked already: plain http leads to this machine alone.
    allowInsecureConnection: true,
    requestId,
    ...(built.body === undefined ? {} : { body: built.body }),
  })
}

/** A listener that fails must not make a call fail that succeeded. */
function quiet(onEvent: CloudClientOptions['onEvent']): CloudClientOptions['onEvent'] {
  if (onEvent === undefined) return undefined
  return (event) => {
    try {
      onEvent(event)
    } catch {
      // Nobody is there to be told.
    }
  }
}
