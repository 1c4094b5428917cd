import { createSubject } from '@sevenstep/findings'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  approve,
  type SampleFolder,
  sampleDeployer,
  sampleFolder,
  sampleWorld,
  testSecret,
} from '../fixtures/sample-deployment.ts'
import { checkDeploymentReport } from './check-deployment-report.ts'
import { readDeploymentReport } from './read-report.ts'

/** What the command prints: the same envelope around what the library gives. */
const printed = (command: string, value: object): string =>
  `${JSON.stringify({ version: 1, command, targets: [{ target: 'fabrikam', ...value }] }, undefined, 2)}\n`

const reports: Record<string, string> = {}
let folder: SampleFolder

beforeAll(async () => {
  folder = sampleFolder()
  const world = sampleWorld()
  const deployer = () => sampleDeployer(folder, world).deployer
  reports.planned = printed('plan', { plan: await deployer().plan('fabrikam') })
  reports.applied = printed('apply', await deployer().apply('fabrikam', { approve }))
  reports.again = printed('apply', await deployer().apply('fabrikam', { approve }))
  reports.declined = printed('apply', await deployer().apply('fabrikam', { approve: async () => false }))
  reports.status = printed('status', deployer().status('fabrikam'))
  reports.removed = printed('rollback', await deployer().rollback('fabrikam', { approve }))
})
afterAll(() => folder.remove())

const textOf = (name: string): string => reports[name] ?? ''

/** What a report says of each family, with the rules of its findings. */
function judged(text: string, ownTenants?: readonly string[]) {
  const read = readDeploymentReport(text)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const { subject, families } = checkDeploymentReport('report.json', read, { ...(ownTenants && { ownTenants }) })
  const { findings, notChecked = [] } = createSubject(subject)
  return {
    families,
    found: findings.map(({ ruleId }) => ruleId),
    open: notChecked.flatMap(({ rules }) => rules),
    findings,
  }
}

const others = ['99999999-0000-4000-8000-000000000009']

describe('what a report proves', () => {
  test('an apply that ended well: everything it did', () => {
    const { families, found, open } = judged(textOf('applied'), others)
    expect(families).toEqual(
      expect.arrayContaining([
        'deployment-finished',
        'deployment-flows-on',
        'deployment-connectors',
        'deployment-rights',
      ]),
    )
    expect(families).not.toContain('deployment-repeated')
    expect(families).not.toContain('deployment-removed')
    expect(found).not.toContain('report-finished')
    expect(open).not.toContain('report-other-tenant')
    // The sample gives no policy, so the plan could not see it.
    expect(open).toContain('report-policy-allows')
  })

  test('a second run that changed nothing: that too, and nothing of rights', () => {
    const { families, open } = judged(textOf('again'), others)
    expect(families).toContain('deployment-repeated')
    expect(families).toContain('deployment-finished')
    expect(families).not.toContain('deployment-rights')
    expect(open).not.toContain('report-nothing-new')
  })

  test('a plan alone: nothing that has not happened', () => {
    const { families } = judged(textOf('planned'), others)
    for (const family of ['deployment-finished', 'deployment-flows-on', 'deployment-tenant', 'deployment-repeated']) {
      expect(families).not.toContain(family)
    }
  })

  test('a journal: how the run ended; a rollback: that it can be taken out', () => {
    expect(judged(textOf('status')).families).toEqual(['deployment-finished', 'deployment-secrets'])
    const { families, found } = judged(textOf('removed'))
    expect(families).toContain('deployment-removed')
    expect(families).not.toContain('deployment-finished')
    expect(found).toEqual([])
  })

  test('the vendor’s own tenant is none of a customer', () => {
    const { tenant } = JSON.parse(textOf('applied')).targets[0].plan.target
    const { found, findings } = judged(textOf('applied'), [tenant.toUpperCase()])
    expect(found).toContain('report-other-tenant')
    const at = findings.find(({ ruleId }) => ruleId === 'report-other-tenant')
    expect(textOf('applied').split('\n')[(at?.range?.start.line ?? 0) - 1]).toContain(`"tenant": "${tenant}"`)
    expect(judged(textOf('applied')).open).toContain('report-other-tenant')
  })

  test('a step that failed fails what it was to do, and the whole', () => {
    const { steps } = JSON.parse(textOf('applied')).targets[0].result
    const failed = altered('applied', {
      'targets.0.result.outcome': 'failed',
      [`targets.0.result.steps.${steps.length - 1}.state`]: 'failed',
      [`targets.0.result.steps.${steps.length - 1}.failure`]: {
        code: 'forbidden',
        what: 'No.',
        why: 'Because.',
        fix: 'Ask.',
        status: 403,
      },
    })
    expect(new Set(judged(failed, others).found)).toEqual(
      new Set(['report-finished', 'report-flows-on', 'report-rights']),
    )
  })

  test('a secret in a report is found and hidden', () => {
    const token = `eyJ${'a'.repeat(20)}.eyJ${'b'.repeat(20)}.c`
    const leaking = altered('applied', { 'targets.0.plan.actions.0.reason': `It says ${token}.` })
    const secret = judged(leaking).findings.find(({ ruleId }) => ruleId === 'report-no-secret')
    expect(secret?.hides).toEqual(secret?.range)
    expect(Object.values(reports).some((text) => text.includes(testSecret))).toBe(false)
    for (const name of Object.keys(reports)) expect(judged(textOf(name)).found).not.toContain('report-no-secret')
  })
})

