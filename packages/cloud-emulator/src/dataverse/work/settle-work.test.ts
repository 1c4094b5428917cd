import { describe, expect, it } from 'vitest'
import type { WorkPlan } from '../../operation/work-plan.ts'
import { organizationOfTests } from '../fixtures/organization-of-tests.ts'
import { sampleSolution } from '../fixtures/sample-solution.ts'
import { settleWork } from './settle-work.ts'

const start = Date.parse('2026-11-30T12:00:00Z')
const at = (seconds: number) => new Date(start + seconds * 1000)

/** Begins an import whose plan the case gives, and looks at it at a moment. */
function begun(plan: Partial<WorkPlan> = {}) {
  const tests = organizationOfTests()
  const body = { OverwriteUnmanagedCustomizations: false, PublishWorkflows: false, CustomizationFile: sampleSolution() }
  const answer = Object(tests.send('POST', 'ImportSolutionAsync', { body }).body)
  const { organization } = tests
  const whole: WorkPlan = { startsAt: at(10).toISOString(), endsAt: at(50).toISOString(), outcome: 'success', ...plan }
  organization.pending = organization.pending.map((work) => ({ ...work, plan: whole }))
  const rows = () => [
    organization.tables.asyncoperation?.[answer.AsyncOperationId],
    organization.tables.importjob?.[answer.ImportJobKey],
  ]
  const look = (seconds: number) => {
    settleWork({ ...tests.call(), now: at(seconds) })
    const [operation, job] = rows()
    return {
      states: [operation?.statecode, operation?.statuscode],
      progress: job?.progress,
      completed: operation?.completedon ?? null,
      message: operation?.message ?? null,
    }
  }
  const operation = `asyncoperations(${answer.AsyncOperationId})`
  return { ...tests, look, operation, answer }
}

describe('work in the background', () => {
  it('waits, runs with progress, and is done at the moment of its plan however late one looks', () => {
    const { look, organization } = begun()
    expect(look(5)).toEqual({ states: [0, 0], progress: 0, completed: null, message: null })
    expect(look(20)).toEqual({ states: [2, 20], progress: 25, completed: null, message: null })
    expect(organization.tables.workflow).toEqual({})
    expect(look(3600)).toEqual({ states: [3, 30], progress: 100, completed: '2026-11-30T12:00:50Z', message: null })
    expect(Object.values(organization.tables.workflow ?? {})).toMatchObject([{ createdon: '2026-11-30T12:00:50Z' }])
    expect(organization.pending).toEqual([])
  })

  it('may stay stuck for ever, and keeps other work away', () => {
    const { look, send } = begun({ endsAt: null })
    expect(look(1_000_000)).toMatchObject({ states: [2, 20], progress: 50, completed: null })
    expect(send('POST', 'PublishAllXml', { body: {} }).status).toBe(429)
  })

  it('may fail because a fault asked for it, and then changed nothing', () => {
    const { look, organization } = begun({ outcome: { code: '0x80040216', message: 'An unexpected error occurred.' } })
    expect(look(60)).toMatchObject({ states: [3, 31], message: 'An unexpected error occurred.' })
    expect(organization.tables.workflow).toEqual({})
  })

  it('is carried out once, although it is looked at twice', () => {
    const { look, organization } = begun()
    look(60)
    const before = JSON.stringify(organization)
    look(61)
    expect(JSON.stringify(organization)).toBe(before)
  })

  it('can be cancelled until it has ended', () => {
    const { look, send, operation, organization } = begun({ endsAt: null })
    look(20)
    expect(send('PATCH', operation, { body: { statecode: 0 } }).status).toBe(400)
    expect(send('PATCH', operation, { body: { statecode: 3, statuscode: 32 } }).status).toBe(204)
    expect(look(100)).toMatchObject({ states: [3, 32] })
    expect(organization.tables.workflow).toEqual({})
    expect(send('PATCH', operation, { body: { statecode: 3 } }).status).toBe(400)
  })

  it('has no result before it has ended', () => {
    const { send, answer } = begun()
    expect(send('GET', `RetrieveSolutionImportResult(ImportJobId=${answer.ImportJobKey})`).status).toBe(400)
    expect(send('GET', `RetrieveSolutionImportResult(ImportJobId=@id)?@id=${answer.AsyncOperationId}`).status).toBe(404)
  })
})
