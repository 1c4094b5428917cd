import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')
const target = join(root, 'build/program')

/** What looks for files beside its own, or is loaded by name in a thread, stays a package. */
const apart = ['@electric-sql/pglite', '@sevenstep/cloud-emulator', 'pg', 'pino']

/** Some packages of the bundle still ask for Node's modules the old way. */
const banner = "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);"

// The program as it is started: a handful of files, since finding and reading two thousand takes longer than all else.
// It stands one folder below the build, as the compiler's files do, so that all find their neighbours by the same path.
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
rmSync(target, { recursive: true, force: true })
await build({
  absWorkingDir: root,
  entryPoints: {
    main: 'build/main.js',
    'worker/check-worker': 'build/checks/worker/check-worker.js',
    'worker/page-worker': 'build/probes/worker/page-worker.js',
  },
  outdir: target,
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  define: { bundledVersion: JSON.stringify(version) },
  external: apart,
  banner: { js: banner },
  legalComments: 'linked',
  logLevel: 'warning',
})
