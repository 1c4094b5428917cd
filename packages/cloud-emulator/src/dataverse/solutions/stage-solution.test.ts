import { describe, expect, it } from 'vitest'
import { imported } from '../fixtures/imports-of-tests.ts'
import { type OrganizationOfTests, organizationOfTests } from '../fixtures/organization-of-tests.ts'
import { sampleFlowId, sampleSolution } from '../fixtures/sample-solution.ts'

describe('staging a solution', () => {
  const staged = (tests: OrganizationOfTests, file: string) => {
    const answer = tests.send('POST', 'StageSolution', { body: { CustomizationFile: file } })
    return Object(answer.body).StageSolutionResults
  }

  it('tells what is there and what would come, and imports nothing', () => {
    const tests = organizationOfTests()
    imported(tests)
    const before = JSON.stringify(tests.organization.tables)
    expect(staged(tests, sampleSolution({ version: '1.1.0.0', connector: true }))).toMatchObject({
      StageSolutionStatus: 'Passed',
      SolutionDetails: {
        SolutionVersion: '1.1.0.0',
        PreviousSolutionVersion: '1.0.0.0',
        IsManaged: true,
        IsPatchSolution: false,
        HasPendingUpgrade: false,
        PublisherUniqueName: 'proseware',
      },
      SolutionComponentsDetails: expect.arrayContaining([
        expect.objectContaining({ ComponentName: 'Greet', ComponentTypeName: 'Workflow', IsPresentInOrg: 'True' }),
        expect.objectContaining({ ComponentName: 'Cars', ComponentTypeName: 'connector', IsPresentInOrg: 'False' }),
      ]),
    })
    expect(JSON.stringify(tests.organization.tables)).toBe(before)
  })

  it('lists what is missing, declared or not', () => {
    const tests = organizationOfTests()
    const missing =
      '<MissingDependency><Required type="380" schemaName="new_Base" solution="Base (2.0.0.0)" /><Dependent type="29" displayName="Greet" /></MissingDependency>'
    expect(staged(tests, sampleSolution({ missing }))).toMatchObject({
      StageSolutionStatus: 'Failed',
      MissingDependencies: [
        {
          RequiredComponentSchemaName: 'new_Base',
          RequiredComponentTypeName: 'environmentvariabledefinition',
          RequiredSolutionName: 'Base (2.0.0.0)',
        },
      ],
      SolutionValidationResults: [{ SolutionValidationResultType: 'Error', ErrorCode: -2147188707 }],
    })
  })

  it.each([
    ['no base64', '%%%'],
    ['no zip', Buffer.from('no zip').toString('base64')],
    ['nothing', ''],
  ])('fails for %s', (_name, file) => {
    expect(staged(organizationOfTests(), file)).toMatchObject({
      StageSolutionStatus: 'Failed',
      SolutionValidationResults: [{ Message: expect.stringContaining('The solution file is invalid') }],
    })
  })

  it('gives an upload that an import can name', () => {
    const tests = organizationOfTests()
    const { StageSolutionUploadId } = staged(tests, sampleSolution())
    const body = { CustomizationFile: undefined, SolutionParameters: { StageSolutionUploadId } }
    expect(imported(tests, {}, body).operation).toMatchObject({ statuscode: 30 })
    const unknown = {
      OverwriteUnmanagedCustomizations: false,
      PublishWorkflows: false,
      SolutionParameters: { StageSolutionUploadId: sampleFlowId },
    }
    expect(tests.send('POST', 'ImportSolutionAsync', { body: unknown })).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('no staged solution') } },
    })
  })
})
