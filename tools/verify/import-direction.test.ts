import { expect, test } from 'vitest'
import { checkImportDirection } from './import-direction.ts'
import { readSource } from './read-source.ts'
import type { RoomRule } from './rooms.ts'
import type { Room } from './workspace.ts'

const cellar: Room = {
  folder: 'packages/cellar',
  manifest: { name: '@house/cellar', exports: { '.': './dist/index.js', './node': './dist/node/index.js' } },
}
const hall: Room = {
  folder: 'packages/hall',
  manifest: {
    name: '@house/hall',
    dependencies: { '@house/cellar': 'workspace:*' },
    exports: { '.': './dist/index.js' },
  },
}
const rules: Record<string, RoomRule> = {
  '@house/cellar': { mayImport: [], nodeEntries: ['./node'] },
  '@house/hall': { mayImport: ['@house/cellar'], nodeEntries: [] },
}

function problemsOf(file: string, code: string, rooms: readonly Room[] = [cellar, hall]): string[] {
  return checkImportDirection(rooms, [readSource(file, code)], rules).map(({ what }) => what)
}

test.each([
  { file: 'packages/hall/src/a.ts', code: "import { wine } from '@house/cellar'" },
  { file: 'packages/hall/src/a.ts', code: "import { wine } from '@house/cellar/node'" },
  { file: 'packages/hall/src/deep/a.ts', code: "import { b } from '../b.ts'" },
  { file: 'packages/hall/src/a.ts', code: "import { z } from 'zod'" },
  { file: 'packages/hall/vitest.config.ts', code: "export { default } from '../../vitest.config.ts'" },
])('$file may say $code', ({ file, code }) => {
  expect(problemsOf(file, code)).toEqual([])
})

test.each([
  {
    file: 'packages/cellar/src/a.ts',
    code: "import { door } from '@house/hall'",
    what: '@house/cellar may not know @house/hall.',
  },
  {
    file: 'packages/hall/src/a.ts',
    code: "import { wine } from '@house/cellar/dist/wine.js'",
    what: '@house/cellar/dist/wine.js is not an entry of @house/cellar.',
  },
  {
    file: 'packages/hall/src/a.ts',
    code: "import { wine } from '../../cellar/src/wine.ts'",
    what: '../../cellar/src/wine.ts leads out of packages/hall.',
  },
  {
    file: 'packages/hall/src/a.ts',
    code: "export * from '../../../tools/x.ts'",
    what: '../../../tools/x.ts leads out of packages/hall.',
  },
])('$file may not say $code', ({ file, code, what }) => {
  expect(problemsOf(file, code)).toEqual([what])
})

test('an import that package.json does not ask for is found', () => {
  const undeclared: Room = { ...hall, manifest: { name: '@house/hall' } }
  expect(problemsOf('packages/hall/src/a.ts', "import '@house/cellar'", [cellar, undeclared])).toEqual([
    '@house/cellar is imported but not asked for in packages/hall/package.json.',
  ])
})

test('a dependency against the arrows is found though nothing imports it', () => {
  const upward: Room = {
    ...cellar,
    manifest: { name: '@house/cellar', devDependencies: { '@house/hall': 'workspace:*' } },
  }
  expect(problemsOf('packages/cellar/src/a.ts', '', [upward, hall])).toEqual([
    '@house/cellar may not know @house/hall.',
  ])
})

test('a package without arrows is found', () => {
  const attic: Room = { folder: 'packages/attic', manifest: { name: '@house/attic' } }
  expect(problemsOf('packages/attic/src/a.ts', '', [attic])).toEqual(['@house/attic has no arrows.'])
})
