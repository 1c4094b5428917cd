import { CloudFailure } from '@sevenstep/cloud-access'
import type { TargetCredential } from '@sevenstep/deployment-client'

type Environment = Readonly<Record<string, string | undefined>>

/** A person of the emulator and the application through which they sign in, as the environment names them. */
interface EmulatedPerson {
  readonly clientId: string
  readonly secret: string | undefined
  readonly user: string
  readonly password: string
}

/**
 * Signs in the emulator's person, as `sevenstep emulator --print-env` put it into the environment: rehearsing needs nobody
 * at a browser. Nothing of this reaches Microsoft's cloud. Nothing where the environment names nobody.
 */
export function emulatorCredential(
  url: string,
  tenant: string,
  environment: Environment,
): TargetCredential | undefined {
  const person = personFor(tenant, environment)
  if (person === undefined) return undefined
  return {
    kind: 'delegated',
    async getToken(scopes) {
      const { clientId, secret, user, password } = person
      const body = new URLSearchParams({
        grant_type: 'password',
        client_id: clientId,
        username: user,
        password,
        scope: typeof scopes === 'string' ? scopes : scopes.join(' '),
        ...(secret !== undefined && { client_secret: secret }),
      })
      const address = `${new URL(url).origin}/https/login.microsoftonline.com/${tenant}/oauth2/v2.0/token`
      return tokenOf(await fetch(address, { method: 'POST', body }).catch(notThere))
    },
  }
}

/** Somebody of the partner in the partner's tenant, and of the customer everywhere else. */
function personFor(tenant: string, environment: Environment): EmulatedPerson | undefined {
  const isPartner = tenant.toLowerCase() === environment.SEVENSTEP_EMULATOR_PARTNER_TENANT?.toLowerCase()
  const prefix = isPartner ? 'SEVENSTEP_EMULATOR_PARTNER' : 'SEVENSTEP_EMULATOR'
  const user = environment[`${prefix}_USER`]
  const password = environment[`${prefix}_PASSWORD`]
  const clientId = environment.SEVENSTEP_EMULATOR_CLIENT_ID
  if (user === undefined || password === undefined || clientId === undefined) return undefined
  return { clientId, secret: environment.SEVENSTEP_EMULATOR_CLIENT_SECRET, user, password }
}

async function tokenOf(response: Response): Promise<{ token: string; expiresOnTimestamp: number }> {
  const answer: unknown = await response.json().catch(() => undefined)
  const { access_token: token, expires_in: seconds, error_description: said } = Object(answer)
  if (typeof token === 'string') return { token, expiresOnTimestamp: Date.now() + Number(seconds) * 1000 }
  throw new CloudFailure('credential-gave-nothing', {
    details: [typeof said === 'string' ? said : 'The emulator gave no token.'],
  })
}

function notThere(cause: unknown): never {
  throw new CloudFailure('connection-failed', { cause, service: 'sign-in', details: ['No emulator answers there.'] })
}
