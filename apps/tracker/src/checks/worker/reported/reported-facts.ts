import { type HostFacts, readHeaders } from '@sevenstep/flow-embed/checks'
import type { RuleRoom } from '@sevenstep/onboarding'
import type { FactsFormat, FactsProblem, FactsReading } from '@sevenstep/rule-engine'
import type { ReadingTrouble, ReportedFile } from '../messages.ts'
import type { FactsFile } from './find-facts-files.ts'

/**
 * What was handed in as facts about the world. It is the word of whoever handed it in: nobody here has looked. A file
 * counts for what lies in its own folder, above it or below it; of two that say the same, the nearer one counts.
 */
export class ReportedFacts {
  readonly #files: readonly FactsFile[]
  readonly #used = new Map<FactsFile, { readonly rooms: Set<RuleRoom>; readonly facts: Set<string> }>()
  readonly #trouble = new Map<FactsFile, ReadingTrouble>()

  constructor(files: readonly FactsFile[]) {
    // The outermost first, so that what lies nearer is laid over it.
    this.#files = files.toSorted((one, other) => folderOf(one).length - folderOf(other).length)
  }

  /** What is known about something of a room that lies at a path; nothing where no file says anything of it. */
  factsFor<Facts extends object>(room: RuleRoom, place: string, format: FactsFormat<Facts>): Facts | undefined {
    const about = this.#files.filter(
      (file) => isRelated(folderOf(file), place) && file.names.some((name) => format.names.includes(name)),
    )
    return this.#merged(
      room,
      about.map((file) => [file, () => format.read(file.text)] as const),
    )
  }

  /** The same for a host page, about which headers by themselves say something, too. */
  hostFactsFor(place: string, format: FactsFormat<HostFacts>): HostFacts | undefined {
    const sent = this.#files.filter((file) => file.form === 'headers' && isRelated(folderOf(file), place))
    const headers = this.#merged<HostFacts>(
      'flow-embed',
      sent.map((file) => [file, () => readHeaders(file.text)] as const),
    )
    const facts = this.factsFor('flow-embed', place, format)
    return headers === undefined && facts === undefined ? undefined : { ...headers, ...facts }
  }

  /** The files that counted. */
  get used(): readonly ReportedFile[] {
    return [...this.#used].map(([{ path }, { rooms, facts }]) => ({ path, rooms: [...rooms], facts: [...facts] }))
  }

  /** Files that could not be used, and why. */
  get trouble(): readonly ReadingTrouble[] {
    return [...this.#trouble.values()]
  }

  #merged<Facts extends object>(
    room: RuleRoom,
    readings: readonly (readonly [file: FactsFile, read: () => FactsReading<Facts>])[],
  ): Facts | undefined {
    let merged: Facts | undefined
    for (const [file, read] of readings) {
      const reading = read()
      if (!reading.ok) {
        this.#trouble.set(file, troubleOf(file.path, reading.problem))
        continue
      }
      const names = Object.keys(reading.facts)
      if (names.length === 0) continue
      merged = merged === undefined ? reading.facts : { ...merged, ...reading.facts }
      const used = this.#used.get(file) ?? { rooms: new Set(), facts: new Set() }
      used.rooms.add(room)
      for (const name of names) used.facts.add(name)
      this.#used.set(file, used)
    }
    return merged
  }
}

function folderOf({ file }: FactsFile): string {
  return file.path.slice(0, Math.max(0, file.path.lastIndexOf('/')))
}

/** True where one lies in the other; the root holds everything. */
function isRelated(folder: string, place: string): boolean {
  const isIn = (inner: string, outer: string): boolean =>
    outer === '' || inner === outer || inner.startsWith(`${outer}/`)
  return isIn(folder, place) || isIn(place, folder)
}

function troubleOf(path: string, { line, column, what, why, fix }: FactsProblem): ReadingTrouble {
  return {
    path,
    what: {
      en: `${path}, line ${line}, column ${column}: ${what}`,
      nl: `${path}, regel ${line}, kolom ${column}: dit kan niet als feiten worden gebruikt; hier staat iets anders dan er hoort.`,
    },
    why: { en: why, nl: 'Naar feiten die niet begrepen worden, wordt niet geraden.' },
    fix: { en: fix, nl: 'Verbeter dit onderdeel of laat het weg; wat niet gezegd wordt, wordt niet beoordeeld.' },
  }
}
