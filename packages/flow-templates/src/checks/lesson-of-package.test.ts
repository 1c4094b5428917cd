import { describe, expect, test } from 'vitest'
import { exportFiles } from '../fixtures/sample-export.ts'
import { solutionFiles } from '../fixtures/sample-solution.ts'
import { readPackage } from '../read/read-package.ts'
import { definitionPath, packageFiles } from '../testing/given-package.ts'
import { lessonOfPackage } from './lesson-of-package.ts'

const from = 'a.zip'

/** The example's export with parameters of its own. */
function exportWith(parameters: unknown) {
  const files = packageFiles({}).map((file) => {
    if (file.path !== definitionPath) return file
    const content = JSON.parse(String(file.content))
    content.properties.definition.parameters = parameters
    return { path: file.path, content: JSON.stringify(content) }
  })
  return readPackage(files)
}

describe('the parameters of a template', () => {
  test.each([
    [
      'those that the platform fills are none',
      { $connections: {}, $authentication: {}, 'sharepoint.site': { type: 'String' } },
      ['sharepoint.site'],
    ],
    ['none are an answer, too', undefined, []],
    ['what is no object tells nothing', 'site', undefined],
  ])('%s', (_, parameters, expected) => {
    expect(lessonOfPackage(exportWith(parameters), { from })?.templates).toEqual([{ parameters: expected }])
  })

  test('are not known where a part of the package could not be read', () => {
    const cut = packageFiles({}).map((file) =>
      file.path === definitionPath ? { ...file, content: String(file.content).slice(0, -40) } : file,
    )
    expect(lessonOfPackage(readPackage(cut), { from })?.templates).toEqual([{ parameters: undefined }])
  })

  test('are asked of a solution only where somebody says that it is a template', () => {
    const solution = readPackage(solutionFiles())
    expect(lessonOfPackage(solution, { from })?.templates).toBeUndefined()
    expect(lessonOfPackage(solution, { from, profile: 'template' })?.templates).toHaveLength(1)
    expect(lessonOfPackage(readPackage(exportFiles()), { from, profile: 'deployment' })?.templates).toBeUndefined()
  })
})

describe('flows', () => {
  test('of an export are everybody’s own, those of a solution somebody’s', () => {
    const owners = [exportFiles(), solutionFiles()].map((files) =>
      lessonOfPackage(readPackage(files), { from })?.flows?.map(({ owner }) => owner),
    )
    expect(owners).toEqual([['each-user'], ['unknown']])
  })

  test('what is no package, and one without flows, tells nothing', () => {
    expect(lessonOfPackage(readPackage([{ path: 'a.txt', content: 'a' }]), { from })).toBeUndefined()
  })
})
