/** An error of Entra's sign-in pages, in our words. */
export interface ExplainedError {
  /** Such as `AADSTS65004`; nothing when the message names none. */
  readonly code: string | undefined
  readonly why: string
  readonly fix: string
}

/** What the numbers mean that come up with applications of this kind. */
const known: Readonly<Record<string, readonly [why: string, fix: string]>> = {
  AADSTS50011: [
    'The redirect address is not registered, or not letter by letter.',
    'Register the address that was sent, exactly as it was sent.',
  ],
  AADSTS50020: [
    'The account belongs to a directory that the application does not admit.',
    'Open the application to several organisations, or sign in with an account of its directory.',
  ],
  AADSTS65001: [
    'Nobody has agreed to these scopes in this organisation yet.',
    'Let the user agree, or send an administrator to the consent address.',
  ],
  AADSTS65004: [
    'The person who was asked did not agree.',
    'Explain what each scope is for, then send them to the consent address again.',
  ],
  AADSTS650051: [
    'The service principal of the API could not be made in this organisation.',
    'Let somebody of the organisation open Power Automate once, then try again.',
  ],
  AADSTS650053: ['A scope that was asked for does not exist.', 'Correct the scope’s name or id.'],
  AADSTS650057: [
    'The API is not among those that the registration asks for.',
    'Add the API and its scopes to the registration.',
  ],
  AADSTS700016: [
    'The application does not exist in this organisation.',
    'Check the client id and the tenant, and that the application admits several organisations.',
  ],
  AADSTS7000218: [
    'The application did not prove itself, and public client flows are off.',
    'Send the secret or certificate, or allow public client flows for a device code.',
  ],
  AADSTS90094: [
    'Only an administrator can agree to what is asked for.',
    'Send an administrator to the consent address.',
  ],
}

/** Explains an error by the number in its description; of one without a known number, says what can be said. */
export function explainError(description: string, error: string): ExplainedError {
  const code = /\bAADSTS\d{5,8}\b/.exec(description)?.[0]
  const found = code !== undefined && Object.hasOwn(known, code) ? known[code] : undefined
  if (found !== undefined) return { code, why: found[0], fix: found[1] }
  const isDenied = error === 'access_denied'
  return {
    code,
    why: isDenied ? 'Whoever was asked did not agree, or may not.' : 'Entra refused without a reason that we know.',
    fix: isDenied
      ? 'Ask an administrator of the organisation to open the consent address.'
      : 'Look the number up at https://login.microsoftonline.com/error, and keep the request id it shows.',
  }
}
