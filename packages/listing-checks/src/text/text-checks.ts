/** How long a text is to a person who counts: characters, not units of its encoding. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}

/** The address a text is, or nothing. */
export function addressOf(text: unknown): URL | undefined {
  return typeof text === 'string' && URL.canParse(text) ? new URL(text) : undefined
}

/** Whether a text is an address with a password in it, as `https://user:password@host`. */
export function hasPassword(text: string): boolean {
  return text.includes('@') && (addressOf(text)?.password ?? '') !== ''
}

/** An address as it may be shown: without what opens something, a user with password or what stands behind "?". */
export function shownAddress(address: string): string {
  const [plain = ''] = address.split('?', 1)
  return hasPassword(address) ? plain.replace(/\/\/[^/]{0,2000}@/, '//…@') : plain
}

/** What keeps the public from an https address, as the end of a sentence; nothing when nothing is to be seen. */
export function addressFault(text: string): string | undefined {
  const url = addressOf(text)
  if (url === undefined) return 'it is no address'
  if (url.protocol !== 'https:')
    return `it begins with "${url.protocol}${url.host === '' ? '' : '//'}" instead of "https://"`
  if (url.username !== '' || url.password !== '') return 'it carries a user name'
  const host = url.hostname.toLowerCase()
  if (host === 'localhost' || host.endsWith('.localhost')) return 'it leads to the reader’s own machine'
  if (/^[\d.]+$/.test(host) || host.startsWith('[')) return 'it names a machine by number'
  if (!host.includes('.') || /\.(local|internal|lan|corp|home)$/.test(host)) return 'it leads into a private network'
  return undefined
}

/** Whether a mail address has the form of one; whether it is read nobody sees from here. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>()[\],;:"]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text)
}

/** Whether a text can be dialled: at least six digits, and nothing but what people write among them. */
export function isPhoneNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '').length
  return digits >= 6 && digits <= 20 && /^\+?[\d\s().\-/x]+$/i.test(text)
}

/** Whether a text is a GUID. */
export function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}

/** The marker of `listing init` for what only a person can fill. */
export const placeholderMark = 'TODO'

/** The offer ID of a new folder whose product has no name yet; an ID takes no capitals. */
export const placeholderId = 'todo'

/** Whether a text still holds a marker, or what people write where a text is to come. */
export function isPlaceholder(text: string): boolean {
  return /\b(?:TODO|TBD|[Ll]orem [Ii]psum|LOREM IPSUM)\b/.test(text)
}
