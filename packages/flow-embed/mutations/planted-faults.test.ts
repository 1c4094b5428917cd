import { createLineTable } from '@sevenstep/findings'
import { describe, expect, test } from 'vitest'
import { checkHostPage, readHostPage, ruleFamilies } from '../src/checks/index.ts'
import { faultlessHtml, faultlessScript } from '../src/testing/faultless-page.ts'
import type { PlantedFault } from './planted-fault.ts'
import { plantedFaults } from './planted-faults.ts'

const faultless = { 'index.html': faultlessHtml, 'app.js': faultlessScript }

function findingsOf(files: Readonly<Record<string, string>>, facts: PlantedFault['facts'] = {}) {
  const given = Object.entries(files).map(([path, text]) => ({ path, text }))
  return checkHostPage(readHostPage(given), { facts }).subject.findings
}

function planted({ file, replace, by }: PlantedFault): Readonly<Record<string, string>> {
  const text = faultless[file]
  expect(text, 'the text to replace is there').toContain(replace)
  return { ...faultless, [file]: text.replace(replace, () => by) }
}

test('there are at least sixteen kinds, half of them known failures, over every rule that files alone can break', () => {
  expect(plantedFaults.length).toBeGreaterThanOrEqual(16)
  const known = plantedFaults.filter(({ from }) => from === 'known failure').length
  expect(known * 2).toBeGreaterThanOrEqual(plantedFaults.length)
  const rules = new Set(ruleFamilies.flatMap((family) => Object.keys(family.rules)))
  for (const { rule } of plantedFaults) expect(rules).toContain(rule)
})

test('nothing is found in the faultless page, for whomever it is checked', () => {
  expect(findingsOf(faultless)).toEqual([])
  expect(findingsOf(faultless, { templateParameters: ['vehicle'], headers: [] })).toEqual([])
})

describe('a planted fault is found at its place, and nothing else is new', () => {
  test.each(plantedFaults)('$name', (fault) => {
    const files = planted(fault)
    const findings = findingsOf(files, fault.facts)
    const text = files[fault.file] ?? ''
    const found = findings.filter(({ ruleId }) => ruleId === fault.rule)
    expect(found.length, 'it is found once').toBe(1)
    if (fault.at !== '') {
      const { line, column } = createLineTable(text).positionAt(text.indexOf(fault.at))
      expect(found[0]?.range?.start).toEqual({ line, column })
      expect(found[0]?.file).toBe(fault.file)
    }
    const others = findings.map(({ ruleId }) => ruleId).filter((id) => id !== fault.rule)
    expect(others.sort()).toEqual([...(fault.also ?? [])].sort())
  })
})
