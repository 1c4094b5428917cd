import { expect, test } from 'vitest'
import { drawRooms } from './architecture-drawing.ts'

test('each package is a box and each workspace dependency an arrow; tools and strangers are left out', () => {
  const drawing = drawRooms([
    {
      folder: 'packages/hall',
      manifest: { name: '@house/hall', dependencies: { '@house/cellar': 'workspace:*', zod: '4.0.0' } },
    },
    { folder: 'packages/cellar', manifest: { name: '@house/cellar' } },
    { folder: 'tools', manifest: { name: '@house/tools', devDependencies: { '@house/hall': 'workspace:*' } } },
  ])
  expect(drawing).toBe(
    [
      '```mermaid',
      'graph TD',
      '  hall["packages/hall<br>@house/hall"]',
      '  cellar["packages/cellar<br>@house/cellar"]',
      '  hall --> cellar',
      '```',
    ].join('\n'),
  )
})
