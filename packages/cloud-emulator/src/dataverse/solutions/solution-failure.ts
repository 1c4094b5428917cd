/** A solution cannot be imported or removed. `code` is what import logs call errorcode. */
export class SolutionFailure extends Error {
  override readonly name = 'SolutionFailure'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** A code such as `0x8004801d` as the signed number that rows and results hold. */
export function signedCode(code: string): number {
  return Number.parseInt(code, 16) | 0
}
