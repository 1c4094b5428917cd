import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultEntrance } from '@sevenstep/cloud-emulator'
import { spreadOf } from '../measure-rounds.ts'
import type { Figure } from '../results.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import type { BareServerInput } from './servers/bare-hono.ts'
import { inParallel, ratioOfTurns, type Turns, takeTimedTurns } from './timed-turns.ts'

const perTurn = 600
const parallel = 8
const host = '/https/orgfabrikam.crm4.dynamics.com'
const audience = 'https://orgfabrikam.crm4.dynamics.com'

const requests = {
  'who one is': `${host}/api/data/v9.2/WhoAmI`,
  'a list of solutions': `${host}/api/data/v9.2/solutions?$select=uniquename,version`,
} as const

type Name = 'emulator' | 'bare' | 'remembering'

/** The emulator against a bare Hono server that verifies the same token and gives the same answers. */
export async function measureEmulator(rounds: number): Promise<Figure[]> {
  const keyFolder = mkdtempSync(join(tmpdir(), 'sevenstep-bench-keys-'))
  const emulator = await startServer('emulator', [keyFolder])
  const started: ServerProcess[] = [emulator]
  try {
    const token = await tokenOf(emulator.url)
    const send = sender(token)
    const input = await inputFor(emulator.url, send)
    const bare = await startServer('bare-hono', [JSON.stringify({ ...input, remembers: false })])
    const remembering = await startServer('bare-hono', [JSON.stringify({ ...input, remembers: true })])
    started.push(bare, remembering)
    const figures: Figure[] = []
    for (const [what, path] of Object.entries(requests)) {
      const step = ({ url, processorTime }: ServerProcess) => ({
        run: () => inParallel(() => send(url + path), perTurn, parallel),
        processorTime,
      })
      const steps = { emulator: step(emulator), bare: step(bare), remembering: step(remembering) }
      const turns = await takeTimedTurns(steps, rounds)
      figures.push(...figuresOf(what, turns))
    }
    return figures
  } finally {
    await Promise.all(started.map((server) => server.stop()))
    rmSync(keyFolder, { recursive: true, force: true })
  }
}

function figuresOf(what: string, turns: Turns<Name>): Figure[] {
  const perRequest = spreadOf(turns.emulator.map(({ processor }) => processor / perTurn)).median
  const unit = 'a bare Hono server that verifies the same token'
  const remembering = 'the same, remembering the token'
  const subject = `the emulator answering ${what}`
  return [
    {
      what: `${subject}, ${parallel} at a time: time`,
      unit,
      value: ratioOfTurns(turns, 'emulator', 'bare', 'clock'),
      goal: 5,
    },
    {
      what: `${subject}: processor time`,
      unit,
      value: ratioOfTurns(turns, 'emulator', 'bare', 'processor'),
      goal: 5,
      note: `${perRequest} ms a request`,
    },
    {
      what: `${subject}: processor time beside a server that remembers`,
      unit: remembering,
      value: ratioOfTurns(turns, 'emulator', 'remembering', 'processor'),
    },
  ]
}

async function tokenOf(url: string): Promise<string> {
  const { tenant, clientId, clientSecret } = defaultEntrance
  const response = await fetch(`${url}/https/login.microsoftonline.com/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: `${audience}/.default`,
    }),
  })
  const { access_token: token } = Object(await response.json())
  if (typeof token !== 'string') throw new Error(`The emulator gave no token: ${response.status}.`)
  return token
}

async function inputFor(
  url: string,
  send: (address: string) => Promise<string>,
): Promise<Omit<BareServerInput, 'remembers'>> {
  const { tenant } = defaultEntrance
  const keys = await fetch(`${url}/https/login.microsoftonline.com/${tenant}/discovery/v2.0/keys`)
  const answers = await Promise.all(
    Object.values(requests).map(async (path) => [path.split('?')[0], await send(url + path)]),
  )
  // The emulator's own key set.
  return { keys: (await keys.json()) as BareServerInput['keys'], audience, answers: Object.fromEntries(answers) }
}

/** Node's own client over kept connections: the leanest there is, so that the server is what is measured. */
function sender(token: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: parallel })
  const headers = { authorization: `Bearer ${token}` }
  return (address: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const request = get(address, { agent, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () => {
          if (response.statusCode === 200) resolve(text)
          else reject(new Error(`${address} answered ${response.statusCode}: ${text}`))
        })
      })
      request.on('error', reject)
    })
}
