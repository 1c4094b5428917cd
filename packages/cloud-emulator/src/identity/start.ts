import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { IdentityDirectory } from './directory.ts'
import { createIdentityPlatform, type IdentityPlatform } from './platform.ts'
import type { Clock } from './services.ts'
import { EmulatorSettingsError } from './settings-error.ts'

/** How the platform is started. */
export interface StartOptions extends IdentityDirectory {
  /** A free port where none is given. */
  readonly port?: number
  /** The interface to listen on; `localhost` where none is given, so that other machines cannot reach it. */
  readonly host?: string
  /** The machine's clock where none is given. */
  readonly clock?: Clock
}

/** A platform that listens. */
export interface RunningIdentityPlatform extends IdentityPlatform {
  /** Such as `http://localhost:4310`. */
  readonly url: string
  /** Closes every connection and the port. */
  readonly stop: () => Promise<void>
}

/**
 * Starts Microsoft's identity platform on this machine.
 *
 * @throws EmulatorSettingsError where the directory contradicts itself or the port is taken.
 */
export async function startIdentityPlatform(options: StartOptions): Promise<RunningIdentityPlatform> {
  const { port = 0, host = 'localhost', clock, ...directory } = options
  const server = createServer()
  // The port is only known once the server listens, and every issuer contains it.
  const url = `http://localhost:${await listen(server, port, host)}`
  try {
    const platform = await createIdentityPlatform({ ...directory, url, ...(clock === undefined ? {} : { clock }) })
    server.on('request', getRequestListener(platform.app.fetch))
    return Object.assign(platform, { url, stop: () => close(server) })
  } catch (error) {
    await close(server)
    throw error
  }
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw new EmulatorSettingsError(
      `The identity platform cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : String(error)}. Choose another port, or stop the program that has it.`,
      { cause: error },
    )
  }
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}
