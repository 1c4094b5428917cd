import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import {
  createEmptyPipeline,
  decompressResponsePolicy,
  type Pipeline,
  type PipelinePolicy,
  proxyPolicy,
  redirectPolicy,
} from '@azure/core-rest-pipeline'
import { bodyPolicy } from './body-policy.ts'
import { callContextOf } from './call-context.ts'
import type { Clock } from './clock.ts'
import { hostsWithoutProxy } from './hosts-without-proxy.ts'
import { type Limiters, limitPolicy } from './limit-policy.ts'
import { type BeforeRetry, type RetryOptions, retryPolicy } from './retry-policy.ts'
import { tokenPolicy } from './token-policy.ts'
import type { TokenSource } from './token-source.ts'

/** Most redirects that one request follows. */
export const mostRedirects = 10

/** What the pipeline of one client is made of. */
export interface PipelineParts {
  readonly tokens: TokenSource
  readonly limiters: Limiters
  readonly clock: Clock
  readonly retry: RetryOptions
  readonly beforeRetry: BeforeRetry
}

/** The policies that every request passes, from the outside in. */
export function createCallPipeline({ tokens, limiters, clock, retry, beforeRetry }: PipelineParts): Pipeline {
  const pipeline = createEmptyPipeline()
  const policies: readonly PipelinePolicy[] = [
    retryPolicy(clock, retry, beforeRetry),
    limitPolicy(limiters, clock),
    // Follows within the same origin only.
    redirectPolicy({ maxRetries: mostRedirects }),
    tokenPolicy(tokens),
    proxyPolicy(undefined, { customNoProxyList: hostsWithoutProxy() }),
    freshConnectionPolicy(),
    decompressResponsePolicy(),
    bodyPolicy(),
  ]
  for (const policy of policies) pipeline.addPolicy(policy)
  return pipeline
}

/**
 * What starts work gets a connection of its own: a kept one may be closed by the server in the very moment of its use,
 * and then nobody knows whether the request arrived.
 */
function freshConnectionPolicy(): PipelinePolicy {
  const http = new HttpAgent({ keepAlive: false })
  const https = new HttpsAgent({ keepAlive: false })
  return {
    name: 'fresh-connection',
    sendRequest(request, next) {
      if (request.agent === undefined && callContextOf(request).repetition === 'start')
        request.agent = request.url.startsWith('https:') ? https : http
      return next(request)
    },
  }
}
