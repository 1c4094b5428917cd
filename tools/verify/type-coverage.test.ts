import { expect, test } from 'vitest'
import { checkTypeCoverage, type TypeCoverageInput } from './type-coverage.ts'

const orderly: TypeCoverageInput = {
  rooms: [
    { folder: 'packages/cellar', manifest: { name: 'cellar' } },
    { folder: 'packages/hall', manifest: { name: 'hall', devDependencies: { cellar: 'workspace:*' } } },
    { folder: 'tools', manifest: { name: 'tools', devDependencies: { hall: 'workspace:*' } } },
  ],
  projects: new Map([
    ['', { references: [{ path: 'packages/cellar' }, { path: './packages/hall/' }] }],
    ['packages/cellar', { include: ['src'] }],
    ['packages/hall', { include: ['src', 'data/*.ts'], references: [{ path: '../cellar' }] }],
  ]),
  testPatterns: ['packages/*/src/**/*.test.ts', 'tools/**/*.ts'],
  files: [
    'packages/cellar/src/deep/wine.ts',
    'packages/cellar/src/wine.test.ts',
    'packages/hall/data/doors.ts',
    'tools/verify/check.ts',
  ],
}

test('where everything is referred to and included nothing is said', () => {
  expect(checkTypeCoverage(orderly)).toEqual([])
})

test.each([
  { place: '', references: [{ path: 'packages/cellar' }], file: 'tsconfig.json', what: 'packages/hall is not among' },
  { place: 'packages/hall', references: [], file: 'packages/hall/tsconfig.json', what: 'packages/cellar is not among' },
])('a missing reference in $file is found', ({ place, references, file, what }) => {
  const project = { ...orderly.projects.get(place), references }
  const problems = checkTypeCoverage({ ...orderly, projects: new Map([...orderly.projects, [place, project]]) })
  expect(problems).toMatchObject([{ file, what: expect.stringContaining(what) }])
})

test.each(['packages/hall/scripts/new.ts', 'packages/hall/scripts/new.test.ts', 'packages/hall/data/deep/doors.ts'])(
  '%s is found to be checked by nothing',
  (file) => {
    expect(checkTypeCoverage({ ...orderly, files: [...orderly.files, file] })).toMatchObject([{ file }])
  },
)
