import { type Connector, type JsonFile, jsonFilesOf } from '@sevenstep/connector-schema'
import { createLineTable, type LineTable, type Range } from '@sevenstep/findings'
import { JsonNode } from '@sevenstep/located-json'
import type { Place } from './rule-family.ts'

/** A place with everything a finding says about it, before offsets become lines. */
export interface Located {
  readonly path: string
  readonly text: string | undefined
  readonly node: JsonNode | undefined
  readonly start: number
  readonly end: number
}

/** Turns nodes and offsets of one connector into files, pointers, lines and columns. */
export class Places {
  readonly #files: readonly JsonFile[]
  readonly #tables = new Map<string, LineTable>()

  constructor(connector: Connector) {
    this.#files = jsonFilesOf(connector)
  }

  /** The JSON file a node stands in. */
  fileOf(node: JsonNode): JsonFile | undefined {
    const root = node.root()
    return this.#files.find((file) => file.json.root === root)
  }

  locate(place: Place, onKey: boolean): Located {
    if (place instanceof JsonNode) {
      const file = this.fileOf(place)
      const [start, end] = stretchOf(place, onKey)
      return { path: file?.path ?? '', text: file?.text, node: place, start, end }
    }
    if ('file' in place) {
      return { path: place.file.path, text: place.file.text, node: undefined, start: place.start, end: place.end }
    }
    return { path: place.path, text: undefined, node: undefined, start: 0, end: 0 }
  }

  /** Lines and columns of a stretch; nothing for a file that has no text. */
  rangeOf(located: Pick<Located, 'path' | 'text' | 'start' | 'end'>): Range | undefined {
    if (located.text === undefined) return undefined
    let table = this.#tables.get(located.path)
    if (table === undefined) {
      table = createLineTable(located.text)
      this.#tables.set(located.path, table)
    }
    return { start: table.positionAt(located.start), end: table.positionAt(located.end) }
  }
}

/** What to underline: an object's or array's key, because the whole of it may be a thousand lines. */
function stretchOf(node: JsonNode, onKey: boolean): readonly [number, number] {
  if (node.keyStart >= 0 && (onKey || node.kind === 'object' || node.kind === 'array'))
    return [node.keyStart, node.keyEnd]
  if (node.kind === 'object' || node.kind === 'array') return [node.start, node.start + 1]
  return [node.start, node.end]
}
