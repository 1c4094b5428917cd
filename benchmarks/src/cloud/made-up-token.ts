/** A token with an audience and a signature that is plainly none, good for longer than any virtual time lasts. */
export function makeUpToken(audience: string): { token: string; expiresOnTimestamp: number } {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return {
    token: `${part({ alg: 'none', typ: 'JWT' })}.${part({ aud: audience })}.fake`,
    expiresOnTimestamp: Date.UTC(2100, 0, 1),
  }
}
