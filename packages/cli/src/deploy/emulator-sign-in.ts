import { CloudFailure } from '@sevenstep/cloud-access'
import type { ConnectCloudOptions } from '@sevenstep/deployment-client'

type SignIn = Pick<ConnectCloudOptions, 'credentialFor'>

/**
 * Rehearsing needs nobody at a browser: where the emulator's person is in the environment, as `sevenstep emulator
 * --print-env` puts it there, targets that sign in a person get that one. Nothing of this reaches Microsoft's cloud.
 */
export function emulatorSignIn(url: string, environment: Readonly<Record<string, string | undefined>>): SignIn {
  const { SEVENSTEP_EMULATOR_USER: user, SEVENSTEP_EMULATOR_PASSWORD: password } = environment
  const clientId = environment.SEVENSTEP_EMULATOR_CLIENT_ID
  const secret = environment.SEVENSTEP_EMULATOR_CLIENT_SECRET
  if (user === undefined || password === undefined || clientId === undefined) return {}
  return {
    credentialFor: ({ credential, tenant }) => {
      if (credential.kind !== 'device-code' && credential.kind !== 'browser') return undefined
      return {
        kind: 'delegated',
        async getToken(scopes) {
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
    },
  }
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
