import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { answerStandIn } from '../src/stand-in/index.ts'

/** A file that the page's server answers with. */
export interface ServedFile {
  readonly body: string
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly status?: number
}

/** The page's server and the stand-in for Microsoft's, two sites on this machine. */
export interface TwoOrigins {
  /** Origin of the page, with an IP address. */
  readonly page: string
  /** Origin of the stand-in, with a name: another site to a browser. */
  readonly widgets: string
  serve(path: string, file: ServedFile): void
  close(): Promise<void>
}

export async function openTwoOrigins(): Promise<TwoOrigins> {
  const files = new Map<string, ServedFile>()
  const page = await listen((path) => {
    const file = files.get(path.split('?', 1)[0] ?? '')
    return {
      status: file === undefined ? 404 : (file.status ?? 200),
      headers: { 'content-type': file?.type ?? 'text/html; charset=utf-8', ...file?.headers },
      body: file?.body ?? '',
    }
  })
  const widgets = await listen((path, host) => answerStandIn(`http://${host}${path}`))
  return {
    page: `http://127.0.0.1:${portOf(page)}`,
    widgets: `http://localhost:${portOf(widgets)}`,
    serve: (path, file) => void files.set(path, file),
    async close() {
      for (const server of [page, widgets]) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    },
  }
}

/** The wrapper, or something that uses it, as one script for browsers; made anew, so never older than its source. */
export async function bundle(entry: string, options: BuildOptions = {}): Promise<string> {
  const root = join(import.meta.dirname, '..')
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    nodePaths: [join(root, 'node_modules')],
    alias: { '@sevenstep/flow-embed': join(root, 'src/index.ts') },
    ...options,
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

type Respond = (
  path: string,
  host: string,
) => { status: number; headers: Readonly<Record<string, string>>; body: string }

async function listen(respond: Respond): Promise<Server> {
  const server = createServer((request, response) => {
    const { status, headers, body } = respond(request.url ?? '/', request.headers.host ?? '')
    response.writeHead(status, headers).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  return server
}

function portOf(server: Server): number {
  // Listening on a port, never on a pipe.
  return (server.address() as AddressInfo).port
}
