/** What an address is worth: absolute http(s) without blanks, or not. */
export type AddressVerdict = 'https' | 'http' | 'invalid'

/** Judges the text of a web address. Only its shape is looked at; nothing is fetched. */
export function judgeAddress(text: string): AddressVerdict {
  if (/\s/.test(text)) return 'invalid'
  const match = /^(https?):\/\/[^/?#@\s]+\.[^/?#\s]+|^(https?):\/\/localhost\b/i.exec(text)
  if (match === null || !URL.canParse(text)) return 'invalid'
  return text.slice(0, 6).toLowerCase() === 'https:' ? 'https' : 'http'
}
