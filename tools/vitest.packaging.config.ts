import { defineConfig } from 'vitest/config'
import shared from '../vitest.config.ts'

/** Packing and installing takes long and asks the npm registry, so these tests are a task of their own. */
export default defineConfig({
  test: {
    ...shared.test,
    include: ['packaging/packaging.test.ts'],
    outputFile: { json: 'test-results/packaging.json' },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
