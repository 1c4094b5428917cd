import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

/** Where a process finds its data. */
export type DataPlace =
  | { readonly directory: string }
  | { readonly url: string; readonly ownerUrl?: string | undefined }

/** A tracker in a process of its own. */
export interface TrackerProcess {
  readonly url: string
  /** Ends it as a power cut would, and waits until it is gone. */
  readonly kill: () => Promise<void>
  /** Sends a form as a page of this server would; undefined where no answer came. */
  readonly post: (
    path: string,
    cookie: string,
    fields: Readonly<Record<string, string>>,
  ) => Promise<Response | undefined>
  readonly get: (path: string, cookie: string) => Promise<Response>
}

const main = fileURLToPath(new URL('../build/program/main.js', import.meta.url))

/** Starts the built program and waits until it is ready. */
export async function startTracker(data: DataPlace, port?: number): Promise<TrackerProcess> {
  const own = port ?? (await freePort())
  const url = `http://127.0.0.1:${own}`
  const child = spawn(process.execPath, [main], {
    env: environmentFor(data, own, url),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const told: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => told.push(part.toString()))
  await ready(child, url, told)
  return {
    url,
    kill: () => killed(child),
    get: (path, cookie) => fetch(`${url}${path}`, { headers: { Cookie: cookie }, redirect: 'manual' }),
    post: (path, cookie, fields) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        headers: { Cookie: cookie, Origin: url },
        body: new URLSearchParams(fields),
        redirect: 'manual',
      }).catch(() => undefined),
  }
}

function environmentFor(data: DataPlace, port: number, url: string): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, ...inherited } = process.env
  return {
    ...inherited,
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: url,
    LOG_LEVEL: 'info',
    // Nobody signs in here: sessions are there from the start.
    ENTRA_TENANT_ID: '8f0a3b52-6c1f-4f0e-9d55-0f2f3f0a0001',
    ENTRA_CLIENT_ID: '8f0a3b52-6c1f-4f0e-9d55-0f2f3f0a00ff',
    ENTRA_CLIENT_SECRET: 'of a test',
    ...('directory' in data
      ? { DATA_DIRECTORY: data.directory }
      : { DATABASE_URL: data.url, ...(data.ownerUrl !== undefined && { DATABASE_OWNER_URL: data.ownerUrl }) }),
  }
}

async function ready(child: ChildProcess, url: string, told: readonly string[]): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The tracker ended with ${child.exitCode}: ${told.join('')}`)
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok === true) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  return address.port
}
