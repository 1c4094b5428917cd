/** How somebody's file leaves us: saved, never opened on our pages, its type taken at our word, powerless if it is. */
export function attachmentHeaders(file: {
  readonly fileName: string
  readonly mediaType: string
}): Readonly<Record<string, string>> {
  const name = nameOnDisk(file)
  return {
    'Content-Type': file.mediaType.startsWith('text/') ? `${file.mediaType}; charset=utf-8` : file.mediaType,
    'Content-Disposition': `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${extended(name)}`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'Cache-Control': 'private, no-store',
  }
}

/** Source text opens as text where it is saved, too: a page that somebody handed in must not run on a reviewer's machine. */
function nameOnDisk({ fileName, mediaType }: { readonly fileName: string; readonly mediaType: string }): string {
  return mediaType === 'text/plain' && !/\.(?:txt|log)$/i.test(fileName) ? `${fileName}.txt` : fileName
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
