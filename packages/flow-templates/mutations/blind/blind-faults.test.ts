import { describe, expect, it } from 'vitest'
import { blindFaults, correctedFaults, droppedFaults } from './index.ts'
import { findingsOf, judge } from './judge-blind.ts'
import { isHere, plant } from './plant-blind.ts'
import { isAddedAction, isFoundIn, realFlows } from './real-flows.ts'

/** What else is true of what was planted: the rules that say so. */
const consequences: readonly (readonly [kind: RegExp, rules: readonly string[]])[] = [
  [/^the (?:site|list) of the maker$/, ['flow-parameter-used']],
  [
    /in a header$|in an address$|in the query$|with its signature$|^the secret of an app$|^a password$/,
    ['flow-licence-tier'],
  ],
  [/^a connector that only the maker/, ['flow-connection-connector']],
  [/^a connection (?:is used that is not referenced|of another connector is used)$/, ['flow-connection-used']],
  [/^customizations\.xml is left out$/, ['flow-error-path', 'flow-package-readable']],
  [/^a file of a flow that is not listed$/, ['flow-title-meaningful']],
]

const here = blindFaults.filter(({ ground }) => isHere(ground))

describe('damage that was written blind', () => {
  it('has thirty kinds and more, half of them from rejections, each with a source and a name of its own', () => {
    expect(blindFaults.length).toBeGreaterThanOrEqual(30)
    expect(blindFaults.filter(({ from }) => from === 'rejection').length * 2).toBeGreaterThanOrEqual(blindFaults.length)
    expect(blindFaults.filter(({ source }) => source.length < 10)).toEqual([])
    const names = blindFaults.map(({ ground, name }) => `${ground}: ${name}`)
    expect(new Set(names).size).toBe(names.length)
  })

  it('says of every kind that was dropped or corrected why', () => {
    const names = new Set(blindFaults.map(({ name }) => name))
    expect(droppedFaults.filter(({ name }) => names.has(name))).toEqual([])
    expect(correctedFaults.filter(({ name }) => !names.has(name))).toEqual([])
  })

  it('starts from a package in which nothing is found', () => {
    expect(findingsOf(plant('overdue-tickets'))).toEqual([])
  })

  it.each(here)('$ground: $name', (fault) => {
    const { foundBy, severeEnough, others } = judge(fault)
    expect(foundBy, 'it is found at its place').not.toEqual([])
    expect(severeEnough, 'as severely as its reason is').toBe(true)
    const expected = consequences.find(([kind]) => kind.test(fault.name))?.[1] ?? []
    expect(others.map(({ ruleId }) => ruleId).filter((rule) => !expected.includes(rule))).toEqual([])
  })

  it.skipIf(process.env.CONNECTOR_CORPUS === undefined)('is found in every real flow where it is an action', () => {
    const kinds = blindFaults.filter(isAddedAction)
    expect(kinds.length).toBeGreaterThanOrEqual(10)
    const missed: string[] = []
    let planted = 0
    for (const { flow, files } of realFlows()) {
      for (const fault of kinds) {
        planted++
        if (!isFoundIn(fault, flow, files)) missed.push(`${fault.name} in ${flow.file.path}`)
      }
    }
    expect(planted).toBeGreaterThan(250)
    expect(missed).toEqual([])
  })
})
