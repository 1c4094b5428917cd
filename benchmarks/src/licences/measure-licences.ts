import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type FlowUse, judgeEntitlements, judgeFlows, readLicenceFile } from '@sevenstep/licensing-checks'
import { measureRounds, ratioInRounds, rounded } from '../measure-rounds.ts'
import type { Figure } from '../results.ts'
import { flowsAsJson, usersAsJson } from './made-up-tenant.ts'

const people = 10_000
const flowCount = 200

/** Who may use which flow, from the text of the lists to the last answer, against `JSON.parse` of these texts. */
export function measureLicences(rounds: number): Figure[] {
  const users = usersAsJson(people)
  const flows = flowsAsJson(flowCount)
  const read = () => readInput(users, flows)
  const measured = measureRounds(
    {
      parse: () => Object.keys(JSON.parse(users)).length + Object.keys(JSON.parse(flows)).length,
      read: () => read().users.length,
      grouped: () => {
        let answered = 0
        for (const { answers } of judgeFlows(read())) for (const answer of answers) answered += answer.users.length
        return answered
      },
      single: () => {
        let answered = 0
        for (const { state } of judgeEntitlements(read())) if (state !== undefined) answered += 1
        return answered
      },
    },
    rounds,
  )
  const megabytes = ((users.length + flows.length) / 1e6).toFixed(1)
  const unit = 'JSON.parse of the same texts'
  const value = (step: string) => ratioInRounds(measured, step, 'parse')
  const what = `${people} users and ${flowCount} flows`
  return [
    { what: `reading the lists of ${what}`, unit, value: value('read'), note: `${megabytes} MB of JSON` },
    {
      what: 'the same and the answers, people with the same answer together',
      unit,
      value: value('grouped'),
      goal: 5,
      note: `${measured.found.grouped} answers`,
    },
    {
      what: 'the same and the answers, one person after the other',
      unit,
      value: value('single'),
      goal: 5,
      note: `${measured.found.single} answers`,
    },
    memoryByFlows(users),
  ]
}

function readInput(users: string, flows: string) {
  return { users: readLicenceFile('users.json', users).users, flows: readLicenceFile('flows.json', flows).flows }
}

/** Heap in use while answers stream, after the same people were asked about more and more flows. */
function memoryByFlows(text: string): Figure {
  const { users } = readLicenceFile('users.json', text)
  const heap = new Map<number, number>()
  let count = 0
  for (const _ of judgeFlows({ users, flows: manyFlows(50 * flowCount) })) {
    count += 1
    if ([flowCount, 10 * flowCount, 50 * flowCount].includes(count)) heap.set(count, heapInUse())
  }
  const [few, more, most] = [...heap.values()]
  const ratio = rounded((most ?? Number.NaN) / (few ?? Number.NaN))
  const words = [few, more, most].map((bytes) => `${((bytes ?? Number.NaN) / 1e6).toFixed(1)} MB`)
  return {
    what: `heap in use after ${50 * flowCount} flows`,
    unit: `after ${flowCount}`,
    value: { median: ratio, low: ratio, high: ratio },
    goal: 1.1,
    note: `${words.join(', ')} after ${[...heap.keys()].join(', ')} flows, each after a collection`,
  }
}

function* manyFlows(count: number): Generator<FlowUse> {
  const { flows } = readLicenceFile('flows.json', flowsAsJson(flowCount))
  for (let number = 0; number < count; number += 1) {
    const flow = flows[number % flows.length]
    if (flow !== undefined) yield { ...flow, name: `Flow ${number}`, requestsPerDay: number, at: flow.at }
  }
}

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

function heapInUse(): number {
  collect()
  return process.memoryUsage().heapUsed
}
