import { readFileSync, rmSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { builtins } from './builtins-plugin.ts'
import { latePackages } from './late-packages-plugin.ts'

/**
 * Two bundles, because every file that is opened delays the start: `main.js` is all that a check with a text report
 * needs, in one file; what it loads on demand (other commands and formats) stands in `lazy`, with its own copy of
 * what it shares with the first.
 */
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const shared: BuildOptions = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  define: { bundledVersion: JSON.stringify(version) },
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
}
rmSync('dist', { recursive: true, force: true })
const onDemand = new Set<string>()
await build({
  ...shared,
  entryPoints: ['build/main.js'],
  outdir: 'dist',
  plugins: [builtins, latePackages, leaveForLater(onDemand)],
})
await build({
  ...shared,
  entryPoints: [...onDemand].sort(),
  outdir: 'dist/lazy',
  entryNames: '[name]',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  plugins: [builtins, latePackages],
})

/** Keeps what is imported on demand out of a bundle, and notes it for the second one. */
function leaveForLater(files: Set<string>): Plugin {
  return {
    name: 'leave-for-later',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, ({ path, kind, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined
        files.add(resolve(resolveDir, path))
        return { path: `./lazy/${basename(path)}`, external: true }
      })
    },
  }
}
