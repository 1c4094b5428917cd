/**
 * The address as a link may carry it, or undefined when it is no web address (`javascript:` among them). What a
 * table cell, an attribute or a workflow command could stumble over is percent-encoded.
 */
export function safeLink(address: string | undefined): string | undefined {
  if (address === undefined || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined
  return new URL(address).href.replace(/[|'"`<>\\()[\]{}^\s]/g, (character) => {
    return `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`
  })
}
