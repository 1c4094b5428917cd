import { expect, test } from 'vitest'
import { codeEntries, installedTogether, publishedPackages } from './published-packages.ts'

const rooms = [
  { folder: 'packages/roof', manifest: { name: 'roof', dependencies: { hall: 'workspace:*', zod: '4.0.0' } } },
  {
    folder: 'packages/hall',
    manifest: { name: 'hall', dependencies: { cellar: 'workspace:*' }, devDependencies: { paint: 'workspace:*' } },
  },
  { folder: 'packages/cellar', manifest: { name: 'cellar' } },
  { folder: 'packages/paint', manifest: { name: 'paint', private: true } },
]

test('private packages are not published', () => {
  expect(publishedPackages(rooms).map(({ manifest }) => manifest.name)).toEqual(['roof', 'hall', 'cellar'])
})

test('dependencies of dependencies come along, those for development do not', () => {
  expect(installedTogether('roof', rooms)).toEqual(['roof', 'hall', 'cellar'])
  expect(installedTogether('cellar', rooms)).toEqual(['cellar'])
})

test('entries that lead to a file of data are not code', () => {
  const exports = { '.': { types: './dist/index.d.ts', default: './dist/index.js' }, './schema.json': './schema.json' }
  expect(codeEntries({ name: 'hall', exports })).toEqual(['.'])
})
