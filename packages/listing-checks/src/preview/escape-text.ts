const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/**
 * A text as it may stand in HTML, in and between tags. Controls have no place there, and signs that turn the direction of
 * text around could make a page say what its text does not: both are left out.
 */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']|[^\P{Cc}\t\r\n]|[\u202a-\u202e\u2066-\u2069]/gu, (sign) => names[sign] ?? '')
}

/** Bytes as an address that holds them. */
export function dataAddress(bytes: Uint8Array, type: string): string {
  let text = ''
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return `data:${type};base64,${btoa(text)}`
}
