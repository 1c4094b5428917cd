import { randomUUID } from 'node:crypto'

/** Which browser is signed in as whom at the platform, by the `sid` its cookie holds. */
export interface SignInSessions {
  readonly begin: (objectId: string) => string
  readonly accountOf: (sid: string) => string | undefined
  readonly end: (sid: string) => void
}

/** Sessions in memory; they end with the process. */
export function createSignInSessions(): SignInSessions {
  const accounts = new Map<string, string>()
  return {
    begin: (objectId) => {
      const sid = randomUUID()
      accounts.set(sid, objectId)
      return sid
    },
    accountOf: (sid) => accounts.get(sid),
    end: (sid) => {
      accounts.delete(sid)
    },
  }
}
