import { describe, expect, it } from 'vitest'
import { mustReadSolution, textIn } from './fixtures/read.ts'
import { connectorXml, solutionFiles, solutionXml, unpackedFiles, workflowFile } from './fixtures/sample-solution.ts'
import type { SolutionPackage } from './model/flow-package.ts'
import { packSolution } from './pack-solution.ts'
import { readPackage } from './read/read-package.ts'

const app = { 'CanvasApps/cts_app_DocumentUri.msapp': undefined }

function packed(solution: SolutionPackage, options?: Parameters<typeof packSolution>[1]): SolutionPackage {
  const packing = packSolution(solution, options)
  if (!packing.ok) throw new Error(packing.problem.message.what)
  return packing.package
}

const refusal = (solution: SolutionPackage): string => {
  const packing = packSolution(solution)
  return packing.ok ? '' : `${packing.problem.code} ${packing.problem.message.what}`
}

/** What is understood of a solution, apart from where it stands in which file. */
function essence({
  flows,
  connectors,
  connectionReferences,
  environmentVariables,
  manifest,
}: SolutionPackage): unknown {
  const { file: _, managed: __, ...said } = manifest
  return {
    said,
    connectionReferences,
    environmentVariables,
    flows: flows.map(({ file, ...flow }) => [file.path, flow]),
    connectors: connectors.map(({ parts, ...connector }) => [
      connector,
      [...parts].map(([name, { bytes }]) => [name, bytes]),
    ]),
  }
}

describe('packSolution', () => {
  const sources = (): SolutionPackage =>
    mustReadSolution(
      unpackedFiles({ ...app, 'Other/Relationships.xml': '<EntityRelationships />', 'Cars.cdsproj': '<Project/>' }),
    )

  it('says packed what it said unpacked, and nothing is wrong with it', () => {
    const after = packed(sources())
    expect(after.layout).toBe('packed')
    expect(essence(after)).toEqual(essence(sources()))
    expect(essence(after)).toEqual(essence(mustReadSolution(solutionFiles(app))))
    const given = after.files.map(({ path, bytes }) => ({ path, content: bytes }))
    expect(readPackage(given).problems.map(({ code }) => code)).toEqual(['json-byte-order-mark'])
  })

  it('has the files of a packed one', () => {
    expect(packed(sources()).files.map(({ path }) => path)).toEqual(
      mustReadSolution(solutionFiles(app)).files.map(({ path }) => path),
    )
    expect(textIn(packed(sources()), '[Content_Types].xml')).toContain('<Default Extension="Png"')
    expect(textIn(packed(sources()), 'solution.xml')).toBe(solutionXml)
  })

  it.each([
    [undefined, 'unmanaged'],
    [{ managed: false }, 'unmanaged'],
    [{ managed: true }, 'managed'],
  ])('sources of both kinds, with %j, become %s', (options, managed) => {
    expect(packed(sources(), options).manifest.managed).toBe(managed)
  })

  it('what is of one kind stays it', () => {
    const managed = unpackedFiles({ ...app, 'Other/Solution.xml': solutionXml.replace('<Managed>0<', '<Managed>1<') })
    expect(packed(mustReadSolution(managed), { managed: false }).manifest.managed).toBe('managed')
  })

  it.each([
    ['empty elements', '<ImportExportXml><Entities /><Workflows /><Connectors /></ImportExportXml>'],
    ['no elements', '<ImportExportXml><Languages /></ImportExportXml>'],
    ['nothing at all', '<ImportExportXml />'],
  ])('enters flows and connectors in customizations with %s', (_, content) => {
    const after = packed(mustReadSolution(unpackedFiles({ ...app, 'Other/Customizations.xml': content })))
    expect([after.flows.length, after.connectors.length, after.customizations?.xml.fault]).toEqual([1, 1, undefined])
  })

  it('renames the folder of connectors where they name it', () => {
    const given = connectorXml.replaceAll('/Connector/', '/Connectors/')
    const after = packed(mustReadSolution(unpackedFiles({ ...app, 'Connectors/cts_contoso-20cars.xml': given })))
    expect(textIn(after, 'customizations.xml')).toContain(connectorXml)
  })

  it('leaves a packed one alone', () => {
    const solution = mustReadSolution(solutionFiles())
    expect(packed(solution)).toBe(solution)
  })

  it('refuses what it could not pack whole', () => {
    expect(refusal(mustReadSolution(unpackedFiles()))).toMatch(/^pack-unknown-part "CanvasApps/)
    const relationships = '<EntityRelationships><EntityRelationship Name="x" /></EntityRelationships>'
    expect(refusal(mustReadSolution(unpackedFiles({ ...app, 'Other/Relationships.xml': relationships })))).toMatch(
      /^pack-unknown-part "Other\/Relationships/,
    )
    expect(refusal(mustReadSolution(unpackedFiles({ ...app, [`${workflowFile}.data.xml`]: undefined })))).toMatch(
      /^pack-unknown-part "Workflows/,
    )
    expect(refusal(mustReadSolution(unpackedFiles({ ...app, 'Other/Customizations.xml': undefined })))).toMatch(
      /^edit-impossible/,
    )
    expect(
      refusal(mustReadSolution(unpackedFiles({ ...app, 'Connectors/cts_contoso-20cars.xml': `${connectorXml}<` }))),
    ).toMatch(/^edit-impossible "Connectors/)
    expect(refusal(mustReadSolution([...unpackedFiles(app), { path: '../x', content: '' }]))).toMatch(/^entry-lost/)
  })
})
