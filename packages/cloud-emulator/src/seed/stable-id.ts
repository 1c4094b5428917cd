import { createHash } from 'node:crypto'

/** A GUID that is always the same for the same words, so that two starts are alike. */
export function stableId(...words: readonly string[]): string {
  const hex = createHash('sha256').update(words.join('\n')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** SHA-256, hexadecimal: what the state keeps of secrets and passwords. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
