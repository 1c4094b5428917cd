import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { type Clock, isoNow } from '../clock.ts'
import type { Json } from '../model/content.ts'
import { TargetFailure } from '../target/target-failure.ts'
import { ContentStore } from './content-store.ts'
import { type JournalEntry, journalEntrySchema, type NewEntry } from './journal-entry.ts'
import { type JournalState, journalState } from './journal-state.ts'

/** Where the journal of one target lies, and what it is called. */
export interface JournalPlace {
  /** Folder for the journals of all deployments, by default `.sevenstep/deployments` beside the description. */
  readonly folder: string
  readonly deployment: string
  readonly target: string
}

/**
 * The journal of one target: lines of JSON that are only ever added, each on the disk before the next call is made.
 * Readable by its owner alone. A last line that a kill cut off is dropped.
 */
export class Journal {
  readonly path: string
  readonly store: ContentStore
  readonly #clock: Clock
  readonly #entries: JournalEntry[]
  #run: string | undefined
  #state: JournalState | undefined

  private constructor(path: string, store: ContentStore, clock: Clock, entries: JournalEntry[]) {
    this.path = path
    this.store = store
    this.#clock = clock
    this.#entries = entries
  }

  /** @throws TargetFailure when the journal is there and cannot be read, or is not a journal. */
  static open(place: JournalPlace, clock: Clock): Journal {
    const path = journalPath(place)
    const store = new ContentStore(join(dirname(path), 'contents'))
    return new Journal(path, store, clock, readEntries(path))
  }

  get state(): JournalState {
    this.#state ??= journalState(this.#entries)
    return this.#state
  }

  get entries(): readonly JournalEntry[] {
    return this.#entries
  }

  /** The run that lines belong to from now on. */
  useRun(run: string): void {
    this.#run = run
  }

  /** Adds a line; when this returns it is on the disk. */
  add(entry: NewEntry): void {
    if (this.#run === undefined) throw new Error('A journal takes lines only within a run.')
    // Omit over a union loses the link between the parts; the schema proves it again.
    const full = journalEntrySchema.parse({ ...entry, at: isoNow(this.#clock), run: this.#run })
    appendLine(this.path, JSON.stringify(full))
    this.#entries.push(full)
    this.#state = undefined
  }

  /** Keeps content beside the journal and gives the name to find it by. */
  keep(content: Json): string {
    return this.store.keep(content)
  }
}

/** The file of a target's journal. */
export function journalPath({ folder, deployment, target }: JournalPlace): string {
  return join(folder, deployment, `${target}.jsonl`)
}

function appendLine(path: string, line: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const descriptor = openSync(path, 'a+', 0o600)
  try {
    dropTornLine(descriptor)
    // Not writeSync: on a disk that is filling up it writes a part, and says nothing.
    writeFileSync(descriptor, `${line}\n`)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** A kill may leave half a line; what is added to it would be lost with it. */
function dropTornLine(descriptor: number): void {
  const { size } = fstatSync(descriptor)
  if (size === 0) return
  const bytes = readFileSync(descriptor)
  if (bytes.at(-1) === 0x0a) return
  ftruncateSync(descriptor, bytes.lastIndexOf(0x0a) + 1)
}

function readEntries(path: string): JournalEntry[] {
  let text: string
  try {
    // A link could lead what is added, and the cutting of a torn line, to any file of the user.
    if (lstatSync(path).isSymbolicLink()) throw unreadable(path, 'it is a link to another file')
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof TargetFailure) throw error
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw unreadable(path, error instanceof Error ? error.message : String(error))
  }
  const lines = text.split('\n')
  // The last piece is empty, or a line that was cut off.
  lines.pop()
  return lines.filter((line) => line !== '').map((line, index) => readLine(path, line, index))
}

function readLine(path: string, line: string, index: number): JournalEntry {
  try {
    return journalEntrySchema.parse(JSON.parse(line))
  } catch {
    throw unreadable(path, `line ${index + 1} is no line of a journal`)
  }
}

function unreadable(path: string, why: string): TargetFailure {
  return new TargetFailure({
    code: 'journal-unreadable',
    what: `The journal ${path} cannot be read: ${why}.`,
    why: 'Without it nobody knows what was deployed and what was under way; going on could make things twice.',
    fix: 'Restore the file from a copy. If there is none, move it away: apply then recognises by name and content what is there.',
  })
}
