import type { AccessToken } from '@azure/core-auth'
import { type AuthenticationResult, type Configuration, LogLevel, type NodeAuthOptions } from '@azure/msal-node'
import { authorityOf } from '../clouds/cloud.ts'
import { CloudFailure } from '../failures/cloud-failure.ts'
import type { RenewableTokenOptions } from '../pipeline/token-source.ts'
import type { SignInOptions } from './credential.ts'
import { signInNetwork } from './sign-in-network.ts'

/** Configuration of an application of MSAL. */
export function msalConfiguration(
  { cloud, tenant, clientId, cache, transport }: SignInOptions,
  proof: Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate' | 'clientAssertion'> = {},
): Configuration {
  return {
    auth: {
      clientId,
      authority: authorityOf(cloud, tenant),
      // Spares asking Microsoft's public cloud about hosts that the cloud's data names.
      knownAuthorities: [new URL(cloud.login.value).host],
      // We answer claims challenges, so that services may withdraw tokens at once.
      clientCapabilities: ['CP1'],
      ...proof,
    },
    ...(cache === undefined ? {} : { cache: { cachePlugin: cache.plugin } }),
    system: {
      networkClient: signInNetwork(cloud, transport),
      loggerOptions: { logLevel: LogLevel.Error, piiLoggingEnabled: false, loggerCallback: () => undefined },
    },
  }
}

/** The parts of MSAL's requests that every flow shares. */
export function msalRequest(options: SignInOptions, asked: RenewableTokenOptions) {
  return {
    ...(asked.claims === undefined ? {} : { claims: asked.claims }),
    // The same application serves every tenant that has consented to it.
    ...(asked.tenantId === undefined || asked.tenantId === options.tenant
      ? {}
      : { authority: authorityOf(options.cloud, asked.tenantId) }),
  }
}

/** What MSAL got, in the shape of `TokenCredential`. */
export function accessTokenOf(result: AuthenticationResult | null): AccessToken {
  if (result === null || result.accessToken === '')
    throw new CloudFailure('credential-gave-nothing', { service: 'sign-in' })
  return {
    token: result.accessToken,
    expiresOnTimestamp: result.expiresOn?.getTime() ?? 0,
    ...(result.refreshOn === undefined ? {} : { refreshAfterTimestamp: result.refreshOn.getTime() }),
    tokenType: 'Bearer',
  }
}
