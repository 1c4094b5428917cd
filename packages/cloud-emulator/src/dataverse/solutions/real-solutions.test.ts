import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPackage, type SolutionPackage } from '@sevenstep/flow-templates'
import { describe, expect, it } from 'vitest'
import { type OrganizationOfTests, organizationOfTests } from '../fixtures/organization-of-tests.ts'

const corpus = process.env.CONNECTOR_CORPUS ?? ''
const isMissing = corpus === ''

const solutions = (isMissing ? [] : readdirSync(join(corpus, 'packages')))
  .filter((name) => name.endsWith('.zip'))
  .flatMap((name) => {
    const bytes = readFileSync(join(corpus, 'packages', name))
    const read = readPackage(new Uint8Array(bytes)).package
    return read?.kind === 'solution' ? [{ name, file: bytes.toString('base64'), read }] : []
  })

const options = { OverwriteUnmanagedCustomizations: false, PublishWorkflows: true }

function imported(tests: OrganizationOfTests, file: string) {
  const begun = tests.send('POST', 'ImportSolutionAsync', { body: { ...options, CustomizationFile: file } })
  tests.wait(60)
  return tests.send('GET', `asyncoperations(${Object(begun.body).AsyncOperationId})`).body
}

const contents = (solution: SolutionPackage) => ({
  flows: solution.flows.filter(({ isDeclared }) => isDeclared).map(({ id, definition }) => ({ id, definition })),
  references: solution.connectionReferences.map(({ logicalName, apiName }) => ({ logicalName, apiName })),
  variables: solution.environmentVariables.map(({ schemaName, type, defaultValue }) => ({
    schemaName,
    type,
    defaultValue,
  })),
  connectors: solution.connectors.map(({ id, name }) => ({ id, name })),
})

describe.skipIf(isMissing)('real solutions (needs CONNECTOR_CORPUS)', () => {
  it('are there', () => expect(solutions.length).toBeGreaterThan(15))

  it.each(solutions)('$name passes staging, is imported, and exported with the same in it', ({ file, read }) => {
    const tests = organizationOfTests()
    const staged = tests.send('POST', 'StageSolution', { body: { CustomizationFile: file } })
    expect(staged.body).toMatchObject({ StageSolutionResults: { StageSolutionStatus: 'Passed' } })
    expect(imported(tests, file)).toMatchObject({ statuscode: 30 })
    const name = read.manifest.uniqueName
    const body = { SolutionName: name, Managed: true }
    const exported = tests.send('POST', 'ExportSolution', { body })
    if (read.manifest.managed === 'managed') {
      expect(exported.status).toBe(400)
      return
    }
    const again = readPackage(Buffer.from(String(Object(exported.body).ExportSolutionFile), 'base64')).package
    if (again?.kind !== 'solution') throw new Error('What was exported is no solution.')
    const [before, after] = [contents(read), contents(again)]
    for (const part of ['flows', 'references', 'variables', 'connectors'] as const) {
      expect(new Set<unknown>(after[part])).toEqual(new Set<unknown>(before[part]))
    }
    expect(imported(organizationOfTests(), String(Object(exported.body).ExportSolutionFile))).toMatchObject({
      statuscode: 30,
    })
  })
})
