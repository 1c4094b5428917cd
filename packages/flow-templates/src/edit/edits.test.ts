import type { JsonValue } from '@sevenstep/located-json'
import { describe, expect, it } from 'vitest'
import { mustReadExport, mustReadSolution, textIn, zipOf } from '../fixtures/read.ts'
import { exportDefinition, exportFiles, exportKeys, exportManifest } from '../fixtures/sample-export.ts'
import {
  clientData,
  customizationsXml,
  solutionFiles,
  solutionXml,
  unpackedFiles,
  workflowFile,
  workflowId,
  workflowXml,
} from '../fixtures/sample-solution.ts'
import type { FlowPackage } from '../model/flow-package.ts'
import { writePackage } from '../write-package.ts'
import type { PackageEditing } from './change-files.ts'
import { bindConnection, replaceDefinition, setFlowDisplayName } from './edit-flow.ts'
import {
  removeCurrentValues,
  setPackageDisplayName,
  setSolutionVersion,
  setSuggestedCreationType,
} from './edit-package.ts'

const definitionFile = `Microsoft.Flow/flows/${exportKeys.flow}/definition.json`
const valuesFile = 'environmentvariabledefinitions/cts_site/environmentvariablevalues.json'

const anExport = () => mustReadExport(zipOf(exportFiles()))
const aSolution = () => mustReadSolution(zipOf(solutionFiles()))
const sources = () => mustReadSolution(unpackedFiles())

function made<P extends FlowPackage>(editing: PackageEditing<P>): P {
  if (!editing.ok) throw new Error(editing.problem.message.what)
  return editing.package
}

/** The files that differ, by path, with what they are now. */
function changes(before: FlowPackage, after: FlowPackage): Readonly<Record<string, string | undefined>> {
  const paths = new Set([...before.files, ...after.files].map(({ path }) => path))
  const different = [...paths].filter((path) => textIn(before, path) !== textIn(after, path))
  return Object.fromEntries(different.map((path) => [path, textIn(after, path)]))
}

describe('setFlowDisplayName', () => {
  it('renames the flow of an export in both of its files', () => {
    const before = anExport()
    const after = made(setFlowDisplayName(before, exportKeys.flow, 'Autos "heute"'))
    const manifest = structuredClone(exportManifest)
    manifest.resources[exportKeys.flow].details.displayName = 'Autos "heute"'
    expect(changes(before, after)).toEqual({
      'manifest.json': JSON.stringify(manifest),
      [definitionFile]: JSON.stringify({
        ...exportDefinition,
        properties: { ...exportDefinition.properties, displayName: 'Autos "heute"' },
      }),
    })
    expect(after.flows[0]?.displayName).toBe('Autos "heute"')
  })

  const renamed = workflowXml.replaceAll('Cars &quot;of&quot; the day', 'A &amp; &lt;B&gt;')

  it('renames the flow of a packed solution, and leaves translations', () => {
    const before = aSolution()
    const after = made(setFlowDisplayName(before, `{${workflowId.toUpperCase()}}`, 'A & <B>'))
    expect(changes(before, after)).toEqual({ 'customizations.xml': customizationsXml(renamed) })
    expect(after.flows[0]?.displayName).toBe('A & <B>')
  })

  it('renames the flow of an unpacked one in the file beside it', () => {
    const before = sources()
    const after = made(setFlowDisplayName(before, workflowId, 'A & <B>'))
    expect(changes(before, after)).toEqual({
      [`${workflowFile}.data.xml`]: `<?xml version="1.0" encoding="utf-8"?>\n${renamed}`,
    })
  })
})

describe('setPackageDisplayName', () => {
  it('renames an export', () => {
    const after = made(setPackageDisplayName(anExport(), 'Neu'))
    expect(after.manifest.displayName).toBe('Neu')
    expect(Object.keys(changes(anExport(), after))).toEqual(['manifest.json'])
  })

  it('renames a solution where translations do not', () => {
    const after = made(setPackageDisplayName(aSolution(), 'Neu'))
    expect(changes(aSolution(), after)).toEqual({ 'solution.xml': solutionXml.replace('Contoso &amp; cars', 'Neu') })
  })
})

