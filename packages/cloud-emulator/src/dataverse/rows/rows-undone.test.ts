import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import { organizationOfTests } from '../fixtures/organization-of-tests.ts'
import { sampleSolution } from '../fixtures/sample-solution.ts'
import { addressOf } from '../web-api/address.ts'
import { answerRequest } from '../web-api/answer-request.ts'
import { wholly } from './organization-call.ts'

const id = (number: number) => `aaaaaaaa-0000-4000-8000-00000000000${number}`

const clientdata = '{"properties":{"connectionReferences":{},"definition":{}},"schemaVersion":"1.0.0.0"}'

/** Requests that write, each on one of a few rows, so that they meet. */
const anyWrite = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 9 })).map(([row, kind]) => {
  const flow = `workflows(${id(row)})`
  const all: readonly (readonly [method: string, address: string, body?: unknown])[] = [
    ['PATCH', flow, { category: 5, name: `Flow ${row}`, type: 1, clientdata }],
    ['PATCH', flow, { name: 'Renamed', statecode: 1 }],
    ['PATCH', flow, { statecode: 0 }],
    ['DELETE', flow],
    ['PATCH', `connectors(${id(row)})`, { name: `new_cars${row}`, displayname: 'Cars', openapidefinition: '{}' }],
    ['DELETE', `connectors(${id(row)})`],
    ['PATCH', `environmentvariabledefinitions(schemaname='new_${row}')`, { displayname: 'x', type: 100000000 }],
    ['DELETE', `environmentvariabledefinitions(schemaname='new_${row}')`],
    [
      'POST',
      'ImportSolution',
      {
        OverwriteUnmanagedCustomizations: true,
        PublishWorkflows: true,
        CustomizationFile: sample,
        ImportJobId: id(row),
      },
    ],
    [
      'POST',
      'GrantAccess',
      {
        Target: { '@odata.type': 'Microsoft.Dynamics.CRM.workflow', workflowid: id(row) },
        PrincipalAccess: {
          Principal: { '@odata.type': 'Microsoft.Dynamics.CRM.workflow', workflowid: id(row) },
          AccessMask: 'ReadAccess',
        },
      },
    ],
  ]
  return all[kind] ?? (['GET', 'WhoAmI'] as const)
})

const sample = sampleSolution({ connector: true, managed: false })

describe('writes', () => {
  it('that are taken back leave nothing behind, in whatever order they came', () => {
    fc.assert(
      fc.property(
        fc.array(anyWrite, { maxLength: 6 }),
        fc.array(anyWrite, { minLength: 1, maxLength: 10 }),
        (kept, undone) => {
          const { send, call, organization, environment } = organizationOfTests()
          for (const [method, address, body] of kept) send(method, address, { body })
          const state = () => JSON.stringify([{ ...organization, version: 0 }, environment.connectors])
          const before = state()
          const current = call()
          const all = () =>
            wholly(current, () => {
              for (const [method, address, body] of undone) {
                attempt(() =>
                  wholly(current, () =>
                    answerRequest(current, {
                      method,
                      address: addressOf(address),
                      headers: new Headers(),
                      body: JSON.stringify(body ?? {}),
                    }),
                  ),
                )
              }
              throw new EmulatedFailure(400, 'enough', 'The change set fails at its end.')
            })
          expect(all).toThrow('The change set fails at its end.')
          expect(state()).toBe(before)
        },
      ),
      { numRuns: 50 },
    )
  })
})

function attempt(work: () => unknown) {
  try {
    work()
  } catch (failure) {
    if (!(failure instanceof EmulatedFailure)) throw failure
  }
}
