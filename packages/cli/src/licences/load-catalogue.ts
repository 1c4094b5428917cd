import { statSync } from 'node:fs'
import { decodeText } from '@sevenstep/connector-schema'
import { readFileBounded } from '@sevenstep/connector-schema/node'
import { type Catalogue, readCatalogue } from '@sevenstep/licensing-checks'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

const loaded = new Map<string, { readonly changed: number; readonly catalogue: Catalogue }>()

/**
 * Reads a catalogue of products that "licences catalogue" wrote; once for all tenants of a run, anew when it changed.
 *
 * @param shown how the user named it.
 * @throws Failure when it cannot be read or is no catalogue, with the line.
 */
export function loadCatalogue(absolute: string, shown: string): Catalogue {
  try {
    const changed = statSync(absolute).mtimeMs
    const known = loaded.get(absolute)
    if (known?.changed === changed) return known.catalogue
    const reading = readFileBounded(absolute)
    if (!reading.ok) throw new Error(reading.problem.what)
    const catalogue = readCatalogue(decodeText(shown, reading.bytes).text)
    loaded.set(absolute, { changed, catalogue })
    return catalogue
  } catch (error) {
    throw new Failure(
      exitCodes.usage,
      `${shown} cannot be used as a catalogue of products.`,
      error instanceof Error ? error.message : String(error),
      'Give a file that "sevenstep licences catalogue TABLE.csv --output FILE" wrote, or leave it out for the one that comes along.',
    )
  }
}
