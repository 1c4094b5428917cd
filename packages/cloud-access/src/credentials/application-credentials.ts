import { X509Certificate } from 'node:crypto'
import { ConfidentialClientApplication, type NodeAuthOptions } from '@azure/msal-node'
import { CloudFailure } from '../failures/cloud-failure.ts'
import type { RenewableTokenOptions } from '../pipeline/token-source.ts'
import { type KnownCredential, type SignInOptions, scopeList } from './credential.ts'
import { accessTokenOf, msalConfiguration, msalRequest } from './msal-application.ts'
import { signInFailure } from './sign-in-failure.ts'

/** How an application proves that it is itself. */
export type ApplicationProof =
  | { readonly clientSecret: string }
  /** Certificate and private key, both PEM; the chain may follow the certificate. */
  | { readonly certificate: string; readonly privateKey: string }
  /** A signed assertion, asked for whenever one is needed. */
  | { readonly assertion: () => Promise<string> }

/** An application's own tokens, by secret, certificate or assertion. */
export function createApplicationCredential(options: SignInOptions & ApplicationProof): KnownCredential {
  const application = new ConfidentialClientApplication(msalConfiguration(options, proofOf(options)))
  return {
    kind: 'application',
    async getToken(scopes, asked: RenewableTokenOptions = {}) {
      try {
        const result = await application.acquireTokenByClientCredential({
          scopes: scopeList(scopes),
          ...msalRequest(options, asked),
          ...(asked.forceRefresh === true ? { skipCache: true } : {}),
        })
        return accessTokenOf(result)
      } catch (error) {
        throw signInFailure(error)
      }
    },
  }
}

/** Tokens of a user who is signed in to the application's own service, for other services on their behalf. */
export function createOnBehalfOfCredential(
  options: SignInOptions & ApplicationProof & { readonly userToken: string | (() => Promise<string>) },
): KnownCredential {
  const application = new ConfidentialClientApplication(msalConfiguration(options, proofOf(options)))
  const { userToken } = options
  return {
    kind: 'delegated',
    async getToken(scopes, asked: RenewableTokenOptions = {}) {
      try {
        const result = await application.acquireTokenOnBehalfOf({
          oboAssertion: typeof userToken === 'string' ? userToken : await userToken(),
          scopes: scopeList(scopes),
          ...msalRequest(options, asked),
          ...(asked.forceRefresh === true ? { skipCache: true } : {}),
        })
        return accessTokenOf(result)
      } catch (error) {
        throw signInFailure(error)
      }
    },
  }
}

/** The proof in MSAL's words. */
export function proofOf(
  proof: ApplicationProof,
): Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate' | 'clientAssertion'> {
  if ('clientSecret' in proof) return { clientSecret: proof.clientSecret }
  if ('assertion' in proof) return { clientAssertion: proof.assertion }
  const { certificate, privateKey } = proof
  return {
    clientCertificate: { thumbprintSha256: thumbprintOf(certificate), privateKey, x5c: certificate },
  }
}

/** SHA-256 of the certificate, as hexadecimal digits. */
function thumbprintOf(certificate: string): string {
  try {
    return new X509Certificate(certificate).fingerprint256.replaceAll(':', '')
  } catch (cause) {
    throw new CloudFailure('input-invalid', {
      service: 'sign-in',
      cause,
      details: ['certificate: must be PEM, beginning with -----BEGIN CERTIFICATE-----'],
    })
  }
}
