import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { createEmulator, type Emulator, type EmulatorOptions } from './create-emulator.ts'
import { ownerOfHost } from './hosts/hosts.ts'
import { EmulatorSettingsError } from './identity/settings-error.ts'
import { addressForJournal } from './journal/journal.ts'
import { openKeyStore, usualKeyFolder } from './transport/key-store.ts'
import { isLoopback } from './transport/loopback.ts'
import { listenOnOnePort } from './transport/one-port.ts'

/** How the emulator is started. */
export interface StartEmulatorOptions extends EmulatorOptions {
  /** A free port where none is given. */
  readonly port?: number
  /** The interface to listen on; this machine alone where none is given. Anything else lets others in without a password. */
  readonly listen?: string
  /** Folder for the certificate authority and the keys that sign tokens; the user's cache folder where none is given. */
  readonly keyFolder?: string
}

/** An emulator that listens. */
export interface RunningEmulator extends Emulator {
  readonly port: number
  /** `http://127.0.0.1:PORT`: base address, proxy and control in one. */
  readonly url: string
  /** `https://localhost:PORT`: the same with TLS. */
  readonly secureUrl: string
  /** File that clients have to trust, for `NODE_EXTRA_CA_CERTS`. */
  readonly authorityFile: string
  /** The same as PEM. */
  readonly authority: string
  /** Closes every connection and the port, and writes what is to be kept. */
  readonly stop: () => Promise<void>
}

/**
 * Starts Microsoft's cloud on this machine: HTTPS, a CONNECT proxy and plain HTTP with a base path on one port.
 *
 * @throws EmulatorSettingsError where the seed contradicts itself, the port is taken, or another emulator has the data.
 */
export async function startEmulator(options: StartEmulatorOptions = {}): Promise<RunningEmulator> {
  const { port = 0, listen = '127.0.0.1', keyFolder = usualKeyFolder() } = options
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new EmulatorSettingsError(`${port} is no port. Choose a number from 1 to 65535, or 0 for any that is free.`)
  }
  const names = isLoopback(listen) || listen === '0.0.0.0' || listen === '::' ? [] : [listen]
  const keys = await openKeyStore(keyFolder, names, new Date())
  const emulator = await createEmulator({ ...options, keyFolder })
  const handle = getRequestListener(
    // Only HTTP/1.1 is listened for, so the bindings are never those of HTTP/2.
    (request, bindings) => emulator.fetch(request, bindings as HttpBindings),
    { overrideGlobalObjects: false },
  )
  try {
    const opened = await listenOnOnePort({
      port,
      host: listen,
      handle,
      certificate: keys.certificate,
      contextFor: keys.contextFor,
      accepts: (host) => ownerOfHost(host) !== undefined,
      refused: (host) =>
        emulator.noteRefused(
          'CONNECT',
          addressForJournal(new URL(`https://${host.replaceAll(/[^\w.-]/g, '_') || '_'}/`)),
        ),
    })
    emulator.listensAt(`http://127.0.0.1:${opened.port}`)
    return Object.assign(emulator, {
      port: opened.port,
      url: `http://127.0.0.1:${opened.port}`,
      secureUrl: `https://localhost:${opened.port}`,
      authorityFile: keys.authorityFile,
      authority: keys.authority,
      stop: async () => {
        await opened.close()
        await emulator.close()
      },
    })
  } catch (error) {
    await emulator.close()
    throw error
  }
}
