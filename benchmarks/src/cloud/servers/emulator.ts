import { startEmulator } from '@sevenstep/cloud-emulator'
import { tellParent } from './tell-parent.ts'

const [keyFolder = ''] = process.argv.slice(2)
const many = 1_000_000_000
// As usual, but for how much is allowed: no client may send so much in earnest.
const dataverse = {
  windowSeconds: 300,
  requests: many,
  executionMilliseconds: many,
  concurrent: many,
  millisecondsPerRequest: 0,
}
const emulator = await startEmulator({ keyFolder, limits: { dataverse } })
tellParent(emulator.url)
