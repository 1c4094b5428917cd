import {
  createDefaultHttpClient,
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  decompressResponsePolicy,
  type HttpClient,
  type HttpMethods,
  proxyPolicy,
} from '@azure/core-rest-pipeline'
import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node'
import { isSafe } from '../clouds/addresses.ts'
import type { Cloud } from '../clouds/cloud.ts'
import { destinationsOf } from '../clouds/destinations.ts'
import { CloudFailure } from '../failures/cloud-failure.ts'
import { bodyPolicy } from '../pipeline/body-policy.ts'
import { type CallContext, setCallContext } from '../pipeline/call-context.ts'
import { type Clock, systemClock } from '../pipeline/clock.ts'
import { failureOfError } from '../pipeline/failure-of-error.ts'
import { hostsWithoutProxy } from '../pipeline/hosts-without-proxy.ts'

const timeoutMs = 60_000
const largestAnswerBytes = 1_048_576
/** What RFC 8628 asks for: five seconds more between questions. */
const slowDownMs = 5_000

/** Sends MSAL's requests the way all others go: through proxies, through a stand-in, bounded in time and size. */
export function signInNetwork(cloud: Cloud, transport?: HttpClient, clock: Clock = systemClock): INetworkModule {
  return boundedNetwork(destinationsOf(cloud).sendTo, transport, clock)
}

/** The same for addresses of others: `sendTo` gives the address that a request really goes to. */
export function boundedNetwork(
  sendTo: (address: string) => string,
  transport?: HttpClient,
  clock: Clock = systemClock,
): INetworkModule {
  const pipeline = createEmptyPipeline()
  pipeline.addPolicy(proxyPolicy(undefined, { customNoProxyList: hostsWithoutProxy() }))
  pipeline.addPolicy(decompressResponsePolicy())
  pipeline.addPolicy(bodyPolicy())
  const client = transport ?? createDefaultHttpClient()

  async function send<T>(
    method: HttpMethods,
    url: string,
    { headers = {}, body }: NetworkRequestOptions,
  ): Promise<NetworkResponse<T>> {
    const address = sendTo(url)
    if (!isSafe(new URL(address))) throw new CloudFailure('address-insecure', { service: 'sign-in' })
    const request = createPipelineRequest({
      url: address,
      method,
      headers: createHttpHeaders(headers),
      allowInsecureConnection: true,
      ...(body === undefined ? {} : { body }),
    })
    const context = signInContext(address)
    setCallContext(request, context)
    const response = await pipeline.sendRequest(client, request).catch((error: unknown) => {
      const { code, details } = failureOfError(error, context)
      throw new CloudFailure(code, { service: 'sign-in', details, cause: error })
    })
    return {
      status: response.status,
      headers: response.headers.toJSON(),
      // MSAL states the type it expects and checks what it needs of it.
      body: jsonOf(response.bodyAsText) as T,
    }
  }

  return {
    sendGetRequestAsync: (url, options = {}) => send('GET', url, options),
    async sendPostRequestAsync<T>(url: string, options: NetworkRequestOptions = {}) {
      const answer = await send<T>('POST', url, options)
      if (!isSlowDown(answer.body)) return answer
      // MSAL takes this for a failure, although it only asks for patience.
      await clock.sleep(slowDownMs)
      return { ...answer, body: { ...answer.body, error: 'authorization_pending' } }
    },
  }
}

/** Signing in has no operation; its policies look at limits alone. */
function signInContext(address: string): CallContext {
  return {
    operation: { id: 'sign-in', failures: [], credentials: { application: 'accepted', delegated: 'accepted' } },
    service: 'graph',
    repetition: 'safe',
    audience: undefined,
    scope: 'sign-in',
    address,
    signal: undefined,
    timeoutMs,
    largestAnswerBytes,
    attempts: 0,
    kind: 'unknown',
  }
}

function isSlowDown(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'error' in body && body.error === 'slow_down'
}

function jsonOf(text: string | null | undefined): unknown {
  if (text === undefined || text === null || text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    return {
      error: 'invalid_answer',
      error_description: 'The identity platform answered with something else than JSON.',
    }
  }
}
