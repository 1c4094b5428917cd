import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bundle } from './two-origins.ts'

test('the wrapper is at most 5 KB compressed, and holds nothing of Microsoft’s script or of the checks', async () => {
  const script = await bundle(join(import.meta.dirname, '../src/index.ts'))
  expect(gzipSync(script).length).toBeLessThanOrEqual(5 * 1024)
  expect(script).not.toMatch(/UnlistenedEventCalled|parse5|acorn/)
})
