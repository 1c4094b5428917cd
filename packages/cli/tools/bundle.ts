import { readFileSync, renameSync, rmSync } from 'node:fs'
import { build } from 'esbuild'
import { builtins } from './builtins-plugin.ts'
import { latePackages } from './late-packages-plugin.ts'

// One build, so that every class exists once: what a command loads on demand shares its chunks with the start.
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
rmSync('build/bundle', { recursive: true, force: true })
await build({
  entryPoints: { main: 'build/main.js' },
  outdir: 'build/bundle',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  define: { bundledVersion: JSON.stringify(version) },
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
  // The platform's own store of secrets is native code that whoever wants it installs beside the command.
  external: ['@napi-rs/keyring'],
  plugins: [builtins, latePackages],
})
// A bundle that could not be made leaves the last one in its place.
rmSync('dist', { recursive: true, force: true })
renameSync('build/bundle', 'dist')
