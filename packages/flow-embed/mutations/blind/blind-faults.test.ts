import { describe, expect, it } from 'vitest'
import { blindFaults, correctedFaults } from './index.ts'
import { cleanPage, findingsOf, judge } from './judge-blind.ts'
import { waysToWrite } from './written-as.ts'

/** What else is true of what was planted: the rules that say so. */
const consequences: Readonly<Record<string, readonly string[]>> = {
  // With the settings goes the one that lets flows be named.
  templateSettings: ['embed-custom-flow-name'],
  // The page does with it what the widget can that it was before.
  'the widget “runtime”, as the documentation calls it': [
    'embed-action-known',
    'embed-event-known',
    'embed-setting-group',
  ],
}

describe('what was written blind', () => {
  it('has thirty kinds and more, half of them from failures, each with a source and a name of its own', () => {
    expect(blindFaults.length).toBeGreaterThanOrEqual(30)
    expect(blindFaults.filter(({ from }) => from === 'rejection').length * 2).toBeGreaterThanOrEqual(blindFaults.length)
    expect(new Set(blindFaults.map(({ name }) => name)).size).toBe(blindFaults.length)
    expect(blindFaults.filter(({ source }) => source.length < 10)).toEqual([])
  })

  it('says of every kind that was corrected why', () => {
    const names = new Set(blindFaults.map(({ name }) => name))
    expect(correctedFaults.filter(({ name }) => !names.has(name))).toEqual([])
  })

  it('starts from a page in which nothing is found', () => {
    expect(findingsOf(cleanPage)).toEqual([])
  })

  const ofScripts = blindFaults.filter(({ edits }) => edits.some(({ file }) => file === 'desk.js'))
  it.each(Object.keys(waysToWrite))('is found in scripts just as well as %s', (way) => {
    const write = waysToWrite[way]
    expect(write === undefined ? [] : findingsOf(write(cleanPage).files)).toEqual([])
    expect(ofScripts.length).toBeGreaterThan(50)
    expect(ofScripts.filter((fault) => judge(fault, way).foundBy.length === 0).map(({ name }) => name)).toEqual([])
  })

  it.each(blindFaults)('$name', (fault) => {
    const { foundBy, severeEnough, others } = judge(fault)
    expect(foundBy, 'it is found at its place').not.toEqual([])
    expect(severeEnough, 'as severely as its reason is').toBe(true)
    const expected = consequences[fault.name] ?? []
    expect(others.map(({ ruleId }) => ruleId).filter((rule) => !expected.includes(rule))).toEqual([])
  })
})
