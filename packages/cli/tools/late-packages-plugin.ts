import { readFileSync } from 'node:fs'
import type { Plugin } from 'rolldown'

/** Functions and classes of a package, by their names. */
interface LatePackage {
  readonly functions: readonly string[]
  readonly classes: readonly string[]
  /** Another entry of it that does the same with less. */
  readonly entry?: string
}

/**
 * What makes tables and patterns when it is loaded, and is used by few checks: packed files, images, Markdown, and
 * the names of characters in Markdown, which nothing of ours asks for.
 * Loaded when first called; a check of a connector without them does not pay for it.
 */
const late: Readonly<Record<string, LatePackage>> = {
  fflate: {
    functions: ['inflateSync', 'unzlibSync', 'zlibSync', 'zipSync'],
    classes: ['Inflate', 'Unzlib'],
    // The entry for Node looks for threads first, which what answers at once does not need.
    entry: 'fflate/browser',
  },
  entities: { functions: ['decodeHTMLStrict'], classes: [] },
  'markdown-it': { functions: [], classes: ['default'] },
}

const prefix = '\0late:'

/** Loads some packages when they are first called, and keeps one from looking for a terminal that nobody asked for. */
export const latePackages: Plugin = {
  name: 'late-packages',
  async resolveId(id, importer = '') {
    if (importer.startsWith(prefix)) {
      const [, from = ''] = importer.split('|')
      return this.resolve(id, from, { skipSelf: true })
    }
    return late[id] === undefined ? undefined : `${prefix}${id}|${importer}`
  },
  load(id) {
    // It asks at load whether stdout is a terminal, which starts the stream; we tell it each time whether to colour.
    if (/[\\/]picocolors\.js$/.test(id)) return readFileSync(id, 'utf8').replace('process || {}', '{}')
    if (!id.startsWith(prefix)) return undefined
    const [name = ''] = id.slice(prefix.length).split('|')
    return lateText(name)
  },
}

function lateText(name: string): string {
  const { functions = [], classes = [], entry = name } = late[name] ?? {}
  const source = `require(${JSON.stringify(entry)})`
  return [
    ...functions.map((one) => `export const ${one} = (...values) => ${source}.${one}(...values)`),
    ...classes.map((one) =>
      one === 'default'
        ? `export default function (...values) { return new (${source}.default)(...values) }`
        : `export function ${one}(...values) { return new (${source}.${one})(...values) }`,
    ),
  ].join('\n')
}
