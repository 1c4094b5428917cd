import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node'
import type { Authority } from './authority.ts'

/** msal-node's way to the provider, which remembers why it could not be reached: msal-node's own errors do not say. */
export interface ProviderNetwork {
  readonly module: INetworkModule
  /** Undefined as long as every request was answered as the protocol wants. */
  readonly failure: () => Error | undefined
}

/** Makes the way to the provider; each request is given up after `timeout` milliseconds. */
export function createProviderNetwork(authority: Authority, timeout: number): ProviderNetwork {
  let failure: Error | undefined

  async function send<Body>(
    method: 'GET' | 'POST',
    address: string,
    { headers, body }: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<Body>> {
    try {
      const response = await fetch(authority.mapped(address), {
        method,
        redirect: 'error',
        signal: AbortSignal.timeout(timeout),
        ...(headers === undefined ? {} : { headers }),
        ...(body === undefined ? {} : { body }),
      })
      if (response.status >= 500 || response.status === 429) throw new Error(`the provider answered ${response.status}`)
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.json(),
      }
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error))
      throw failure
    }
  }

  return {
    module: {
      sendGetRequestAsync: (address, options) => send('GET', address, options),
      sendPostRequestAsync: (address, options) => send('POST', address, options),
    },
    failure: () => failure,
  }
}
