import type { JudgedFile } from '@sevenstep/rule-engine'
import { type AnyNode, type Program, parse } from 'acorn'
import { type Names, readNames } from './names.ts'

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

/** Reads a script. Never throws. */
export function readScript(source: ScriptSource): Script | UnreadScript {
  const { file, start, end, isModule } = source
  const place = { file, start, end }
  if (end - start > longestScript) return { place, reason: `${file.path} is longer than 4 million characters.` }
  const code = start === 0 && end === file.text.length ? file.text : file.text.slice(start, end)
  const kinds = isModule === undefined ? (['module', 'script'] as const) : ([isModule ? 'module' : 'script'] as const)
  let failure: unknown
  for (const sourceType of kinds) {
    try {
      const program = parse(code, { ecmaVersion: 'latest', sourceType, allowHashBang: true })
      return {
        file,
        program,
        names: readNames(program),
        placeOf: (node) => ({ file, start: node.start + start, end: node.end + start }),
      }
    } catch (error) {
      failure = error
    }
  }
  if (!(failure instanceof SyntaxError) || failure.message.startsWith('Not enough stack space')) {
    return { place, reason: `${file.path} is nested too deeply to be read.` }
  }
  // acorn adds the offset to its errors.
  const { pos } = failure as SyntaxError & { readonly pos?: number }
  const at = Math.min(start + (pos ?? 0), end)
  const fault = failure.message.replace(/ \(\d+:\d+\)$/, '')
  return {
    place: { file, start: at, end: Math.min(at + 1, end) },
    reason: `${file.path} could not be read as JavaScript: ${fault}.`,
    fault,
  }
}
