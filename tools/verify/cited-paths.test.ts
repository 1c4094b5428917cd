import { expect, test } from 'vitest'
import { checkCitedPaths } from './cited-paths.ts'

const present = ['README.md', 'docs', 'docs/architecture.md', 'packages/shop', 'packages/shop/src/a.ts', 'turbo.json']
const topLevel = ['README.md', 'docs', 'packages', 'turbo.json']

function missing(text: string, path = 'docs/architecture.md'): string[] {
  return checkCitedPaths([{ path, text }], (candidate) => present.includes(candidate), topLevel).map(({ what }) => what)
}

test.each([
  '[up](../README.md)',
  '[part](architecture.md#rooms)',
  '[from the root](/turbo.json)',
  '[elsewhere](https://example.com/docs/none.md)',
  '[here](#rooms)',
  'in `packages/shop/src/a.ts`',
  'the folder `packages/shop/`',
  'a placeholder `packages/<name>/src`',
  'a pattern `packages/*/none.ts`',
  'a command `npx sevenstep check docs/none.md`',
  'someone else’s `src/none.ts`',
  '```\npackages/none.ts\n```',
])('%s is fine', (text) => {
  expect(missing(text)).toEqual([])
})

test.each([
  { text: '[gone](gone.md)', what: 'gone.md does not exist.' },
  { text: '![picture](../docs/gone.png)', what: '../docs/gone.png does not exist.' },
  { text: 'in `packages/shop/src/gone.ts`', what: 'packages/shop/src/gone.ts does not exist.' },
])('$text is found', ({ text, what }) => {
  expect(missing(text)).toEqual([what])
})

test('the line is told', () => {
  const problems = checkCitedPaths([{ path: 'README.md', text: 'one\n\n[x](none.md)\n' }], () => false, topLevel)
  expect(problems).toMatchObject([{ file: 'README.md', line: 3 }])
})
