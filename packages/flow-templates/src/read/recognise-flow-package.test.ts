import fc from 'fast-check'
import { expect, it } from 'vitest'
import { zipOf } from '../fixtures/read.ts'
import { exportFiles, exportManifest } from '../fixtures/sample-export.ts'
import { solutionFiles, unpackedFiles } from '../fixtures/sample-solution.ts'
import { recogniseFlowPackage } from './recognise-flow-package.ts'

it.each([
  ['an export', exportFiles(), 'export'],
  ['a manifest alone', [{ path: 'manifest.json', content: JSON.stringify(exportManifest) }], 'export'],
  ['a solution', solutionFiles(), 'solution'],
  ['an unpacked solution', unpackedFiles(), 'solution'],
  ['an app for Teams', [{ path: 'manifest.json', content: '{"manifestVersion":"1.16","bots":[]}' }], undefined],
  ['a connector', [{ path: 'apiDefinition.swagger.json', content: '{"swagger":"2.0"}' }], undefined],
  ['nothing', [], undefined],
])('%s', (_, files, kind) => {
  expect(recogniseFlowPackage(files)).toBe(kind)
  if (files.length > 0) expect(recogniseFlowPackage(zipOf(files))).toBe(kind)
})

it('never throws for bytes', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => void recogniseFlowPackage(bytes)))
  expect(recogniseFlowPackage(zipOf(exportFiles()).subarray(0, 500))).toBe(undefined)
})
