import type { DeviceCodeRequest } from '@azure/msal-node'
import type { KnownCredential, SignInOptions } from './credential.ts'
import { createPersonCredential } from './public-credentials.ts'

/** What to show so that a person can sign in on any device. */
export interface DeviceCodePrompt {
  readonly code: string
  /** The page to open. */
  readonly address: string
  /** How long the code lives, in seconds. */
  readonly expiresInSeconds: number
  /** The identity platform's own sentence with both. */
  readonly message: string
}

/** A person signs in on any device with a code that is shown here. */
export function createDeviceCodeCredential(
  options: SignInOptions & {
    readonly show: (prompt: DeviceCodePrompt) => void
    /** User name, where the cache may hold several. */
    readonly account?: string
  },
): KnownCredential {
  return createPersonCredential(options, ({ application, scopes, request, signal }) => {
    const asked: DeviceCodeRequest = {
      scopes,
      ...request,
      deviceCodeCallback: ({ userCode, verificationUri, expiresIn, message }) =>
        options.show({ code: userCode, address: verificationUri, expiresInSeconds: expiresIn, message }),
    }
    const result = application.acquireTokenByDeviceCode(asked)
    if (signal === undefined) return result
    return new Promise((resolve, reject) => {
      const cancel = (): void => {
        asked.cancel = true
        reject(signal.reason)
      }
      signal.addEventListener('abort', cancel, { once: true })
      if (signal.aborted) cancel()
      result.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel))
    })
  })
}
