import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, transform } from 'esbuild'
import { faviconSvg } from '../src/pages/components/strip-shapes.ts'

const root = join(import.meta.dirname, '..')
const target = join(root, 'build/assets')
const require = createRequire(import.meta.url)

/** The fonts we serve: the Latin letters only, since the product speaks English and Dutch. */
const fonts: Readonly<Record<string, string>> = {
  'inter-latin.woff2': '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  'inter-latin-ext.woff2': '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2',
  'jetbrains-mono-latin.woff2': '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  'jetbrains-mono-latin-ext.woff2':
    '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-ext-wght-normal.woff2',
}

/** Browsers that know `light-dark()`; older ones would get two copies of every colour. */
const browsers = ['chrome123', 'firefox120', 'safari17.5']

const manifest: Record<string, string> = {}

await rm(target, { recursive: true, force: true })
await mkdir(target, { recursive: true })
for (const [name, source] of Object.entries(fonts)) await put(name, await readFile(require.resolve(source)))
await put('favicon.svg', Buffer.from(faviconSvg()))
await put('app.css', await styles())
await scripts()
await writeFile(join(target, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)

/** Writes a file under a name that changes with its content, and what can be compressed also compressed. */
async function put(name: string, content: Buffer): Promise<void> {
  const extension = extname(name)
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 10)
  await store(`${basename(name, extension)}-${hash}${extension}`, content)
  manifest[name] = `${basename(name, extension)}-${hash}${extension}`
}

async function store(name: string, content: Buffer): Promise<void> {
  await writeFile(join(target, name), content)
  if (extname(name) === '.woff2') return
  await writeFile(join(target, `${name}.gz`), gzipSync(content, { level: 9 }))
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
  await writeFile(join(target, `${name}.br`), brotliCompressSync(content, quality))
}

/** The style sheet: Tailwind collects the utilities that pages use, esbuild shortens, fonts get their hashed names. */
async function styles(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'sevenstep-styles-'))
  try {
    const command = join(dirname(require.resolve('@tailwindcss/cli/package.json')), 'dist/index.mjs')
    const output = join(folder, 'app.css')
    const input = join(root, 'src/pages/styles/app.css')
    await promisify(execFile)(process.execPath, [command, '--input', input, '--output', output], { cwd: root })
    const short = await transform(await readFile(output, 'utf8'), { loader: 'css', minify: true, target: browsers })
    return Buffer.from(short.code.replaceAll(/url\("?([\w-]+\.woff2)"?\)/g, (_, name) => `url(${manifest[name]})`))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The islands: one small entry that loads each of the others only on pages that have something for it. */
async function scripts(): Promise<void> {
  const result = await build({
    entryPoints: { islands: join(root, 'src/islands/main.ts') },
    bundle: true,
    format: 'esm',
    splitting: true,
    minify: true,
    target: browsers,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    outdir: target,
    write: false,
    logLevel: 'warning',
    metafile: true,
  })
  for (const file of result.outputFiles) await store(basename(file.path), Buffer.from(file.contents))
  const entries = Object.entries(result.metafile.outputs).filter(([, output]) => output.entryPoint !== undefined)
  const entry = entries.find(([, output]) => output.entryPoint?.endsWith('src/islands/main.ts'))
  if (entry === undefined) throw new Error('The bundle has no entry for the islands.')
  manifest['islands.js'] = relative(target, join(process.cwd(), entry[0]))
}
