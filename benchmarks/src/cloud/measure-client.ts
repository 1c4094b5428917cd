import {
  createCloudClient,
  knownClouds,
  knownLimits,
  listFlows,
  organization,
  overrideCloud,
} from '@sevenstep/cloud-access'
import type { Figure } from '../results.ts'
import { makeUpToken } from './made-up-token.ts'
import { createPlainFetch } from './plain-fetch.ts'
import { startServer } from './server-process.ts'
import { inParallel, ratioOfTurns, takeTimedTurns } from './timed-turns.ts'

const perTurn = 400

/** One call of the client against plain fetch with the same checks, over a real socket to another process. */
export async function measureClient(rounds: number): Promise<Figure[]> {
  const server = await startServer('fixed-answers')
  try {
    const calls = callsTo(server.url)
    const figures: Figure[] = []
    for (const parallel of [1, 8, 16]) {
      const step = (call: () => Promise<unknown>) => ({
        run: () => inParallel(call, perTurn, parallel),
        processorTime: ownProcessorTime,
      })
      const turns = await takeTimedTurns(
        {
          plainSmall: step(calls.plainSmall),
          ourSmall: step(calls.ourSmall),
          plainList: step(calls.plainList),
          ourList: step(calls.ourList),
        },
        rounds,
      )
      const shared = { unit: 'plain fetch with the same checks', goal: 1.3 }
      const small = `a call with a small answer, ${parallel} at a time`
      const list = `a call with a list of 50 flows, ${parallel} at a time`
      for (const [part, words] of [
        ['clock', 'time'],
        ['processor', 'processor time'],
      ] as const) {
        figures.push(
          { what: `${small}: ${words}`, ...shared, value: ratioOfTurns(turns, 'ourSmall', 'plainSmall', part) },
          { what: `${list}: ${words}`, ...shared, value: ratioOfTurns(turns, 'ourList', 'plainList', part) },
        )
      }
    }
    return figures
  } finally {
    await server.stop()
  }
}

function callsTo(url: string) {
  const cloud = overrideCloud(knownClouds.public, { id: 'stand-in', through: `${url}/https` })
  const client = createCloudClient({
    cloud,
    tenant: 'contoso.example',
    credential: { getToken: async (scopes) => makeUpToken(String(scopes).replace(/\/\.default$/, '')) },
    // More calls than a window of Dataverse's holds; they are counted all the same.
    limits: { dataverse: { ...knownLimits.dataverse, sources: manySources, requests: manyRequests } },
  })
  const plain = createPlainFetch(url, 'https://contoso.crm4.dynamics.com')
  const flows = '/https/api.flow.microsoft.com/providers/Microsoft.ProcessSimple/environments/made-up/flows'
  const who = '/https/contoso.crm4.dynamics.com/api/data/v9.2/WhoAmI'
  const at = { organization: 'https://contoso.crm4.dynamics.com' }
  return {
    plainSmall: () => plain(who, organization.whoAmI.responses[200]),
    ourSmall: () => client.call(organization.whoAmI, {}, { at }),
    plainList: () => plain(`${flows}?api-version=2016-11-01`, listFlows.responses[200]),
    ourList: () => client.call(listFlows, { path: { environment: 'made-up' } }),
  }
}

const manyRequests = { count: 1_000_000_000, windowMs: 300_000 }
const manySources = [{ name: 'Made up, so that nothing waits', confidence: 'unverified' }] as const

function ownProcessorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
