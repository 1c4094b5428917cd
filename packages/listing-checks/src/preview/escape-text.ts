const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as it may stand in HTML, in and between tags. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => names[sign] ?? '')
}

/** Bytes as an address that holds them. */
export function dataAddress(bytes: Uint8Array, type: string): string {
  let text = ''
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return `data:${type};base64,${btoa(text)}`
}
