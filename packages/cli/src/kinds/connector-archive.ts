import { basename, dirname } from 'node:path'
import { readConnectorArchive } from '@sevenstep/connector-schema/archives'
import { type Found, unreadableAt } from '../check/source.ts'

/** The connectors in a zip, a solution or a certification package; what is wrong with the archive itself is unreadable. */
export async function findInArchive(path: string, absolute: string, bytes: Uint8Array): Promise<Found> {
  const { kind, connectors, contents, problems } = readConnectorArchive(bytes, { name: basename(absolute) })
  const unreadable = problems
    .filter(({ code }) => code !== 'no-connector')
    .map((one) => unreadableAt(one, (at) => path + at.slice(basename(absolute).length)))
  if (connectors.length === 0) return { sources: [], unreadable }
  // Loaded for archives that hold one: most that are checked for flows hold none.
  const { connectorSource } = await import('./connector.ts')
  const sources = connectors.map((connector, at) =>
    connectorSource({
      path: connectors.length === 1 ? path : `${path}!${connector.name || at + 1}`,
      kind,
      folder: undefined,
      location: dirname(absolute),
      // What the package as a whole lacks is said once, with its first connector.
      read: () => ({ connector, problems: [], ...(at === 0 && { contents }) }),
    }),
  )
  return { sources, unreadable }
}
