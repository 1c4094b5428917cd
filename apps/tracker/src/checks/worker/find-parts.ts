import type { RuleRoom } from '@sevenstep/onboarding'
import { stepOfRoom } from '../step-of-room.ts'
import type { UploadedFile } from './messages.ts'
import { type FactsFile, findFactsFiles } from './reported/find-facts-files.ts'
import { allRooms } from './rooms/all-rooms.ts'
import type { FoundInRoom } from './rooms/room.ts'
import { type GivenFile, Upload } from './upload.ts'

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
  /** What nobody took. */
  readonly rest: readonly GivenFile[]
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
  const isConnectorZip = (file: UploadedFile): boolean => whole.archives.connectors.has(file)
  return { upload: whole, parts, facts, rest: upload.free.filter((file) => !isConnectorZip(file)) }
}
