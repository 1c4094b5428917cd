import { basename, dirname } from 'node:path'
import { readConnectorArchive } from '@sevenstep/connector-schema/archives'
import { type Found, unreadableAt } from '../check/source.ts'
import { connectorSource } from './connector.ts'

/** The connectors in a zip, a solution or a certification package; what is wrong with the archive itself is unreadable. */
export function findInArchive(path: string, absolute: string, bytes: Uint8Array): Found {
  const { kind, connectors, contents, problems } = readConnectorArchive(bytes, { name: basename(absolute) })
  const unreadable = problems
    .filter(({ code }) => code !== 'no-connector')
    .map((one) => unreadableAt(one, (at) => path + at.slice(basename(absolute).length)))
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
