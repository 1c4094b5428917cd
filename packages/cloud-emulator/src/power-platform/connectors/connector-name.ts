import { createHash, randomBytes } from 'node:crypto'

/**
 * The name a new custom connector gets: its title in lower case with every other character than letters and digits as
 * `-` and two hexadecimal digits, then a part for the environment and one of its own.
 */
export function newConnectorName(title: string, environment: string): string {
  const place = createHash('sha256').update(environment.toLowerCase()).digest('hex').slice(0, 16)
  return `shared_${encodeConnectorTitle(title)}-5f${place}-5f${randomBytes(8).toString('hex')}`
}

/** `My connector_2` becomes `my-20connector-5f2`. */
export function encodeConnectorTitle(title: string): string {
  return [...new TextEncoder().encode(title.trim().toLowerCase())]
    .map((byte) => {
      const character = String.fromCharCode(byte)
      return /[a-z0-9]/.test(character) ? character : `-${byte.toString(16).padStart(2, '0')}`
    })
    .join('')
    .slice(0, 180)
}
