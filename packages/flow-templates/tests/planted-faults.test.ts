import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { checkFlowPackage } from '../src/checks/index.ts'
import { type GivenFile, readPackage } from '../src/index.ts'
import { packageFiles } from '../src/testing/given-package.ts'
import { rejectionFaults } from './faults/rejection-faults.ts'
import type { Ground, PlantedFault, PlantedPlace } from './plant.ts'
import { plantedFaults } from './planted-faults.ts'

const corpus = process.env.CONNECTOR_CORPUS ?? ''
const isMissing = corpus === '' && process.env.SEVENSTEP_REQUIRE_ALL !== '1'

type Found = ReturnType<typeof checkFlowPackage>['subject']['findings'][number]

function check(files: readonly GivenFile[]): readonly Found[] {
  return checkFlowPackage(readPackage(files, { name: 'package' })).subject.findings
}

/** What a planted fault made of a package. */
interface Outcome {
  readonly isFound: boolean
  /** Rules that speak now and did not before, beside those that may. */
  readonly others: readonly string[]
}

/** Plants a fault into the first flow of a package and looks at what the check says beyond what it said before. */
function plantIn(files: readonly GivenFile[], before: readonly Found[], fault: PlantedFault): Outcome | undefined {
  const { package: read } = readPackage(files, { name: 'package' })
  const flow = read?.flows[0]
  if (read === undefined || flow === undefined) return undefined
  const contents = new Map(files.map(({ path, content }) => [path, content]))
  const manifestPath = read.kind === 'export' ? read.manifest.file.path : ''
  const parsed = (text: string) => JSON.parse(text.replace(/^\ufeff/, ''))
  const ground: Ground = {
    kind: read.kind,
    flow,
    file: parsed(flow.file.text),
    manifest: read.kind === 'export' ? parsed(read.manifest.file.text) : {},
    files: contents,
  }
  const untouched = JSON.stringify([ground.file, ground.manifest])
  const place = fault.plant(ground)
  if (place === undefined) return undefined
  const isHere = (finding: Found) => finding.ruleId === fault.rule && isAt(finding, place, flow.file.path, manifestPath)
  // What a package has already cannot be planted in it.
  if (before.some(isHere)) return undefined
  if (JSON.stringify([ground.file, ground.manifest]) !== untouched) {
    contents.set(flow.file.path, JSON.stringify(ground.file))
    if (read.kind === 'export') contents.set(manifestPath, JSON.stringify(ground.manifest))
  }
  const after = check([...contents].map(([path, content]) => ({ path, content })))
  const fresh = beyond(before, after)
  const allowed = new Set([fault.rule, ...(fault.also ?? [])])
  return {
    isFound: fresh.some(isHere),
    others: fresh.map(({ ruleId }) => ruleId).filter((id) => !allowed.has(id)),
  }
}

function isAt(finding: Found, { file, pointer }: PlantedPlace, flowPath: string, manifestPath: string): boolean {
  const path = file === undefined ? flowPath : file === 'manifest' ? manifestPath : file
  if (finding.file !== path) return false
  // The files that only reading looks at have no pointers in reports: their line tells.
  const isRead = path === flowPath || path === manifestPath
  return pointer === undefined || pointer === '*' || !isRead || finding.pointer === pointer
}

/** Findings of the one list that the other has not, equal ones counted. */
function beyond(before: readonly Found[], after: readonly Found[]): readonly Found[] {
  const key = ({ ruleId, file, pointer, message }: Found) => JSON.stringify([ruleId, file, pointer, message.what])
  const known = new Map<string, number>()
  for (const finding of before) known.set(key(finding), (known.get(key(finding)) ?? 0) + 1)
  return after.filter((finding) => {
    const left = known.get(key(finding)) ?? 0
    known.set(key(finding), left - 1)
    return left <= 0
  })
}

test('there are at least eighteen kinds, twenty of them from what submissions were sent back for', () => {
  expect(plantedFaults.length).toBeGreaterThanOrEqual(40)
  expect(rejectionFaults.length).toBeGreaterThanOrEqual(20)
  expect(new Set(plantedFaults.map(({ name }) => name)).size).toBe(plantedFaults.length)
})

describe.each(['export', 'solution'] as const)('in a faultless %s', (kind) => {
  const files = packageFiles({ kind })

  it('nothing is found', () => {
    for (const profile of ['template', 'deployment'] as const) {
      for (const edition of ['current', '2018-02'] as const) {
        const { subject } = checkFlowPackage(readPackage(files), { profile, edition })
        expect(subject.findings).toEqual([])
      }
    }
  })

  it.each(plantedFaults)('$name is found at its place, and nothing else is new', (fault) => {
    const outcome = plantIn(files, [], fault)
    if (outcome === undefined) expect(kind).toBe('solution')
    else expect(outcome).toEqual({ isFound: true, others: [] })
  })
})

describe.skipIf(isMissing)('in real packages (needs CONNECTOR_CORPUS)', () => {
  const folder = join(corpus, 'packages')
  const names = isMissing ? [] : readdirSync(folder).filter((name) => name.endsWith('.zip'))
  const packages = names.flatMap((name) => {
    const { package: read } = readPackage(new Uint8Array(readFileSync(join(folder, name))), { name })
    if (read === undefined || read.flows.length === 0) return []
    const files = read.files.filter(({ isFolder }) => !isFolder).map(({ path, bytes }) => ({ path, content: bytes }))
    return [{ name, files, before: check(files) }]
  })

  it('at least 98 of 100 are found at their place, and none makes another rule speak', () => {
    const missed: string[] = []
    const others: string[] = []
    let planted = 0
    for (const { name, files, before } of packages) {
      for (const fault of plantedFaults) {
        const outcome = plantIn(files, before, fault)
        if (outcome === undefined) continue
        planted++
        if (!outcome.isFound) missed.push(`${name}: ${fault.name}`)
        if (outcome.others.length > 0) others.push(`${name}: ${fault.name}: ${outcome.others.join(', ')}`)
      }
    }
    expect(planted).toBeGreaterThan(500)
    expect(others).toEqual([])
    expect(missed.length / planted, missed.join('\n')).toBeLessThanOrEqual(0.02)
  })
})
