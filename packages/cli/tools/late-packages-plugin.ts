import { readFileSync } from 'node:fs'
import type { Plugin } from 'esbuild'

/** Functions and classes of a package, by their names. */
type Exports = Readonly<Record<string, { readonly functions: readonly string[]; readonly classes: readonly string[] }>>

/**
 * What makes tables and patterns when it is loaded, and is used by few checks: packed files, images, Markdown, and
 * the names of characters in Markdown, which nothing of ours asks for.
 * Loaded when first called; a check of a connector without them does not pay for it.
 */
const late: Exports = {
  fflate: { functions: ['inflateSync', 'unzlibSync', 'zlibSync', 'zipSync'], classes: ['Inflate', 'Unzlib'] },
  entities: { functions: ['decodeHTMLStrict'], classes: [] },
  'markdown-it': { functions: [], classes: ['default'] },
}

/** Loads some packages when they are first called, and keeps one from looking for a terminal that nobody asked for. */
export const latePackages: Plugin = {
  name: 'late-packages',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /^(?:entities|fflate|markdown-it)$/ }, ({ path, namespace, resolveDir, pluginData }) => {
      if (pluginData === 'found') return undefined
      if (namespace !== 'late') return { path, namespace: 'late', pluginData: resolveDir }
      return resolve(path, { kind: 'import-statement', resolveDir, pluginData: 'found' })
    })
    onLoad({ filter: /.*/, namespace: 'late' }, ({ path, pluginData }) => ({
      contents: lateText(path),
      loader: 'js',
      resolveDir: String(pluginData),
    }))
    // It asks at load whether stdout is a terminal, which starts the stream; we tell it each time whether to colour.
    onLoad({ filter: /[\\/]picocolors\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace('process || {}', '{}'),
      loader: 'js',
    }))
  },
}

function lateText(name: string): string {
  const { functions = [], classes = [] } = late[name] ?? {}
  const source = `require(${JSON.stringify(name)})`
  return [
    ...functions.map((one) => `export const ${one} = (...values) => ${source}.${one}(...values)`),
    ...classes.map((one) =>
      one === 'default'
        ? `export default function (...values) { return new (${source}.default)(...values) }`
        : `export function ${one}(...values) { return new (${source}.${one})(...values) }`,
    ),
  ].join('\n')
}
