import { describe, expect, it } from 'vitest'
import { connectionReferences, dataverseOperations, solutionFlows, solutionImport } from './index.ts'

describe('the operations of Dataverse', () => {
  it('have ids that are theirs alone', () => {
    const ids = dataverseOperations.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it.each(dataverseOperations.map((operation) => [operation.id, operation] as const))(
    '%s takes exactly the names in its path',
    (_id, { path, request }) => {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(Object.keys(request.path?.shape ?? {}).sort()).toEqual(named.sort())
    },
  )

  it('polls work by an operation that exists', () => {
    const ids = new Set(dataverseOperations.map(({ id }) => id))
    const polled = dataverseOperations.flatMap(({ completion }) => completion?.polledBy ?? [])
    expect(polled.length).toBeGreaterThan(3)
    expect(polled.filter((id) => !ids.has(id))).toEqual([])
  })

  it('never repeats what begins work or creates', () => {
    const starts = dataverseOperations.filter(({ repetition }) => repetition === 'start').map(({ id }) => id)
    expect(starts).toEqual(
      expect.arrayContaining(['solution-import.begin', 'solution-import.begin-upgrade', 'solution-flows.create']),
    )
  })

  it.each([
    [
      'a connection',
      {
        '@odata.type': 'Microsoft.Dynamics.CRM.connectionreference',
        connectionreferencelogicalname: 'new_x',
        connectionid: 'abc',
      },
      true,
    ],
    [
      'a variable',
      { '@odata.type': '#Microsoft.Dynamics.CRM.environmentvariablevalue', schemaname: 'new_y', value: '1' },
      true,
    ],
    ['no type', { schemaname: 'new_y', value: '1' }, false],
  ])('takes as a parameter of an import: %s', (_name, parameter, taken) => {
    const body = { OverwriteUnmanagedCustomizations: false, PublishWorkflows: true, ComponentParameters: [parameter] }
    expect(solutionImport.begin.request.body.safeParse(body).success).toBe(taken)
  })

  it('demands a version of an update, so that nothing is created by it', () => {
    expect(connectionReferences.update.request.headers.safeParse({}).success).toBe(false)
    expect(connectionReferences.update.request.headers.safeParse({ 'if-match': '*' }).success).toBe(true)
    expect(solutionFlows.turnOn.request.body.safeParse({ statecode: 0 }).success).toBe(false)
  })
})
