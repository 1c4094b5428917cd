import { describe, expect, it } from 'vitest'
import { mustReadSolution } from '../fixtures/read.ts'
import { exportFiles, exportKeys, filesOf } from '../fixtures/sample-export.ts'
import {
  clientData,
  customizationsXml,
  solutionFiles,
  workflowFile,
  workflowId,
  workflowXml,
} from '../fixtures/sample-solution.ts'
import type { GivenFile } from '../model/package-file.ts'
import { readPackage } from './read-package.ts'

const flowFolder = `Microsoft.Flow/flows/${exportKeys.flow}`

const problemsOf = (files: readonly GivenFile[]): readonly string[] =>
  readPackage(files).problems.flatMap(({ code }) => (code === 'json-byte-order-mark' ? [] : [code]))

describe('what is read of a package that lies', () => {
  it('lists flows that nothing announces as what they are', () => {
    const extra = 'Microsoft.Flow/flows/extra/definition.json'
    const declared = (files: GivenFile[]) =>
      readPackage(files).package?.flows.map(({ id, isDeclared }) => [id, isDeclared])
    expect(declared(exportFiles({ [extra]: '{"properties":{"definition":{}}}' }))).toEqual([
      [exportKeys.flow, true],
      ['extra', false],
    ])
    expect(declared(solutionFiles({ 'customizations.xml': customizationsXml('') }))).toEqual([[workflowId, false]])
  })

  it('takes no definition from a file that breaks off, whatever could be read of it', () => {
    const cut = '{"properties":{"displayName":"Cars","definition":{"actions":{"a":{"type":"Compose"}'
    const [flow] = readPackage(exportFiles({ [`${flowFolder}/definition.json`]: cut })).package?.flows ?? []
    expect([flow?.displayName, flow?.definition]).toEqual(['Cars', undefined])
  })

  it('takes neither of two files of one name', () => {
    const twice = [...exportFiles(), { path: 'a.txt', content: '1' }, { path: './a.txt', content: '2' }]
    const { package: read } = readPackage(twice)
    expect(read?.files.map(({ path }) => path)).not.toContain('a.txt')
    expect(read?.lost).toEqual(['a.txt'])
  })

  it.each([
    ['<isrequired>1</isrequired>', true],
    ['<isrequired>0</isrequired>', false],
    ['', false],
  ])('a variable with %j is required: %s', (element, isRequired) => {
    const path = 'environmentvariabledefinitions/cts_site/environmentvariabledefinition.xml'
    const content = `<environmentvariabledefinition schemaname="cts_site">${element}<type>9</type></environmentvariabledefinition>`
    const [variable] = mustReadSolution(solutionFiles({ [path]: content })).environmentVariables
    expect([variable?.isRequired, variable?.type, variable?.displayName]).toEqual([isRequired, 'unknown', 'cts_site'])
  })

  it('keeps what could be understood of customizations that break off', () => {
    const broken = customizationsXml().replace('</Connectors>', '</Wrong>')
    const { connectors, flows, customizations } = mustReadSolution(solutionFiles({ 'customizations.xml': broken }))
    expect(customizations?.xml.fault?.code).toBe('xml-broken')
    expect(flows.map(({ displayName }) => displayName)).toEqual(['Cars "of" the day'])
    expect(connectors.map(({ name, parts }) => [name, parts.size])).toEqual([['cts_contoso-20cars', 3]])
  })

  it('finds connectors by the names of their files when nothing describes them', () => {
    const files = solutionFiles({ 'customizations.xml': '<ImportExportXml><Workflows>' })
    expect(mustReadSolution(files).connectors.map(({ name, parts }) => [name, [...parts.keys()]])).toEqual([
      ['cts_contoso-20cars', ['openapidefinition', 'policytemplateinstances', 'iconblob']],
    ])
  })

  it('has no connector that only its files speak of, when the description is whole', () => {
    const files = solutionFiles({ 'customizations.xml': customizationsXml(workflowXml, '') })
    expect(mustReadSolution(files).connectors).toEqual([])
  })

  it('takes only cloud flows for flows', () => {
    const classic = workflowXml.replace('<Category>5<', '<Category>0<')
    const files = solutionFiles({ 'customizations.xml': customizationsXml(classic) })
    expect(mustReadSolution(files).flows).toEqual([])
    expect(problemsOf(files)).toEqual([])
  })

  it('takes the file that is named exactly when another differs in case', () => {
    const other = { ...clientData, properties: { definition: { description: 'other' } } }
    const files = [...solutionFiles(), { path: workflowFile.toLowerCase(), content: JSON.stringify(other) }]
    expect(mustReadSolution(files).flows[0]?.file.path).toBe(workflowFile)
  })

  it('counts problems beyond a thousand', () => {
    const resources = `{"resources":{${Array.from({ length: 1500 }, (_, at) => `"k${at}":${at}`).join(',')}},"schema":"1.0"}`
    const files = filesOf({ 'manifest.json': resources, 'Microsoft.Flow/flows/manifest.json': '{}' })
    const { problems, unreportedProblems } = readPackage(files)
    expect([problems.length, unreportedProblems]).toEqual([1000, 500])
  })
})