describe('bindConnection', () => {
  it('names another connection in an export', () => {
    const after = made(bindConnection(anExport(), exportKeys.flow, 'shared_office365', { connectionName: 'c-1' }))
    const references = after.flows[0]?.connectionReferences.map(({ connectionName, source }) => [
      connectionName,
      source,
    ])
    expect(references).toEqual([
      ['aaaabbbbccccddddeeeeffff00001111', 'embedded'],
      ['c-1', 'invoker'],
    ])
  })

  it.each([
    [{ logicalName: 'cts_mail' }, { connectionReferenceLogicalName: 'cts_mail' }],
    [{ connectionName: 'c-1' }, { name: 'c-1' }],
  ])('in a solution, to %j', (binding, connection) => {
    const before = aSolution()
    const after = made(bindConnection(before, workflowId, 'shared_office365', binding))
    const { connectionReferences } = clientData.properties
    const bound = {
      ...connectionReferences,
      shared_office365: { ...connectionReferences.shared_office365, connection },
    }
    const [changed] = Object.values(changes(before, after))
    expect(changed?.startsWith('\ufeff')).toBe(true)
    expect(JSON.parse(changed?.slice(1) ?? '')).toEqual({
      ...clientData,
      properties: { ...clientData.properties, connectionReferences: bound },
    })
  })
})

describe('replaceDefinition', () => {
  const definition = { actions: { Only: { type: 'Compose', inputs: 1 } } }
  it.each([
    ['an export', anExport, exportKeys.flow, definitionFile],
    ['a solution', aSolution, workflowId, workflowFile],
    ['an unpacked one', sources, workflowId, workflowFile],
  ] as const)('in %s', (_, read, id, file) => {
    const before: FlowPackage = read()
    const after = made(replaceDefinition(before, id, definition))
    expect(after.flows[0]?.definition).toEqual(definition)
    expect(Object.keys(changes(before, after))).toEqual([file])
  })

  it.each<[string, JsonValue]>([
    ['a list', []],
    ['null', null],
    ['actions without types', { actions: { a: {} } }],
  ])('refuses %s', (_, value) => {
    const editing = replaceDefinition(anExport(), exportKeys.flow, value)
    expect(editing.ok ? '' : editing.problem.code).toBe('edit-value-refused')
  })
})

describe('setSuggestedCreationType', () => {
  it('sets one that the resource allows', () => {
    const after = made(setSuggestedCreationType(anExport(), exportKeys.flow, 'Update'))
    expect(after.resources[0]?.suggestedCreationType).toBe('Update')
  })
  it('sets any where the resource says nothing', () => {
    const after = made(setSuggestedCreationType(anExport(), exportKeys.api, 'Existing'))
    expect(after.resources[1]?.suggestedCreationType).toBe('Existing')
  })
})

describe('setSolutionVersion', () => {
  it('changes the version alone', () => {
    const after = made(setSolutionVersion(aSolution(), '2.0.0.0'))
    expect(after.manifest.parsedVersion).toEqual([2, 0, 0, 0])
    expect(changes(aSolution(), after)).toEqual({ 'solution.xml': solutionXml.replace('1.2.0.3', '2.0.0.0') })
  })
})

describe('removeCurrentValues', () => {
  it.each([[undefined], [['CTS_site']]])('takes the file of values out, for %j', (names) => {
    const after = made(removeCurrentValues(aSolution(), names))
    expect(changes(aSolution(), after)).toEqual({ [valuesFile]: undefined })
    expect(after.environmentVariables[0]?.currentValues).toEqual([])
  })

  it('leaves a solution without any as it is', () => {
    const before = made(removeCurrentValues(aSolution()))
    expect(made(removeCurrentValues(before))).toBe(before)
  })
})

