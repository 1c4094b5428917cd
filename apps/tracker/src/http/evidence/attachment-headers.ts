/** How somebody's file leaves us: saved, never opened on our pages, its type taken at our word, powerless if it is. */
export function attachmentHeaders(file: {
  readonly fileName: string
  readonly mediaType: string
}): Readonly<Record<string, string>> {
  return {
    'Content-Type': file.mediaType.startsWith('text/') ? `${file.mediaType}; charset=utf-8` : file.mediaType,
    'Content-Disposition': `attachment; filename="${asciiName(file.fileName)}"; filename*=UTF-8''${extended(file.fileName)}`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'Cache-Control': 'private, no-store',
  }
}

/** For readers that do not know the extended form. */
function asciiName(name: string): string {
  return name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
}

/** RFC 5987: percent-encoded but for the characters it lets stand. */
function extended(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
