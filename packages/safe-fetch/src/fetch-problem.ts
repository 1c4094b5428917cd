/** Why an address was not fetched; a closed list. */
export type FetchProblemCode = keyof typeof texts

/** What went wrong, in the house's words. Never holds the credentials that an address may carry. */
export interface FetchProblem {
  readonly code: FetchProblemCode
  readonly what: string
  readonly why: string
  readonly fix: string
}

/** Puts a problem into words; `{name}` in the texts stands for a value. */
export function problemOf(
  code: FetchProblemCode,
  values: Readonly<Record<string, string | number>> = {},
): FetchProblem {
  const [what, why, fix] = texts[code]
  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole))
  return { code, what: filled(what), why: filled(why), fix: filled(fix) }
}

const texts = {
  'address-malformed': [
    'The address cannot be read.',
    'It is not a complete URL with scheme and host.',
    'Write it as in a browser, for example https://example.com/privacy.',
  ],
  'scheme-refused': [
    'Addresses with "{scheme}" are not fetched.',
    'Only {allowed} lead to pages that everybody can open.',
    'Give an address that begins with https://.',
  ],
  'port-refused': [
    'The port {port} is not fetched from.',
    'Public pages are served at the ordinary ports; others may belong to services that are not for everybody.',
    'Give an address without a port.',
  ],
  'credentials-refused': [
    'The address carries a user name or password.',
    'Whoever sees the address could sign in with it.',
    'Remove everything between "//" and "@", and change that password.',
  ],
  'name-unresolved': [
    'The name {host} leads nowhere.',
    'No address is known for it: {reason}.',
    'Look for a typing error, or whether the domain has been published.',
  ],
  'address-private': [
    'The host {host} is not on the public internet.',
    'It leads to {address}, which is {range}.',
    'Give the public address that your customers use.',
  ],
  'redirects-exceeded': [
    'The address leads on more than {limit} times.',
    'The last hop was {host}; chains this long are mostly circles.',
    'Give the address at which the page is in the end, or mend the redirects.',
  ],
  'redirect-malformed': [
    'The answer leads on to an address that cannot be read.',
    'The header "Location" of the answer {status} holds no address.',
    'Mend the redirect on the server.',
  ],
  'timed-out': [
    'There was no complete answer within {seconds} seconds.',
    'The server is slow, or something on the way drops the connection.',
    'Open the address in a browser; try again once it answers quickly.',
  ],
  'too-large': [
    'The answer is larger than {limit} bytes.',
    'Only so much is read of an address that somebody gave us.',
    'Give the address of the page itself, not of a download.',
  ],
  'connection-failed': [
    'The host {host} could not be reached.',
    'The connection was not made or broke off: {reason}.',
    'Check that the server runs and can be reached from outside your network.',
  ],
  'certificate-invalid': [
    'The certificate of {host} is not trusted.',
    'Browsers would refuse it as well: {reason}.',
    'Install a valid certificate for exactly this name, with its intermediate certificates.',
  ],
  'answer-malformed': [
    'The answer of {host} cannot be read.',
    'It is not what its headers say: {reason}.',
    'Look at what the server sends, for example with a browser’s network tools.',
  ],
  cancelled: ['Fetching was stopped.', 'Whoever asked for it took that back.', 'Ask again when the answer is wanted.'],
} as const satisfies Readonly<Record<string, readonly [what: string, why: string, fix: string]>>
