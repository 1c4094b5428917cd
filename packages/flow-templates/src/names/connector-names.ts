const encoder = new TextEncoder()
const decoder = new TextDecoder()

/**
 * A title as it stands in the name of a connector's api: lower case, everything but letters and digits as `-` and two
 * hexadecimal digits. `My connector` becomes `my-20connector`. How characters outside ASCII are written has not been
 * seen; their UTF-8 bytes are assumed.
 */
export function encodeApiName(title: string): string {
  return escaped(title.toLowerCase(), /[^a-z0-9]/gu, (byte) => `-${hex(byte)}`)
}

/** The title, in lower case, that {@link encodeApiName} was given. What is no escape stays as it is. */
export function decodeApiName(name: string): string {
  return name.includes('-') ? unescaped(name, /(?:-[0-9a-f]{2})+/g) : name
}

/**
 * A name as Dataverse writes it where only letters, digits and underscores may stand: everything else, underscores
 * too, as `_` and two hexadecimal digits in upper case. `archer_promptwagon` becomes `archer_5Fpromptwagon`. As above,
 * characters outside ASCII are assumed to go by their UTF-8 bytes.
 */
export function encodeDataverseName(name: string): string {
  return escaped(name, /[^A-Za-z0-9]/gu, (byte) => `_${hex(byte).toUpperCase()}`)
}

/** The name that {@link encodeDataverseName} was given. What is no escape stays as it is. */
export function decodeDataverseName(name: string): string {
  return name.includes('_') ? unescaped(name, /(?:_[0-9A-F]{2})+/g) : name
}

/** The parts of an api's name such as `shared_my-20connector-5feca8e1ea20c64f`. */
export interface ApiNameParts {
  /** Decoded, in lower case. For a connector of Microsoft's list it is its plain name: `office365`. */
  readonly title: string
  /** What makes a custom connector's name unique in its environment, with the characters that set it off; else empty. */
  readonly suffix: string
}

/**
 * Takes an api's name apart. A suffix is one or more groups of sixteen hexadecimal digits behind `-`, or behind an
 * encoded underscore in connectors of a solution.
 */
export function parseApiName(name: string): ApiNameParts {
  const bare = name.replace(/^.*\//, '').replace(/^shared_/, '')
  const suffix = /(?:-5f[0-9a-f]{16}|(?:-[0-9a-f]{16})+)$/.exec(bare)?.[0] ?? ''
  return { title: decodeApiName(bare.slice(0, bare.length - suffix.length)), suffix }
}

function escaped(text: string, character: RegExp, write: (byte: number) => string): string {
  return text.replace(character, (found) => [...encoder.encode(found)].map(write).join(''))
}

function unescaped(text: string, escapes: RegExp): string {
  return text.replace(escapes, (found) => {
    const bytes = found.match(/[0-9a-f]{2}/gi) ?? []
    return decoder.decode(new Uint8Array(bytes.map((byte) => Number.parseInt(byte, 16))))
  })
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0')
}
