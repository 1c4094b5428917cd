import { characterCodes } from './character-codes.ts'
import type { JsonNode } from './json-node.ts'
import { KeyCache } from './key-cache.ts'
import type { JsonProblem, JsonProblemCode } from './problem.ts'

/** What the reading of one text remembers. Its fields are open to the reading functions: they are the hot path. */
export class Reader {
  readonly text: string
  readonly length: number
  /** One byte per character; zeros behind the end. */
  readonly codes: Uint8Array
  /** The same bytes, four at a time. */
  readonly view: DataView
  readonly keys: KeyCache
  readonly maxDepth: number
  readonly maxProblems: number
  readonly problems: JsonProblem[] = []
  /**
   * Members and items of all containers that are not closed yet, the outermost container's first. Each container gets
   * an array of just its size when it ends: one that grows with every member takes twice the memory of the nodes.
   */
  readonly open: JsonNode[] = []
  openCount = 0
  unreported = 0
  at = 0
  depth = 0
  isComplete = true

  constructor(text: string, maxDepth: number, maxProblems: number) {
    this.text = text
    this.length = text.length
    this.codes = characterCodes(text)
    this.view = new DataView(this.codes.buffer)
    this.keys = new KeyCache(text, this.codes)
    this.maxDepth = maxDepth
    this.maxProblems = maxProblems
  }

  /** The open members and items from a place on, which are open no longer. */
  takeFrom(first: number): JsonNode[] {
    const taken = this.open.slice(first, this.openCount)
    this.openCount = first
    return taken
  }

  /** Notes a problem; beyond the limit it is only counted, unless the reading ends with it. */
  report(code: JsonProblemCode, start: number, end: number, isRecovered: boolean, expected = '', first?: number): void {
    if (isRecovered && this.problems.length >= this.maxProblems) {
      this.unreported++
      return
    }
    const within = Math.min(start, this.length)
    const found = this.text.slice(within, Math.min(end, within + 40))
    const problem = { code, start: within, end: Math.min(end, this.length), found, expected, isRecovered }
    this.problems.push(first === undefined ? problem : { ...problem, first })
  }

  /** Reports what cannot be read over and leaves the rest of the text. */
  giveUp(code: JsonProblemCode, start: number, end: number, expected: string): void {
    if (this.isComplete) this.report(code, start, end, false, expected)
    this.isComplete = false
    this.at = this.length
  }
}
