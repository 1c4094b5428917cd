import { hostFactsFormat, recogniseHeaders } from '@sevenstep/flow-embed/checks'
import { flowFactsFormat } from '@sevenstep/flow-templates/checks'
import { licensingFactsFormat } from '@sevenstep/licensing-checks'
import { listingFactsFormat } from '@sevenstep/listing-checks'
import { tenantFactsFormat } from '@sevenstep/sign-in-checks'
import { type GivenFile, shownPath, type Upload } from '../upload.ts'
import { startsLikeZip } from '../upload-tree.ts'

/** A file that says what files cannot show: facts as JSON, or the headers of an answer. */
export interface FactsFile {
  readonly file: GivenFile
  readonly path: string
  readonly text: string
  readonly form: 'facts' | 'headers'
  /** Names of the facts that it has as JSON. */
  readonly names: readonly string[]
}

/** Every name that a fact has in any room. */
const knownNames: ReadonlySet<string> = new Set(
  [hostFactsFormat, flowFactsFormat, licensingFactsFormat, listingFactsFormat, tenantFactsFormat].flatMap(
    ({ names }) => names,
  ),
)

const mostBytes = 20_000_000

/** The facts among the files that are free, told by their content: JSON whose members are all known facts, or headers. */
export function findFactsFiles(upload: Upload): readonly FactsFile[] {
  // A file alone has nothing that it could be a fact about; a zip alone may hold it beside what it is about.
  if (upload.free.length < 2) return []
  return upload.free.flatMap((file): FactsFile[] => {
    if (!/\.(?:json|har|txt|headers?)$|^[^.]+$/i.test(nameOf(file)) || startsLikeZip(file.bytes)) return []
    if (file.bytes.length > mostBytes) return []
    const { text } = upload.text(file)
    const path = shownPath(file.path, file.archive)
    const names = factNamesIn(text)
    if (names.length > 0) return [{ file, path, text, form: 'facts', names }]
    return recogniseHeaders(text) === undefined ? [] : [{ file, path, text, form: 'headers', names: [] }]
  })
}

function factNamesIn(text: string): readonly string[] {
  if (!/^\s*\{/.test(text) || ![...knownNames].some((name) => text.includes(`"${name}"`))) return []
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return []
  }
  const names = typeof value === 'object' && value !== null ? Object.keys(value) : []
  return names.every((name) => knownNames.has(name)) ? names : []
}

function nameOf({ path }: GivenFile): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
