import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { basename, extname, join } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** A server on the own machine for the files of one folder, and the address it answers at. Port 0 takes a free one. */
export async function servePage(
  folder: string,
  port: number,
): Promise<{ readonly server: Server; readonly address: string }> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    // Only names directly in the folder: nothing above it can be asked for.
    const name = path === '/' ? 'index.html' : basename(path)
    try {
      const content = await readFile(join(folder, name))
      response.writeHead(200, {
        'content-type': types[extname(name)] ?? 'application/octet-stream',
        'x-content-type-options': 'nosniff',
      })
      response.end(content)
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such file.')
    }
  })
  await new Promise<void>((ready, fail) => server.once('error', fail).listen(port, '127.0.0.1', ready))
  const bound = server.address()
  return { server, address: `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : port}` }
}
