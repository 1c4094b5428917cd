import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { knownClouds, overrideCloud } from '@sevenstep/cloud-access'
import { defaultEntrance, type RunningEmulator, startEmulator } from '@sevenstep/cloud-emulator'
import {
  type Clock,
  connectCloud,
  createDeployer,
  type DescribedTarget,
  loadDeployment,
  type TargetCredential,
} from '@sevenstep/deployment-client'

// The demo's vendor deploys the repository's example. What the runs against the emulator print is made here, once, with
// the clock standing where the emulator's is put, and the tracker judges it as it would any vendor's.
const root = join(import.meta.dirname, '..')
const target = join(root, 'build/demo/deployment')
const description = join(root, '../../examples/deployment/sevenstep.deployment.yaml')
const began = Date.UTC(2026, 0, 12, 9)

const work = mkdtempSync(join(tmpdir(), 'sevenstep-demo-'))
const emulator = await startEmulator({ keyFolder: join(work, 'keys'), workSpeed: 0 })
emulator.clock.setMode('held')
emulator.clock.set(new Date(began))
try {
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  for (const [name, text] of await runsOf(emulator)) writeFileSync(join(target, name), text)
} finally {
  await emulator.stop()
  rmSync(work, { recursive: true, force: true })
}

/** What three runs print: the first apply and its rollback as a rehearsal, then the apply that stays, found as it was left. */
async function runsOf(running: RunningEmulator): Promise<readonly (readonly [string, string])[]> {
  const loaded = loadDeployment(description, 'sevenstep.deployment.yaml')
  if (!loaded.ok) throw new Error('The example deployment cannot be read.')
  const clock: Clock = {
    now: () => running.clock.now().getTime(),
    sleep: async (milliseconds) => void running.clock.advance(milliseconds),
  }
  const cloud = overrideCloud(knownClouds.public, {
    id: 'emulator',
    title: 'Emulator',
    through: `${running.url}/https`,
  })
  const deployer = createDeployer({
    materials: loaded.materials,
    connect: connectCloud({ cloud, clock, credentialFor: (one) => credentialFor(one, running) }),
    journals: join(work, 'journals'),
    clock,
    environment: { STOCK_KEY: 'no-real-key' },
  })
  const targets = loaded.materials.description.targets.map(({ name }) => name)
  const report = async (command: 'apply' | 'rollback') => {
    const entries = []
    for (const one of targets) {
      entries.push({ target: one, ...(await deployer[command](one, { approve: async () => true })) })
    }
    return `${JSON.stringify({ version: 1, command, targets: entries }, undefined, 2)}\n`
  }
  await report('apply')
  const rolledBack = await report('rollback')
  const applied = await report('apply')
  return [
    ['rollback.json', rolledBack],
    ['apply.json', applied],
    ['apply-again.json', await report('apply')],
  ]
}

/** Tokens of the emulator, where the example has a person sign in or an application show its secret. */
function credentialFor(described: DescribedTarget, running: RunningEmulator): TargetCredential {
  const isPerson = described.credential.kind === 'device-code'
  const { clientId, clientSecret, user, password } = defaultEntrance
  return {
    kind: isPerson ? 'delegated' : 'application',
    async getToken(scopes) {
      const scope = typeof scopes === 'string' ? scopes : scopes.join(' ')
      const grant = isPerson
        ? { grant_type: 'password', username: user, password }
        : { grant_type: 'client_credentials' }
      const response = await fetch(
        `${running.url}/https/login.microsoftonline.com/${described.tenant}/oauth2/v2.0/token`,
        {
          method: 'POST',
          body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, scope, ...grant }),
        },
      )
      const answer: unknown = await response.json()
      const { access_token: token, expires_in: seconds } = Object(answer)
      if (typeof token !== 'string') throw new Error(`The emulator gave no token: ${response.status}.`)
      return { token, expiresOnTimestamp: running.clock.now().getTime() + Number(seconds) * 1000 }
    },
  }
}
