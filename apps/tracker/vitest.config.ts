import { defineConfig, mergeConfig } from 'vitest/config'
import shared from '../../vitest.config.ts'

/** Pages are tested as TSX; tests stand outside the project that says so for the rest. */
export default mergeConfig(
  shared,
  defineConfig({
    oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
    test: { include: ['**/*.test.tsx'] },
  }),
)
