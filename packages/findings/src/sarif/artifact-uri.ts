/**
 * A path as a URI reference for SARIF: relative paths stay relative, absolute ones become `file:` addresses, every
 * segment is percent-encoded. Both kinds of slashes part the folders of a path with a drive letter.
 */
export function artifactUri(path: string): string {
  const drive = /^([A-Za-z]:)[\\/]/.exec(path)?.[1]
  const segments = (drive === undefined ? path : path.slice(drive.length).replaceAll('\\', '/')).split('/')
  const encoded = segments.map(encodeSegment).join('/')
  if (drive !== undefined) return `file:///${drive}${encoded}`
  if (path.startsWith('/')) return `file://${encoded.replace(/^\/+/, '/')}`
  return encoded.replace(/^(?:\.\/+)+/, '') || '.'
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd')).replace(/[!'()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  })
}
