import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { Hono } from 'hono'

/** The path under which assets are served. */
export const assetsPath = '/assets'

/** The style sheet, scripts, fonts and pictures that the bundler left. */
export interface Assets {
  /**
   * The address of an asset by its plain name, such as `app.css`; it changes with the content.
   *
   * @throws Error when the bundler made no such asset
   */
  readonly url: (name: string) => string
  /** Answers `GET /<hashed name>`; to be mounted at {@link assetsPath}. */
  readonly routes: Hono
}

type Encoding = 'br' | 'gzip'

interface Asset {
  readonly type: string
  readonly plain: Uint8Array<ArrayBuffer>
  readonly encoded: Partial<Record<Encoding, Uint8Array<ArrayBuffer>>>
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Endings of the files that hold an asset in compressed form. */
const endings: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' }

/**
 * Reads every asset into memory, once; together they are well under a megabyte. Only what was read is ever served, so no
 * path can lead out of the folder.
 *
 * @param folder where the bundler wrote `manifest.json`
 * @throws Error when the folder has no manifest: the bundler has not run
 */
export function openAssets(folder: string): Assets {
  const manifest = readManifest(folder)
  const assets = new Map(readdirSync(folder).flatMap((name) => readAsset(folder, name)))
  const routes = new Hono()
  routes.get('/:name', (context) => {
    const asset = assets.get(context.req.param('name'))
    if (asset === undefined) return context.notFound()
    const encoding = chosen(asset, context.req.header('Accept-Encoding') ?? '')
    context.header('Content-Type', asset.type)
    context.header('Cache-Control', 'public, max-age=31536000, immutable')
    context.header('X-Content-Type-Options', 'nosniff')
    context.header('Vary', 'Accept-Encoding')
    if (encoding !== undefined) context.header('Content-Encoding', encoding)
    return context.body((encoding === undefined ? undefined : asset.encoded[encoding]) ?? asset.plain)
  })
  return {
    url: (name) => {
      const hashed = manifest.get(name)
      if (hashed === undefined) throw new Error(`There is no asset ${name}; the bundler makes ${[...manifest.keys()]}.`)
      return `${assetsPath}/${hashed}`
    },
    routes,
  }
}

function readManifest(folder: string): ReadonlyMap<string, string> {
  const file = join(folder, 'manifest.json')
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof read !== 'object' || read === null) throw new Error('it is not an object')
    return new Map(Object.entries(read).map(([name, hashed]) => [name, String(hashed)]))
  } catch (cause) {
    throw new Error(`The list of assets ${file} cannot be read. Build the tracker first: pnpm build.`, { cause })
  }
}

/** The asset of a file name; nothing for files that are served with another or not at all. */
function readAsset(folder: string, name: string): [string, Asset][] {
  const type = types[extname(name)]
  if (type === undefined) return []
  const read = (file: string) => new Uint8Array(readFileSync(join(folder, file)))
  const encoded: Partial<Record<Encoding, Uint8Array<ArrayBuffer>>> = {}
  const present = new Set(readdirSync(folder))
  for (const encoding of ['br', 'gzip'] as const) {
    const file = name + endings[encoding]
    if (present.has(file)) encoded[encoding] = read(file)
  }
  return [[name, { type, plain: read(name), encoded }]]
}

/** The smallest form of an asset that the browser takes. */
function chosen(asset: Asset, accepted: string): Encoding | undefined {
  const offered = new Map(
    accepted.split(',').map((part) => {
      const [coding = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
      return [coding, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))] as const
    }),
  )
  return (['br', 'gzip'] as const).find((encoding) => asset.encoded[encoding] !== undefined && offered.get(encoding))
}
