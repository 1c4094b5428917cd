import { dirname, join } from 'node:path'
import { appendLine, readLines } from '@sevenstep/cloud-access/journal'
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

function readEntries(path: string): JournalEntry[] {
  let lines: ReturnType<typeof readLines>
  try {
    lines = readLines(path)
  } catch (error) {
    throw unreadable(path, error instanceof Error ? error.message : String(error))
  }
  return lines.map(({ line, number }) => readLine(path, line, number))
}

function readLine(path: string, line: string, number: number): JournalEntry {
  try {
    return journalEntrySchema.parse(JSON.parse(line))
  } catch {
    throw unreadable(path, `line ${number} is no line of a journal`)
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
