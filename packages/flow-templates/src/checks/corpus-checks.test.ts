import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drawFlow } from '../drawing/draw-flow.ts'
import { mustRead } from '../fixtures/read.ts'
import { readPackage } from '../read/read-package.ts'
import { recogniseFlowPackage } from '../read/recognise-flow-package.ts'
import { scrubPackage } from '../scrub/scrub-package.ts'
import { readXml } from '../xml/read-xml.ts'
import { checkFlowPackage } from './check-flow-package.ts'

const corpus = process.env.CONNECTOR_CORPUS ?? ''
const isMissing = corpus === '' && process.env.SEVENSTEP_REQUIRE_ALL !== '1'
const leakRules = /^flow-no-(?:mail-address|site-address|tenant-id|creator|source-ids|secret|sas)$|^solution-no-/

describe.skipIf(isMissing)('real packages (needs CONNECTOR_CORPUS)', () => {
  const folder = join(corpus, 'packages')
  const names = isMissing ? [] : readdirSync(folder).filter((name) => name.endsWith('.zip'))
  const bytesOf = (name: string) => new Uint8Array(readFileSync(join(folder, name)))
  const packages = names.filter((name) => recogniseFlowPackage(bytesOf(name)) !== undefined)

  it('are recognised, all but the two that are none', () => {
    expect([names.length, packages.length]).toEqual([34, 32])
    for (const name of packages) expect(mustRead(bytesOf(name)).kind).toBe(recogniseFlowPackage(bytesOf(name)))
  })

  it('hold what was found in them by eye, and no more', () => {
    const counts = new Map<string, number>()
    for (const name of packages) {
      for (const { ruleId } of checkFlowPackage(readPackage(bytesOf(name))).subject.findings) {
        counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1)
      }
    }
    // No structural error and none in an expression: these flows were saved and ran.
    expect(Object.fromEntries([...counts].sort())).toEqual({
      'flow-connector-available': 1,
      'flow-description-length': 1,
      'flow-description-present': 7,
      'flow-error-path': 20,
      'flow-export-new': 4,
      'flow-licence-tier': 8,
      'flow-no-creator': 9,
      'flow-no-fixed-id': 1,
      'flow-no-mail-address': 13,
      'flow-no-picked-file': 3,
      'flow-no-secret': 1,
      'flow-no-site-address': 25,
      'flow-no-source-ids': 9,
      'flow-no-tenant-id': 1,
      'flow-parameter-used': 2,
      'flow-step-names': 43,
      'flow-title-meaningful': 1,
    })
  })

  it.each(packages)('%s is clean after scrubbing, and otherwise says the same', (name) => {
    const before = mustRead(bytesOf(name), name)
    const scrubbing = scrubPackage(before)
    if (!scrubbing.ok) throw new Error(scrubbing.problem.message.what)
    const after = scrubbing.package
    const findings = checkFlowPackage({ package: after, problems: [], unreportedProblems: 0 }).subject.findings
    expect(findings.filter(({ ruleId }) => leakRules.test(ruleId))).toEqual([])
    expect(scrubPackage(after).ok && scrubPackage(after)).toMatchObject({ places: [] })
    const changed = new Set(scrubbing.places.map(({ file }) => file))
    for (const { path, bytes } of before.files) {
      if (!changed.has(path))
        expect(Buffer.compare(bytes, after.files.find((file) => file.path === path)?.bytes ?? Buffer.of())).toBe(0)
    }
  })

  it.each(packages)('%s: its flows are drawn with every step in words', (name) => {
    for (const flow of mustRead(bytesOf(name), name).flows) {
      const { svg, outline } = drawFlow(flow, { most: 500 })
      expect(readXml(svg).fault).toBeUndefined()
      const steps = outline.split('\n').filter((line) => /^\s*\d+\. /.test(line))
      expect(steps.length).toBeGreaterThan(0)
    }
  })
})
