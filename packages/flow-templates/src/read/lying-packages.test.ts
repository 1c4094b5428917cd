import { describe, expect, it } from 'vitest'
import { exportFiles, exportKeys, exportManifest } from '../fixtures/sample-export.ts'
import {
  connectorXml,
  customizationsXml,
  solutionFiles,
  solutionXml,
  unpackedFiles,
  workflowFile,
  workflowId,
  workflowXml,
} from '../fixtures/sample-solution.ts'
import type { GivenFile } from '../model/package-file.ts'
import { readPackage } from './read-package.ts'

const flowFolder = `Microsoft.Flow/flows/${exportKeys.flow}`
const valuesFile = 'environmentvariabledefinitions/cts_site/environmentvariablevalues.json'
const moved = (files: GivenFile[], from: string, to: string): GivenFile[] =>
  files.map((file) => (file.path === from ? { ...file, path: to } : file))

/** Code, entry, and line and column of each problem, apart from the sample's one byte-order mark. */
function problemsOf(files: readonly GivenFile[]): readonly (readonly [string, string, string])[] {
  const { problems } = readPackage(files, { name: 'sample' })
  return problems
    .filter(({ code, file }) => code !== 'json-byte-order-mark' || file !== workflowFile)
    .map(({ code, file, range }) => [code, file, range ? `${range.start.line}:${range.start.column}` : ''])
}

const withoutResource = (key: string): string => {
  const { [key]: _, ...resources } = exportManifest.resources as Record<string, unknown>
  return JSON.stringify({ ...exportManifest, resources })
}

type Case = readonly [name: string, files: GivenFile[], problems: readonly (readonly [string, string, string])[]]

const exportCases: readonly Case[] = [
  [
    'a flow whose folder is not there',
    exportFiles({
      [`${flowFolder}/definition.json`]: undefined,
      [`${flowFolder}/apisMap.json`]: undefined,
      [`${flowFolder}/connectionsMap.json`]: undefined,
    }),
    [['file-missing', 'manifest.json', '']],
  ],
  [
    'an asset that is not there',
    exportFiles({ 'Microsoft.Flow/flows/manifest.json': '{"flowAssets":{"assetPaths":["gone"]}}' }),
    [['file-missing', 'Microsoft.Flow/flows/manifest.json', '1:30']],
  ],
  [
    'no list of assets',
    exportFiles({ 'Microsoft.Flow/flows/manifest.json': undefined }),
    [['file-missing', 'Microsoft.Flow/flows/manifest.json', '']],
  ],
  [
    'a flow that nothing announces',
    exportFiles({ 'Microsoft.Flow/flows/extra/definition.json': '{"properties":{"definition":{}}}' }),
    [['flow-undeclared', 'Microsoft.Flow/flows/extra/definition.json', '']],
  ],
  [
    'a dependency on nothing',
    exportFiles({ 'manifest.json': withoutResource(exportKeys.otherConnection) }),
    [
      [
        'resource-unknown',
        'manifest.json',
        `1:${withoutResource(exportKeys.otherConnection).indexOf(`"${exportKeys.otherConnection}`) + 1}`,
      ],
      ['resource-unknown', `${flowFolder}/connectionsMap.json`, '1:84'],
    ],
  ],
  [
    'resources that are none',
    exportFiles({
      'manifest.json': '{"resources":{"a":1,"b":{"type":"x"}}}',
      'Microsoft.Flow/flows/manifest.json': '{}',
    }).filter(({ path }) => !path.startsWith(flowFolder)),
    [['json-misshapen', 'manifest.json', '1:19']],
  ],
  [
    'a manifest that is cut off',
    exportFiles({ 'manifest.json': '{"resources":' }),
    [
      ['json-broken', 'manifest.json', '1:13'],
      ['json-misshapen', 'manifest.json', '1:1'],
    ],
  ],
  [
    'a definition that is cut off',
    exportFiles({ [`${flowFolder}/definition.json`]: '{"properties":{\n"definition":{"actions":{' }),
    [['json-broken', `${flowFolder}/definition.json`, '2:25']],
  ],
  [
    'a definition that is missing',
    exportFiles({ [`${flowFolder}/definition.json`]: '{}' }),
    [['value-missing', `${flowFolder}/definition.json`, '']],
  ],
  [
    'a misshapen definition',
    exportFiles({ [`${flowFolder}/definition.json`]: '{"properties":{"definition":{\n  "actions":{"a":[]}}}}' }),
    [['definition-misshapen', `${flowFolder}/definition.json`, '2:18']],
  ],
  [
    'connection references in no known form',
    exportFiles({
      [`${flowFolder}/definition.json`]: '{"properties":{"definition":{},"connectionReferences":{"a":{"x":1},"b":2}}}',
    }),
    [
      ['connection-reference-unknown-form', `${flowFolder}/definition.json`, '1:60'],
      ['connection-reference-unknown-form', `${flowFolder}/definition.json`, '1:72'],
    ],
  ],
  [
    'a mark and a comma too many',
    exportFiles({ 'manifest.json': `\ufeff${JSON.stringify(exportManifest).slice(0, -1)},}` }),
    [
      ['json-byte-order-mark', 'manifest.json', '1:1'],
      ['json-recovered', 'manifest.json', `1:${JSON.stringify(exportManifest).length}`],
    ],
  ],
  [
    'names in another case',
    moved(exportFiles(), 'manifest.json', 'Manifest.JSON'),
    [['name-case', 'Manifest.JSON', '']],
  ],
  [
    'two names that differ in case only',
    [
      ...moved(exportFiles(), `${flowFolder}/apisMap.json`, `${flowFolder}/APISMAP.json`),
      { path: `${flowFolder}/apismap.json`, content: '{}' },
    ],
    [['name-ambiguous', `${flowFolder}/apisMap.json`, '']],
  ],
  [
    'a file given twice',
    [...exportFiles(), { path: 'readme.txt', content: 'a' }, { path: 'readme.txt', content: 'b' }],
    [['duplicate-file', 'readme.txt', '']],
  ],
  [
    'a name that leads out',
    [...exportFiles(), { path: '../evil.txt', content: 'a' }],
    [['file-name-refused', 'sample', '']],
  ],
]