/** Values put elsewhere in the first target of a report, by dotted path; `undefined` takes one out. */
function altered(name: string, changes: Readonly<Record<string, unknown>>): string {
  const report: unknown = JSON.parse(textOf(name))
  for (const [path, value] of Object.entries(changes)) {
    const steps = path.split('.')
    const last = steps.pop() ?? ''
    const holder = steps.reduce((node, step) => Object(node)[step], report)
    if (value === undefined) Reflect.deleteProperty(Object(holder), last)
    else Object(holder)[last] = value
  }
  return JSON.stringify(report, undefined, 2)
}

describe('what is refused, with its place', () => {
  const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length
  const problemOf = (text: string) => {
    const read = readDeploymentReport(text)
    return read.ok ? undefined : read.problems[0]
  }

  test('cut off anywhere', () => {
    const text = textOf('applied').trimEnd()
    for (let at = 1; at < text.length; at += Math.ceil(text.length / 40)) {
      const problem = problemOf(text.slice(0, at))
      expect(problem?.line).toBeGreaterThan(0)
      expect(problem?.fix).not.toBe('')
    }
    const half = text.slice(0, text.length / 2)
    expect(problemOf(half)?.what).toContain('cut off')
    expect(problemOf(half)?.line).toBe(half.split('\n').length)
  })

  test('a target twice', () => {
    const [entry] = JSON.parse(textOf('status')).targets
    expect(problemOf(altered('status', { targets: [entry, entry] }))?.what).toContain('occurs twice')
  })

  const first = 'targets.0'
  test.each<[string, string, Readonly<Record<string, unknown>>, string, string]>([
    [
      'a step left out',
      'applied',
      { [`${first}.result.steps.0`]: undefined },
      '"steps"',
      'not what the command prints',
    ],
    ['steps left out', 'applied', { [`${first}.result.steps`]: [] }, '"steps"', 'what became of'],
    ['done, though one failed', 'applied', { [`${first}.result.steps.0.state`]: 'failed' }, '"outcome"', 'to be done'],
    ['failed, though none did', 'applied', { [`${first}.result.outcome`]: 'failed' }, '"outcome"', 'no step failed'],
    ['another verb', 'applied', { [`${first}.result.steps.0.verb`]: 'leave' }, '"steps"', 'The plan says'],
    ['another target', 'applied', { [`${first}.result.target`]: 'adatum' }, '"adatum"', 'not “fabrikam”'],
    ['a plan of another command', 'applied', { [`${first}.plan.command`]: 'destroy' }, '"destroy"', 'The plan is of'],
    ['no result', 'applied', { [`${first}.result`]: undefined }, '"targets"', 'no result says'],
    ['findings taken out', 'again', { [`${first}.plan.findings.findings`]: [] }, '"counts"', 'are counted as'],
    ['a journal that ended well and is open', 'status', { [`${first}.canGoOn`]: true }, '"outcome"', 'gone on with'],
    ['another version', 'applied', { version: 2 }, '"version"', 'not what the command prints'],
    ['a verb that is none', 'applied', { [`${first}.plan.actions.0.verb`]: 'wish' }, '"wish"', 'actions.0.verb'],
    ['a command that is none', 'applied', { command: 'drift' }, '"drift"', 'command'],
  ])('%s', (_, name, changes, near, words) => {
    const text = altered(name, changes)
    const problem = problemOf(text)
    expect(problem?.what).toContain(words)
    expect(problem?.line).toBeGreaterThanOrEqual(lineOf(text, near))
    expect(problem?.column).toBeGreaterThan(0)
  })
})
