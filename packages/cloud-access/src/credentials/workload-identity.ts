import { z } from 'zod'
import { isSafe } from '../clouds/addresses.ts'
import { CloudFailure } from '../failures/cloud-failure.ts'
import { createApplicationCredential } from './application-credentials.ts'
import type { KnownCredential, SignInOptions } from './credential.ts'
import { boundedNetwork } from './sign-in-network.ts'

/** The variables of a pipeline's run that lead to its identity. */
export type PipelineEnvironment = Readonly<Record<string, string | undefined>>

/** How a pipeline's run proves which pipeline it is. */
export interface WorkloadIdentityOptions extends SignInOptions {
  /** `process.env`, or what stands in for it. */
  readonly environment: PipelineEnvironment
  /** Id of the service connection in Azure DevOps; AZURESUBSCRIPTION_SERVICE_CONNECTION_ID if left out. */
  readonly serviceConnection?: string
  /** Audience of the proof that the federated credential expects. */
  readonly proofAudience?: string
}

const usualAudience = 'api://AzureADTokenExchange'

/**
 * Tokens of an application for runs of GitHub Actions and Azure DevOps, without any stored secret: the run proves
 * itself, and the registration trusts that proof.
 *
 * @throws CloudFailure `workload-identity-missing` outside such a run, `workload-identity-refused`.
 */
export function createWorkloadIdentityCredential(options: WorkloadIdentityOptions): KnownCredential {
  const ask = proofRequest(options)
  // The pipeline's own address is asked itself, also where a stand-in takes the place of the cloud.
  const network = boundedNetwork((address) => address, options.transport)
  const { cloud, tenant, clientId, cache, transport } = options
  return createApplicationCredential({
    cloud,
    tenant,
    clientId,
    ...(cache === undefined ? {} : { cache }),
    ...(transport === undefined ? {} : { transport }),
    async assertion() {
      const { url, method, headers } = ask
      const answer = await (method === 'GET'
        ? network.sendGetRequestAsync<unknown>(url, { headers })
        : network.sendPostRequestAsync<unknown>(url, { headers })
      ).catch((cause: unknown) => {
        throw refused(['No answer came.'], cause)
      })
      if (answer.status !== 200) throw refused([`It answered ${answer.status}.`])
      const proof = proofAnswer.safeParse(answer.body)
      if (!proof.success) throw refused(['Its answer holds no token.'])
      return proof.data
    },
  })
}

interface ProofRequest {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Record<string, string>
}

function proofRequest(options: WorkloadIdentityOptions): ProofRequest {
  const { environment, proofAudience = usualAudience } = options
  const gitHub = environment.ACTIONS_ID_TOKEN_REQUEST_URL
  const gitHubToken = environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN
  if (gitHub !== undefined && gitHubToken !== undefined) {
    const url = checkedAddress(gitHub)
    url.searchParams.set('audience', proofAudience)
    return {
      url: url.href,
      method: 'GET',
      headers: { accept: 'application/json', authorization: `Bearer ${gitHubToken}` },
    }
  }
  const azure = environment.SYSTEM_OIDCREQUESTURI
  const azureToken = environment.SYSTEM_ACCESSTOKEN
  const connection = options.serviceConnection ?? environment.AZURESUBSCRIPTION_SERVICE_CONNECTION_ID
  if (azure !== undefined && azureToken !== undefined) {
    const url = checkedAddress(azure)
    if (!url.searchParams.has('api-version')) url.searchParams.set('api-version', '7.1')
    if (connection !== undefined) url.searchParams.set('serviceConnectionId', connection)
    return {
      url: url.href,
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        authorization: `Bearer ${azureToken}`,
      },
    }
  }
  throw new CloudFailure('workload-identity-missing', { service: 'sign-in' })
}

function checkedAddress(text: string): URL {
  const address = URL.canParse(text) ? new URL(text) : undefined
  if (address === undefined || !isSafe(address)) throw new CloudFailure('address-insecure', { service: 'sign-in' })
  return address
}

/** GitHub calls it `value`, Azure DevOps `oidcToken`. */
const proofAnswer = z.union([
  z.object({ value: z.string().min(1) }).transform(({ value }) => value),
  z.object({ oidcToken: z.string().min(1) }).transform(({ oidcToken }) => oidcToken),
])

function refused(details: readonly string[], cause?: unknown): CloudFailure {
  return new CloudFailure('workload-identity-refused', { service: 'sign-in', details, cause })
}