const solutionCases: readonly Case[] = [
  [
    'a version that is not dotted',
    solutionFiles({ 'solution.xml': solutionXml.replace('1.2.0.3', 'v1') }),
    [['version-not-dotted', 'solution.xml', '10:5']],
  ],
  [
    'a managed of 7',
    solutionFiles({ 'solution.xml': solutionXml.replace('<Managed>0', '<Managed>7') }),
    [['managed-unknown', 'solution.xml', '11:5']],
  ],
  [
    'no unique name',
    solutionFiles({ 'solution.xml': solutionXml.replace('<UniqueName>ContosoCars</UniqueName>', '') }),
    [['value-missing', 'solution.xml', '']],
  ],
  [
    'no customizations',
    solutionFiles({ 'customizations.xml': undefined }),
    // What it does not say of the flow proves nothing.
    [['file-missing', 'customizations.xml', '']],
  ],
  [
    'a workflow without its file',
    solutionFiles({ [workflowFile]: undefined }),
    [['file-missing', 'customizations.xml', '4:5']],
  ],
  [
    'a workflow twice',
    solutionFiles({ 'customizations.xml': customizationsXml(workflowXml + workflowXml) }),
    [['id-duplicate', 'customizations.xml', '15:16']],
  ],
  [
    'two workflows with one file',
    solutionFiles({
      'customizations.xml': customizationsXml(
        `${workflowXml}${workflowXml.replace(workflowId, `ffffffff${workflowId.slice(8)}`)}`,
      ),
    }),
    [['id-duplicate', 'customizations.xml', '15:16']],
  ],
  [
    'a connector twice',
    solutionFiles({ 'customizations.xml': customizationsXml(workflowXml, connectorXml + connectorXml) }),
    [['id-duplicate', 'customizations.xml', '41:17']],
  ],
  [
    'a file of a flow that nothing describes',
    solutionFiles({ 'customizations.xml': customizationsXml('') }),
    [['flow-undeclared', workflowFile, '']],
  ],
  [
    'a connector without its icon',
    solutionFiles({ 'Connector/cts_contoso-20cars_iconblob.Png': undefined }),
    [['file-missing', 'customizations.xml', '40:7']],
  ],
  [
    'two current values',
    solutionFiles({
      [valuesFile]: '{"environmentvariablevalues":{"environmentvariablevalue":[{"value":"a"},{"value":"b"},{}]}}',
    }),
    [
      ['json-misshapen', valuesFile, '1:87'],
      ['values-conflict', valuesFile, ''],
    ],
  ],
  [
    'another outermost element',
    solutionFiles({ 'customizations.xml': '<Other />' }),
    [['xml-unexpected-root', 'customizations.xml', '1:1']],
  ],
  [
    'an unpacked workflow nothing describes',
    unpackedFiles({ [`${workflowFile}.data.xml`]: undefined }),
    [['flow-undeclared', workflowFile, '']],
  ],
  [
    'bytes that are no UTF-8',
    solutionFiles({ 'customizations.xml': new Uint8Array([...new TextEncoder().encode(customizationsXml()), 0xff]) }),
    [
      ['not-utf-8', 'customizations.xml', ''],
      ['xml-broken', 'customizations.xml', '44:20'],
    ],
  ],
]

describe('a package that lies', () => {
  it.each([...exportCases, ...solutionCases])('%s', (_, files, problems) => {
    expect(problemsOf(files)).toEqual(problems)
  })

  it.each([...exportCases, ...solutionCases])('says in sentences: %s', (_, files) => {
    for (const { message } of readPackage(files, { name: 'sample' }).problems) {
      for (const sentence of Object.values(message)) expect(sentence).toMatch(/^[^{}]{10,}[.:)]$|^[^{}]{10,}\.$/)
    }
  })
})
