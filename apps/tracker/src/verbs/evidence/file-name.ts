/** Longest name kept, in characters; long enough to tell files apart, short enough for every file system. */
const longest = 120

/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/**
 * A file name as it may be kept and offered for download: without folders, without characters that steer a terminal, a
 * browser or the reading direction, without dots and blanks at the ends. Never empty; the ending stays.
 */
export function cleanFileName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|(?<![. ])[. ]+$/g, '')
    .replace(reserved, '_$&')
  if (plain === '') return 'file'
  const letters = [...plain]
  if (letters.length <= longest) return plain
  const ending = endingOf(plain)
  const kept = ending === '' ? '' : `.${ending}`
  return `${letters.slice(0, longest - [...kept].length).join('')}${kept}`
}

/** The ending in lower case without its dot; empty where there is none or it is no plain word. */
export function endingOf(name: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? ''
}
