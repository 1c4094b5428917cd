import { createCloudClient, knownClouds, organization } from '@sevenstep/cloud-access'
import { createVirtualClock } from '@sevenstep/cloud-access/testing'
import { rounded } from '../measure-rounds.ts'
import type { Figure } from '../results.ts'
import { makeUpToken } from './made-up-token.ts'
import { type Allowance, createProtectedService, leastTime } from './protected-service.ts'

const calls = 20_000

/** Dataverse's service protection limits for one account and web server. */
const dataverse: Allowance = { windowMs: 300_000, requests: 6000, executionMs: 1_200_000, concurrent: 52 }

/** Quick calls meet the limit of requests first, slow ones that of execution time. */
const durations = [100, 400] as const

/** 20,000 calls to one environment, all wanted at once, in virtual time; without chance, so that one run is enough. */
export async function measureOneEnvironment(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const takesMs of durations) {
    const clock = createVirtualClock()
    const service = createProtectedService(dataverse, clock, takesMs)
    const client = createCloudClient({
      cloud: knownClouds.public,
      tenant: 'contoso.example',
      credential: { getToken: async (scopes) => makeUpToken(String(scopes).replace(/\/\.default$/, '')) },
      clock,
      transport: service.transport,
    })
    const began = clock.now()
    const at = { organization: 'https://contoso.crm4.dynamics.com' }
    await Promise.all(Array.from({ length: calls }, () => client.call(organization.whoAmI, {}, { at })))
    const took = clock.now() - began
    const least = leastTime(dataverse, calls, takesMs)
    const ratio = rounded(took / least)
    const { sent, refused, mostAtOnce } = service.counts
    figures.push({
      what: `20,000 calls of ${takesMs} ms each to one environment`,
      unit: 'the least virtual time the limits allow',
      value: { median: ratio, low: ratio, high: ratio },
      goal: 1.1,
      note: `${seconds(took)} s where ${seconds(least)} s are the least; ${sent} calls sent, ${refused} refused, at most ${mostAtOnce} at once`,
    })
  }
  return figures
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1)
}
