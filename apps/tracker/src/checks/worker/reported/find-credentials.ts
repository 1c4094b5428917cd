import { createLineTable } from '@sevenstep/findings'
import type { FoundSecret } from '../messages.ts'
import { handedIn } from '../upload.ts'
import type { FactsFile } from './find-facts-files.ts'

/** What must not be kept of a file with facts: where it stands, and the values themselves. */
export interface FoundCredentials {
  readonly places: readonly FoundSecret[]
  readonly values: readonly string[]
}

const names = 'authorization|proxy-authorization|cookie|set-cookie|x-api-key|x-functions-key|ocp-apim-subscription-key'

/** Ways in which a credential stands in headers, in what a browser recorded, and in a token by itself. */
const forms: readonly RegExp[] = [
  new RegExp(`^(?:${names}):[ \\t]*(\\S.*)$`, 'gim'),
  new RegExp(`"name"\\s*:\\s*"(?:${names})"\\s*,\\s*"value"\\s*:\\s*"([^"]{1,20000})"`, 'gi'),
  new RegExp(`"(?:${names})"\\s*[:,]\\s*"([^"]{1,20000})"`, 'gi'),
  // Looked for once in a run of such characters: a text of nothing but beginnings would be read anew at each.
  /(?<![\w-])(?=[\w-]*?\beyJ)([\w-]{13,}\.[\w-]{10,}\.[\w-]*)/g,
]
const shortestValue = 8
const mostPlaces = 50

/** Credentials that come along with headers and recordings. Whoever has one is taken for the person who signed in. */
export function findCredentials(files: readonly FactsFile[]): FoundCredentials {
  const places: FoundSecret[] = []
  const values = new Set<string>()
  for (const { file, path, text } of files) {
    const lines = new Set<number>()
    const table = createLineTable(text)
    for (const form of forms) {
      for (const match of text.matchAll(form)) {
        if ((match[1]?.length ?? 0) >= shortestValue) values.add(match[1] ?? '')
        if (lines.size < mostPlaces) lines.add(table.positionAt(match.index).line)
      }
    }
    for (const line of lines) places.push({ path: handedIn(file).path, file: path, line, rule: 'credential-in-facts' })
  }
  return { places, values: [...values] }
}
