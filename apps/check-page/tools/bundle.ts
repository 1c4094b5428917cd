import { copyFileSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

rmSync('dist', { recursive: true, force: true })
await build({
  entryPoints: { page: 'build/page.js', check: 'build/check-files.js' },
  bundle: true,
  format: 'esm',
  splitting: true,
  chunkNames: 'shared-[hash]',
  platform: 'browser',
  target: 'es2023',
  minify: true,
  outdir: 'dist',
  legalComments: 'linked',
  logLevel: 'warning',
})
for (const file of ['index.html', 'page.css']) copyFileSync(file, `dist/${file}`)
