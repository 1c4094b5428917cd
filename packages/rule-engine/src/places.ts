import { createLineTable, type LineTable, type Range } from '@sevenstep/findings'
import { JsonNode } from '@sevenstep/located-json'
import type { JudgedFile } from './judged-file.ts'
import { PointerWriter } from './pointer-writer.ts'
import type { Place } from './rule-family.ts'

/** A place with everything a finding says about it. */
export interface Located {
  readonly path: string
  readonly text: string | undefined
  readonly node: JsonNode | undefined
  readonly start: number
  readonly end: number
  /** Nothing for a text place or a file as a whole. */
  readonly pointer: string | undefined
  /** Nothing for a file that has no text. */
  readonly range: Range | undefined
}

/** Turns nodes and offsets of one subject into files, pointers, lines and columns. */
export class Places {
  readonly #files: readonly JudgedFile[]
  readonly #tables = new Map<string, LineTable>()
  readonly #pointers = new PointerWriter()
  /** What was located last: several rules often speak of one node. */
  #last: Located | undefined
  #lastOnKey = false
  #lastFile: JudgedFile | undefined

  /** `files` are the JSON files of the subject; text places bring their own. */
  constructor(files: readonly JudgedFile[]) {
    this.#files = files
  }

  /** The JSON file a node stands in. */
  fileOf(node: JsonNode): JudgedFile | undefined {
    return this.#fileOfRoot(node.root())
  }

  locate(place: Place, onKey: boolean): Located {
    if (place instanceof JsonNode) {
      if (this.#last?.node === place && this.#lastOnKey === onKey) return this.#last
      this.#last = this.#locateNode(place, onKey)
      this.#lastOnKey = onKey
      return this.#last
    }
    if ('file' in place) {
      const { file, start, end } = place
      const { path, text } = file
      return {
        path,
        text,
        node: undefined,
        start,
        end,
        pointer: undefined,
        range: this.rangeOf(path, text, start, end),
      }
    }
    const { path } = place
    return { path, text: undefined, node: undefined, start: 0, end: 0, pointer: undefined, range: undefined }
  }

  /** Lines and columns of a stretch of a file's text; nothing for a file that has no text. */
  rangeOf(path: string, text: string | undefined, start: number, end: number): Range | undefined {
    if (text === undefined) return undefined
    let table = this.#tables.get(path)
    if (table === undefined) {
      table = createLineTable(text)
      this.#tables.set(path, table)
    }
    return { start: table.positionAt(start), end: table.positionAt(end) }
  }

  #locateNode(node: JsonNode, onKey: boolean): Located {
    const pointer = this.#pointers.write(node)
    const file = this.#fileOfRoot(node.parent === undefined ? node : this.#pointers.root)
    const path = file?.path ?? ''
    const isSpread = node.kind === 'object' || node.kind === 'array'
    let { start, end } = node
    // An object's or array's key is underlined, because the whole of it may be a thousand lines.
    if (node.keyStart >= 0 && (onKey || isSpread)) {
      start = node.keyStart
      end = node.keyEnd
    } else if (isSpread) end = start + 1
    return { path, text: file?.text, node, start, end, pointer, range: this.rangeOf(path, file?.text, start, end) }
  }

  #fileOfRoot(root: JsonNode | undefined): JudgedFile | undefined {
    if (this.#lastFile === undefined || this.#lastFile.json?.root !== root) {
      this.#lastFile = this.#files.find((file) => file.json?.root === root)
    }
    return this.#lastFile
  }
}
