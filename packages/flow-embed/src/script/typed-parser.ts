import type { Program } from 'acorn'

/** What a script is written in, beyond JavaScript. */
export interface Dialect {
  readonly hasTypes: boolean
  readonly hasMarkup: boolean
}

/**
 * Reads TypeScript and JSX to the program that is left when all types are taken out; every node keeps its place in the
 * text, and markup stays as nodes of its own.
 *
 * @throws SyntaxError with `pos`, the offset into the code; RangeError where it is nested too deeply
 */
export type ParseTyped = (code: string, dialect: Dialect, sourceType: 'script' | 'module') => Program

/** The dialect of a file by its name, or undefined for plain JavaScript and everything else. */
export function dialectOfPath(path: string): Dialect | undefined {
  const ending = /\.([cm]?tsx?|jsx)$/i.exec(path)?.[1]?.toLowerCase()
  return ending === undefined ? undefined : dialectOfLanguage(ending)
}

/** The dialect of a `lang` attribute or an ending; undefined for JavaScript. */
export function dialectOfLanguage(language: string): Dialect | undefined {
  switch (language.replace(/^[cm](?=ts)/, '')) {
    case 'ts':
    case 'typescript':
      return { hasTypes: true, hasMarkup: false }
    case 'tsx':
      return { hasTypes: true, hasMarkup: true }
    case 'jsx':
      return { hasTypes: false, hasMarkup: true }
    default:
      return undefined
  }
}
