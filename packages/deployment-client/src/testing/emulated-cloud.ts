import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cloud, knownClouds, overrideCloud } from '@sevenstep/cloud-access'
import { defaultEntrance, type RunningEmulator, startEmulator } from '@sevenstep/cloud-emulator'
import type { Clock } from '../clock.ts'
import type { Connect } from '../deploy/deployer.ts'
import { connectCloud, type TargetCredential } from '../target/cloud/connect-cloud.ts'

/** The built-in customer's environment in which a test finds an Outlook connection. */
export const emulatedEnvironment = `Default-${defaultEntrance.tenant}`

/** An emulator for tests: work takes no time of this machine, whoever waits moves its clock on. */
export interface EmulatedCloud {
  readonly emulator: RunningEmulator
  readonly cloud: Cloud
  readonly clock: Clock
  /** Signs in as the person that administers the customer, or as the vendor's application. */
  connect(as: 'person' | 'application', tenant?: string): Connect
  stop(): Promise<void>
}

/** Starts an emulator on a free port. */
export async function emulatedCloud(): Promise<EmulatedCloud> {
  const keyFolder = mkdtempSync(join(tmpdir(), 'sevenstep-keys-'))
  const emulator = await startEmulator({ keyFolder })
  const through = `${emulator.url}/https`
  const cloud = overrideCloud(knownClouds.public, { id: 'emulator', title: 'Emulator', through })
  const clock: Clock = {
    now: () => emulator.clock.now().getTime(),
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted()
      emulator.clock.advance(milliseconds)
    },
  }
  return {
    emulator,
    cloud,
    clock,
    connect: (as, tenant = defaultEntrance.tenant) =>
      connectCloud({ cloud, clock, credentialFor: () => credentialOf(emulator, as, tenant) }),
    async stop() {
      await emulator.stop()
      rmSync(keyFolder, { recursive: true, force: true })
    },
  }
}

/** Tokens of the emulator: of the application on its own, or of the person by password. */
function credentialOf(emulator: RunningEmulator, as: 'person' | 'application', tenant: string): TargetCredential {
  const { clientId, clientSecret, user, password } = defaultEntrance
  return {
    kind: as === 'person' ? 'delegated' : 'application',
    async getToken(scopes) {
      const scope = typeof scopes === 'string' ? scopes : scopes.join(' ')
      const common = { client_id: clientId, client_secret: clientSecret, scope }
      const grant =
        as === 'person' ? { grant_type: 'password', username: user, password } : { grant_type: 'client_credentials' }
      const address = `${emulator.url}/https/login.microsoftonline.com/${tenant}/oauth2/v2.0/token`
      const response = await fetch(address, { method: 'POST', body: new URLSearchParams({ ...common, ...grant }) })
      const { access_token: token, expires_in: seconds } = Object(await response.json())
      if (typeof token !== 'string') throw new Error(`The emulator gave no token: ${response.status}`)
      return { token, expiresOnTimestamp: emulator.clock.now().getTime() + Number(seconds) * 1000 }
    },
  }
}
