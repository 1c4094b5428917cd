import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Connector, readConnector } from '@sevenstep/connector-schema'

/** One connector of the corpus: where its files are. */
export interface CorpusConnector {
  /** Folder below the corpus; its first step tells the profile. */
  readonly path: string
  readonly folder: string
  readonly definition: string
  readonly sizeBytes: number
  /** Definition and properties, as far as they are there, by file name. */
  readonly files: readonly { readonly name: string; readonly path: string }[]
}

const kinds = ['certified-connectors', 'custom-connectors', 'independent-publisher-connectors']
const names = ['apiDefinition.swagger.json', 'apiProperties.json']

/** The folder in `CONNECTOR_CORPUS`, or the one beside the repository. */
export const corpusFolder: string = resolve(
  process.env.CONNECTOR_CORPUS ?? join(import.meta.dirname, '../../../shared/corpus'),
)

/** Every connector with a definition, in a fixed order. */
export function findCorpus(): CorpusConnector[] {
  return kinds.flatMap((kind) =>
    readdirSync(join(corpusFolder, kind))
      .sort()
      .flatMap((name) => {
        const folder = join(corpusFolder, kind, name)
        const files = names
          .map((file) => ({ name: file, path: join(folder, file) }))
          .filter(({ path }) => existsSync(path))
        const definition = files[0]
        if (definition === undefined || definition.name !== names[0]) return []
        const { size } = statSync(definition.path)
        return [{ path: `${kind}/${name}`, folder, definition: definition.path, sizeBytes: size, files }]
      }),
  )
}

/** The connector as a check would read it: bytes from the disk, decoded, with positions. */
export function readCorpusConnector({ path, files }: CorpusConnector): Connector {
  const given = files.map((file) => ({ path: file.name, content: readFileSync(file.path) }))
  return readConnector(given, { name: path })
}

/** What everything is compared with: reading and `JSON.parse` of the same files. Returns how many were valid. */
export function parsePlainly(corpus: readonly CorpusConnector[]): number {
  let valid = 0
  for (const { files } of corpus) {
    for (const { path } of files) {
      const text = readFileSync(path, 'utf8')
      try {
        JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
        valid++
      } catch {
        // A few accepted connectors are no valid JSON; that is for the rules to say.
      }
    }
  }
  return valid
}