describe('what cannot be changed is refused', () => {
  const wide = new Uint8Array([
    0xff,
    0xfe,
    ...[...solutionXml.slice(1)].flatMap((character) => [character.charCodeAt(0), 0]),
  ])
  const cases: readonly (readonly [string, () => PackageEditing, string])[] = [
    ['a flow that is not there', () => setFlowDisplayName(anExport(), 'nope', 'x'), 'edit-target-missing'],
    ['no name', () => setFlowDisplayName(anExport(), exportKeys.flow, ' '), 'edit-value-refused'],
    ['no name of a package', () => setPackageDisplayName(aSolution(), ''), 'edit-value-refused'],
    ['a definition of no flow', () => replaceDefinition(aSolution(), 'nope', {}), 'edit-target-missing'],
    [
      'a reference that is not there',
      () => bindConnection(aSolution(), workflowId, 'nope', { connectionName: 'x' }),
      'edit-target-missing',
    ],
    [
      'a reference of no flow',
      () => bindConnection(aSolution(), 'nope', 'nope', { connectionName: 'x' }),
      'edit-target-missing',
    ],
    [
      'a logical name in an export',
      () => bindConnection(anExport(), exportKeys.flow, 'shared_office365', { logicalName: 'x' }),
      'edit-value-refused',
    ],
    ['a resource that is not there', () => setSuggestedCreationType(anExport(), 'nope', 'New'), 'edit-target-missing'],
    [
      'a type that is not allowed',
      () => setSuggestedCreationType(anExport(), exportKeys.connection, 'New'),
      'edit-value-refused',
    ],
    ['a version that is not dotted', () => setSolutionVersion(aSolution(), '2'), 'edit-value-refused'],
    ['a version of three numbers', () => setSolutionVersion(aSolution(), '1.2.3'), 'edit-value-refused'],
    ['values of an unknown variable', () => removeCurrentValues(aSolution(), ['nope']), 'edit-target-missing'],
    [
      'a file that is UTF-16',
      () => setSolutionVersion(mustReadSolution(solutionFiles({ 'solution.xml': wide })), '2.0.0.0'),
      'edit-impossible',
    ],
    [
      'a file that breaks off',
      () =>
        replaceDefinition(mustReadExport(exportFiles({ [definitionFile]: '{"properties":{' })), exportKeys.flow, {}),
      'edit-impossible',
    ],
    [
      'properties that are a list',
      () => {
        const listed = JSON.stringify({ properties: [] })
        return replaceDefinition(mustReadExport(exportFiles({ [definitionFile]: listed })), exportKeys.flow, {})
      },
      'edit-impossible',
    ],
    [
      'a reference that is a number',
      () => {
        const odd = JSON.stringify({ properties: { definition: {}, connectionReferences: { a: 1 } } })
        const read = mustReadExport(exportFiles({ [definitionFile]: odd }))
        return bindConnection(read, exportKeys.flow, 'a', { connectionName: 'x' })
      },
      'edit-impossible',
    ],
    [
      'XML that breaks off',
      () => setSolutionVersion(mustReadSolution(solutionFiles({ 'solution.xml': `${solutionXml}<` })), '2.0.0.0'),
      'edit-impossible',
    ],
    [
      'a flow nothing describes',
      () =>
        setFlowDisplayName(
          mustReadSolution(solutionFiles({ 'customizations.xml': customizationsXml('') })),
          workflowId,
          'x',
        ),
      'edit-target-missing',
    ],
  ]
  it.each(cases)('%s', (_, edit, code) => {
    const editing = edit()
    expect(editing.ok ? '' : editing.problem.code).toBe(code)
  })
})

it('a change keeps form, name and what was lost', () => {
  const before = mustReadSolution([...solutionFiles(), { path: '../x', content: '' }])
  const after = made(setSolutionVersion(before, '9.9.9.9'))
  expect([after.form, after.name, after.lost]).toEqual([before.form, before.name, ['../x']])
  const written = writePackage(after)
  expect(written.ok ? '' : written.problem.code).toBe('entry-lost')
})
