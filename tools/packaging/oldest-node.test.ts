import { expect, test } from 'vitest'
import { chooseOldest } from './oldest-node.ts'

const running = { path: '/own/node', version: '24.21.0' }

test.each([
  { name: 'an older one that is supported', versions: ['20.20.2'], chosen: '20.20.2' },
  { name: 'the oldest of several', versions: ['22.9.0', '20.19.0', '20.20.0'], chosen: '20.19.0' },
  { name: 'the running one where the other is too old', versions: ['18.20.4', '20.9.0'], chosen: '24.21.0' },
  { name: 'the running one where there is no other', versions: [], chosen: '24.21.0' },
])('$name is chosen', ({ versions, chosen }) => {
  expect(
    chooseOldest(
      versions.map((version) => ({ path: `/${version}/node`, version })),
      running,
    ).version,
  ).toBe(chosen)
})
