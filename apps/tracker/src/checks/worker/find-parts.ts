import type { RuleRoom } from '@sevenstep/onboarding'
import { stepOfRoom } from '../step-of-room.ts'
import type { UploadedFile } from './messages.ts'
import { type FactsFile, findFactsFiles } from './reported/find-facts-files.ts'
import { allRooms } from './rooms/all-rooms.ts'
import type { FoundInRoom } from './rooms/room.ts'
import { type GivenFile, handedIn, Upload } from './upload.ts'

/** What one room found in an upload. */
export interface FoundPart {
  readonly room: RuleRoom
  readonly found: FoundInRoom
}

/** Everything that was found in an upload. */
export interface FoundParts {
  readonly upload: Upload
  /** In the order of the steps. */
  readonly parts: readonly FoundPart[]
  readonly facts: readonly FactsFile[]
  /** What nobody took or knows by name. */
  readonly rest: readonly GivenFile[]
  /** What was handed in and nothing of it is known to anybody. */
  readonly unknown: readonly UploadedFile[]
}

/** Tells by their content what files are, whichever steps they are of. Never throws. */
export function findParts(files: readonly UploadedFile[]): FoundParts {
  const whole = Upload.of(files)
  const parts: FoundPart[] = []
  const facts = findFactsFiles(whole)
  let upload = whole.without(new Set(facts.map(({ file }) => file)))
  for (const room of allRooms) {
    const found = room.find(upload)
    if (found === undefined) continue
    parts.push({ room: room.name, found })
    upload = upload.without(new Set(found.taken))
  }
  parts.sort((one, other) => stepOfRoom[one.room] - stepOfRoom[other.room])
  const beside = new Set(parts.flatMap(({ found }) => found.beside ?? []))
  const rest = upload.free.filter((file) => !whole.archives.connectors.has(file) && !beside.has(file))
  const unclaimed = new Set(rest)
  const isKnown = (file: GivenFile): boolean => !unclaimed.has(file) && !whole.archives.opened.has(file)
  const known = new Set(whole.files.filter(isKnown).map(handedIn))
  return { upload: whole, parts, facts, rest, unknown: files.filter((file) => !known.has(file)) }
}
