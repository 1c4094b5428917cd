import { describe, expect, it } from 'vitest'
import { zipOf } from '../fixtures/read.ts'
import { exportFiles, filesOf } from '../fixtures/sample-export.ts'
import { solutionFiles, unpackedFiles, workflowFile } from '../fixtures/sample-solution.ts'
import type { GivenFile } from '../model/package-file.ts'
import { readPackage } from './read-package.ts'

describe('what is no package', () => {
  const cases: readonly (readonly [string, Uint8Array | GivenFile[], string])[] = [
    ['nothing', [], 'not-a-package'],
    ['other files', filesOf({ 'readme.md': 'x' }), 'not-a-package'],
    ['an app for Teams', filesOf({ 'manifest.json': '{"manifestVersion":"1.16","name":{}}' }), 'not-a-package'],
    [
      'a package one level down',
      solutionFiles().map(({ path, content }) => ({ path: `Cars/${path}`, content })),
      'nested-package',
    ],
    [
      'an export one level down',
      exportFiles().map(({ path, content }) => ({ path: `Cars/${path}`, content })),
      'nested-package',
    ],
    [
      'an unpacked solution one level down',
      unpackedFiles().map(({ path, content }) => ({ path: `src/${path}`, content })),
      'nested-package',
    ],
    ['a solution and an export', [...solutionFiles(), ...exportFiles()], 'two-packages'],
    [
      'a solution packed and unpacked',
      [
        ...solutionFiles({ [workflowFile]: undefined }),
        ...unpackedFiles({ 'CanvasApps/cts_app_DocumentUri.msapp': undefined }),
      ].filter(({ path }, at, all) => all.findIndex((file) => file.path === path) === at),
      'two-packages',
    ],
    ['a page', new TextEncoder().encode('<html>Sign in</html>'), 'not-a-zip'],
    ['a cut zip', zipOf(exportFiles()).slice(0, 300), 'truncated'],
  ]
  it.each(cases)('%s', (_, input, code) => {
    const { package: read, problems } = readPackage(input, { name: 'thing.zip' })
    expect(read).toBeUndefined()
    expect(problems.filter(({ effect }) => effect === 'package').map((problem) => problem.code)).toEqual([code])
  })
  it('is not said of a solution whose solution.xml is broken: that is said instead', () => {
    const { package: read, problems } = readPackage(solutionFiles({ 'solution.xml': '<ImportExportXml' }))
    expect(read).toBeUndefined()
    expect(problems.map(({ code }) => code)).toEqual(['xml-broken'])
  })
  it('is not said of an exported app, which has no flow', () => {
    const files = filesOf({
      'manifest.json': '{"schema":"1.0","resources":{}}',
      'Microsoft.PowerApps/apps/1/a.msapp': 'x',
    })
    expect(readPackage(files).package?.flows).toEqual([])
  })
})
