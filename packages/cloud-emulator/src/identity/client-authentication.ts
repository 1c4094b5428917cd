import { createHash, timingSafeEqual } from 'node:crypto'
import { importSPKI, jwtVerify } from 'jose'
import { claimsOf, isDigestOf } from './cloud/cloud-grants.ts'
import type { ProvenClient } from './cloud/issue-tokens.ts'
import type { RegisteredApplication } from './directory.ts'
import { entraErrors } from './entra-error.ts'
import type { Parameters } from './parameters.ts'
import type { Services } from './services.ts'

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** What a token request says about who sends it. */
export interface ClientCredentials {
  readonly clientId: string
  readonly secret: string | undefined
  readonly assertion: string | undefined
}

/** Reads the client's id and proof from the body, or from a Basic header (RFC 6749 section 2.3.1). */
export function readCredentials(parameters: Parameters, authorization: string | undefined): ClientCredentials {
  const assertion = parameters.get('client_assertion')
  if (assertion !== undefined && parameters.get('client_assertion_type') !== assertionType) {
    throw entraErrors.parameterInvalid('client_assertion_type', `'${assertionType}'`)
  }
  const basic = /^Basic ([\w+/=-]+)$/i.exec(authorization ?? '')?.[1]
  if (basic === undefined) {
    return { clientId: parameters.need('client_id'), secret: parameters.get('client_secret'), assertion }
  }
  try {
    const pair = Buffer.from(basic, 'base64').toString().split(':').map(decodeURIComponent)
    return { clientId: pair[0] ?? '', secret: pair[1], assertion }
  } catch {
    throw entraErrors.parameterInvalid('Authorization', 'client id and secret, each percent-encoded')
  }
}

/**
 * Proves that the application is who it says.
 *
 * @throws EntraError where it is not registered, or its secret or assertion is missing, wrong or not expected.
 */
export async function authenticateClient(
  services: Services,
  credentials: ClientCredentials,
  tokenPath: string,
): Promise<ProvenClient> {
  const application = services.directory.application(credentials.clientId)
  if (application === undefined) throw entraErrors.applicationNotFound(credentials.clientId)
  const { clientSecret, certificateKeys = [] } = application
  const { secret, assertion } = credentials
  const confidential = clientSecret !== undefined || certificateKeys.length > 0 || hasProofs(application)
  const proven = secret !== undefined || assertion !== undefined
  if (!confidential && proven) throw entraErrors.secretNotExpected()
  // A registration may allow public sign-ins beside those with its secret.
  if (!proven && (application.publicClient ?? !confidential)) return { application, proof: 'none' }
  if (assertion !== undefined) {
    if (await isFederated(application, assertion, services.clock.now())) return { application, proof: 'assertion' }
    if (!(await isSignedByOne(assertion, certificateKeys, application.clientId, tokenPath, services.clock.now()))) {
      throw entraErrors.assertionWrong()
    }
    return { application, proof: 'assertion' }
  }
  if (secret === undefined) throw entraErrors.secretMissing()
  checkSecret(application, secret, services.clock.now())
  return { application, proof: 'secret' }
}

function hasProofs({ secretDigests = [], federatedCredentials = [] }: RegisteredApplication): boolean {
  return secretDigests.length > 0 || federatedCredentials.length > 0
}

function checkSecret(application: RegisteredApplication, secret: string, now: Date): void {
  const { clientSecret, secretDigests = [] } = application
  if (clientSecret !== undefined && sameSecret(secret, clientSecret)) return
  const fitting = secretDigests.filter(({ digest }) => isDigestOf(secret, digest))
  if (fitting.length === 0) throw entraErrors.secretWrong()
  if (fitting.every(({ endDateTime }) => endDateTime !== undefined && Date.parse(endDateTime) <= now.getTime())) {
    throw entraErrors.secretExpired(application.clientId)
  }
}

/** Whether a token of another issuer proves the application; a token of the application itself is no such thing. */
async function isFederated(application: RegisteredApplication, assertion: string, now: Date): Promise<boolean> {
  const { federatedCredentials = [], clientId } = application
  const claims = claimsOf(assertion)
  if (claims === undefined || claims.iss === clientId || federatedCredentials.length === 0) return false
  const ofIssuer = federatedCredentials.filter(({ issuer }) => issuer === claims.iss)
  if (ofIssuer.length === 0) throw entraErrors.federationUnknown('issuer', claims.iss ?? '')
  const ofSubject = ofIssuer.filter(({ subject }) => subject === claims.sub)
  if (ofSubject.length === 0) throw entraErrors.federationUnknown('subject', claims.sub ?? '')
  const audiences = [claims.aud ?? []].flat()
  const credential = ofSubject.find(({ audience }) => audiences.includes(audience))
  if (credential === undefined) throw entraErrors.federationUnknown('audience', audiences.join(' '))
  const seconds = now.getTime() / 1000
  if ((claims.exp ?? 0) + 300 <= seconds || (claims.nbf ?? 0) - 300 > seconds) throw entraErrors.assertionOver()
  try {
    await jwtVerify(assertion, await importSPKI(credential.issuerKey, 'RS256'), {
      algorithms: ['RS256'],
      currentDate: now,
      clockTolerance: 300,
    })
  } catch {
    throw entraErrors.assertionWrong()
  }
  return true
}

async function isSignedByOne(
  assertion: string,
  keys: readonly string[],
  clientId: string,
  tokenPath: string,
  now: Date,
): Promise<boolean> {
  for (const pem of keys) {
    for (const algorithm of ['PS256', 'RS256']) {
      try {
        const { payload } = await jwtVerify(assertion, await importSPKI(pem, algorithm), {
          algorithms: [algorithm],
          issuer: clientId,
          subject: clientId,
          currentDate: now,
          clockTolerance: 300,
          requiredClaims: ['exp', 'aud'],
        })
        // Applications that are led here from Microsoft's address still name that one, so only the path is compared.
        if (typeof payload.aud === 'string' && pathOf(payload.aud) === tokenPath) return true
      } catch {
        // Not this key; the next may fit.
      }
    }
  }
  return false
}

function sameSecret(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}

function pathOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).pathname : undefined
}
