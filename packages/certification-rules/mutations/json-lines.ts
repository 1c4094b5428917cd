import { below } from './spot.ts'

/** One line of a JSON text written with two spaces, with the pointer of the value that begins on it. */
export interface JsonLine {
  readonly text: string
  readonly index: number
  /** Pointer of the value on the line; of the container on a line that only closes one. */
  readonly pointer: string
  /** What the line holds: a whole scalar, the start of a container, an empty container, or the end of one. */
  readonly kind: 'scalar' | 'open' | 'empty' | 'close'
  /** Column, from 0, at which the value begins, behind the key. */
  readonly valueColumn: number
  /** A string stands on the line as its value. */
  readonly isString: boolean
  readonly hasKey: boolean
}

const keyPattern = /^ *("(?:[^"\\]|\\.)*"): /

/** The lines of a text that `JSON.stringify(value, undefined, 2)` wrote: it puts each key or item on a line of its own. */
export function jsonLines(text: string): JsonLine[] {
  const open: { readonly pointer: string; next: number }[] = []
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line, index) => {
      const content = line.trim().replace(/,$/, '')
      if (content === '}' || content === ']') {
        const pointer = open.pop()?.pointer ?? ''
        return {
          text: line,
          index,
          pointer,
          kind: 'close',
          valueColumn: line.search(/\S/),
          isString: false,
          hasKey: false,
        }
      }
      const key = keyPattern.exec(line)
      const parent = open.at(-1)
      const pointer = parent === undefined ? '' : below(parent.pointer, key === null ? parent.next : keyText(key[1]))
      if (parent !== undefined && key === null) parent.next += 1
      const valueColumn = key === null ? line.search(/\S/) : key[0].length
      const value = line.slice(valueColumn).replace(/,$/, '')
      const kind = value === '{' || value === '[' ? 'open' : value === '{}' || value === '[]' ? 'empty' : 'scalar'
      if (kind === 'open') open.push({ pointer, next: 0 })
      return { text: line, index, pointer, kind, valueColumn, isString: value.startsWith('"'), hasKey: key !== null }
    })
}

function keyText(quoted: string | undefined): string {
  // The pattern lets only a JSON string through.
  return JSON.parse(quoted ?? '""') as string
}
