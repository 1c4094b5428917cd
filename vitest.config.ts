import { defineConfig } from 'vitest/config'

/** What every package's tests have in common; each package re-exports it from its own `vitest.config.ts`. */
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    passWithNoTests: true,
    // Only a hang may end a test: on a busy machine properties take many times what they take alone.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The report lets the root `npm test` count tests, also those of a run that came out of the cache.
    reporters: ['default', 'json'],
    outputFile: { json: 'test-results/vitest.json' },
  },
})
