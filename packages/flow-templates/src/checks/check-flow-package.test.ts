import { describe, expect, it } from 'vitest'
import { readPackage } from '../read/read-package.ts'
import { packageFiles } from '../testing/given-package.ts'
import { checkFlowPackage } from './check-flow-package.ts'
import { describeRules } from './describe-rules.ts'

const broken = packageFiles({}).map((file) =>
  file.path === 'manifest.json' ? { ...file, content: '{\n "a": x' } : file,
)

describe('checkFlowPackage', () => {
  it('says what was recognised, for whom it was judged, and where it was', () => {
    const kinds = (['export', 'solution'] as const).map((kind) => {
      const reading = readPackage(packageFiles({ kind }), { name: 'cars.zip' })
      const { kind: word, path, profile, target, findings } = checkFlowPackage(reading).subject
      return [word, path, profile, target, findings.length]
    })
    expect(kinds).toEqual([
      ['flow package', 'cars.zip', 'template', 'current', 0],
      ['flow solution', 'cars.zip', 'template', 'current', 0],
    ])
  })

  it('quotes no secret, also where a name holds one', () => {
    const secret = 'x0123456789abcdefghijklm'
    const named = `https://x.example/?sv=1&sig=${secret}`
    const actions = { Keep: { type: 'Compose', inputs: `@body('${named}')`, runAfter: { [named]: ['Succeeded'] } } }
    const { findings } = checkFlowPackage(readPackage(packageFiles({ definition: { actions } }))).subject
    expect(findings.map(({ ruleId }) => ruleId)).toContain('expression-action-exists')
    // Messages, and the pointers that lead to the step.
    expect(JSON.stringify(findings)).not.toContain(secret)
  })

  it.each([
    ['no package', [], 'package', [undefined]],
    ['a manifest that cannot be read', broken, 'manifest.json', [2, 1]],
  ])(
    'says of %s that it cannot be read, and of every other rule that it had nothing to look at',
    (_, files, file, lines) => {
      const { subject } = checkFlowPackage(readPackage(files))
      expect(subject.findings.map((one) => [one.ruleId, one.file, one.range?.start.line])).toEqual(
        lines.map((line) => ['flow-package-readable', file, line]),
      )
      const unchecked = subject.notChecked?.flatMap(({ rules }) => rules) ?? []
      expect([...unchecked, 'flow-package-readable'].sort()).toEqual(
        describeRules()
          .map(({ id }) => id)
          .sort(),
      )
    },
  )

  it('says of a solution without flows, and of a flow without steps, that there was nothing to look at', () => {
    const lacking = (files: Parameters<typeof readPackage>[0]) => {
      const { notChecked = [] } = checkFlowPackage(readPackage(files)).subject
      return new Map(notChecked.flatMap(({ rules, handIn }) => rules.map((rule) => [rule, handIn] as const)))
    }
    const solution = packageFiles({ kind: 'solution' })
    expect(lacking(solution).get('flow-export-root')).toBe('Hand in the flow’s own export, a zip with manifest.json.')
    expect(lacking(solution).has('secret-in-text')).toBe(false)
    const bare = lacking(solution.filter(({ path }) => !/workflows\//i.test(path)))
    const flowless = 'Hand in an export of the flow itself, or a solution that holds it.'
    for (const rule of ['flow-one-trigger', 'flow-step-names', 'flow-title-present'])
      expect(bare.get(rule), rule).toBe(flowless)
    expect(bare.has('flow-package-readable')).toBe(false)
    const stepless = lacking(packageFiles({ definition: { $schema: 's', triggers: {}, actions: {} } }))
    expect(stepless.get('flow-step-names')).toBe('Hand in an export of the flow as it runs.')
    expect(stepless.has('flow-one-trigger')).toBe(false)
  })

  it('runs what is asked for, as gravely as is asked', () => {
    const reading = readPackage(packageFiles({ details: { displayName: 'test', description: '' } }))
    const found = (options: Parameters<typeof checkFlowPackage>[1]) =>
      checkFlowPackage(reading, options).subject.findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`)
    expect(found({})).toEqual(['flow-title-meaningful warning', 'flow-description-present error'])
    expect(found({ profile: 'deployment' })).toEqual(['flow-title-meaningful info', 'flow-description-present info'])
    expect(found({ only: ['flow-title-meaningful'] })).toEqual(['flow-title-meaningful warning'])
    expect(found({ skip: ['flow-title-meaningful'] })).toEqual(['flow-description-present error'])
    expect(found({ settings: { 'flow-title-meaningful': 'error', 'flow-description-present': 'off' } })).toEqual([
      'flow-title-meaningful error',
    ])
  })

  it('tells how long families took by the clock it is given', () => {
    let now = 0
    const { timing } = checkFlowPackage(readPackage(packageFiles({})), { now: () => now++ })
    expect(timing.length).toBeGreaterThan(10)
    expect(timing.every(({ milliseconds }) => milliseconds === 1)).toBe(true)
  })
})
