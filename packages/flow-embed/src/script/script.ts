import type { JudgedFile } from '@sevenstep/rule-engine'
import { type AnyNode, type Program, parse } from 'acorn'
import { type Names, readNames } from './names.ts'
import type { Dialect, ParseTyped } from './typed-parser.ts'

/** A stretch of one of the files. */
export interface TextPlace {
  readonly file: JudgedFile
  readonly start: number
  readonly end: number
}

/** A script that could be read: a file of its own or a part of a page. */
export interface Script {
  readonly file: JudgedFile
  readonly program: Program
  readonly names: Names
  /** What it was written in, beyond JavaScript. */
  readonly dialect: Dialect | undefined
  /** Where a node stands in the file. */
  placeOf(node: Pick<AnyNode, 'start' | 'end'>): TextPlace
}

/** What a script is and where it begins in its file. */
export interface ScriptSource {
  readonly file: JudgedFile
  readonly start: number
  readonly end: number
  /** Undefined where nothing says: both ways are tried. */
  readonly isModule: boolean | undefined
  /** Undefined for JavaScript. */
  readonly dialect?: Dialect | undefined
}

/** A script that was not read, and why. */
export interface UnreadScript {
  readonly place: TextPlace
  /** What follows: rules about scripts say that they could not look. */
  readonly reason: string
  /** The parser refused it, so that a browser does too unless something translates it. */
  readonly fault?: string
}

const longestScript = 4_000_000

/** JavaScript that only holds markup, as many React projects write it. */
const markup: Dialect = { hasTypes: false, hasMarkup: true }

/**
 * Reads a script. Never throws.
 *
 * @param parseTyped for TypeScript and JSX, which are not read without it
 */
export function readScript(source: ScriptSource, parseTyped?: ParseTyped): Script | UnreadScript {
  const { file, start, end, dialect } = source
  const place = { file, start, end }
  if (end - start > longestScript) return { place, reason: `${file.path} is longer than 4 million characters.` }
  const code = start === 0 && end === file.text.length ? file.text : file.text.slice(start, end)
  if (dialect !== undefined && parseTyped === undefined) {
    return { place, reason: `${file.path} holds TypeScript or JSX, and what reads them was not loaded.` }
  }
  const read = readAs(source, code, dialect, parseTyped)
  if (!('failure' in read)) return read
  const isMarkup = dialect === undefined && parseTyped !== undefined && isSyntaxError(read.failure)
  const again = isMarkup ? readAs(source, code, markup, parseTyped) : read
  return 'failure' in again ? unreadFor(source, read.failure) : again
}

/** True where JavaScript looks as if it held markup, which only {@link ParseTyped} reads. */
export function mayHoldMarkup(text: string): boolean {
  return /<\/[A-Za-z>]|\/>/.test(text) && /\bfrom\s*['"](?:p?react|solid-js)|\bReact\b|\bjsx\b/.test(text)
}

function readAs(
  { file, start, isModule }: ScriptSource,
  code: string,
  dialect: Dialect | undefined,
  parseTyped: ParseTyped | undefined,
): Script | { readonly failure: unknown } {
  const kinds = isModule === undefined ? (['module', 'script'] as const) : ([isModule ? 'module' : 'script'] as const)
  let failure: unknown
  for (const sourceType of kinds) {
    try {
      const program =
        dialect === undefined || parseTyped === undefined
          ? parse(code, { ecmaVersion: 'latest', sourceType, allowHashBang: true })
          : parseTyped(code, dialect, sourceType)
      return {
        file,
        program,
        names: readNames(program),
        dialect,
        placeOf: (node) => ({ file, start: node.start + start, end: node.end + start }),
      }
    } catch (error) {
      // What the first way says holds: most scripts are modules.
      failure ??= error
    }
  }
  return { failure }
}

function isSyntaxError(failure: unknown): failure is SyntaxError & { readonly pos?: number } {
  return failure instanceof SyntaxError && !failure.message.startsWith('Not enough stack space')
}

function unreadFor({ file, start, end, dialect }: ScriptSource, failure: unknown): UnreadScript {
  if (!isSyntaxError(failure)) {
    return { place: { file, start, end }, reason: `${file.path} is nested too deeply to be read.` }
  }
  // Parsers add the offset to their errors.
  const at = Math.min(start + (failure.pos ?? 0), end)
  const fault = failure.message.replace(/\.? \(\d+:\d+\)$/, '')
  const language = dialect === undefined ? 'JavaScript' : dialect.hasTypes ? 'TypeScript' : 'JSX'
  return {
    place: { file, start: at, end: Math.min(at + 1, end) },
    reason: `${file.path} could not be read as ${language}: ${fault}.`,
    fault,
  }
}
