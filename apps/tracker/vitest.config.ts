import { defineConfig, mergeConfig } from 'vitest/config'
import shared from '../../vitest.config.ts'

/** Pages are tested as TSX; tests stand outside the project that says so for the rest. */
export default mergeConfig(
  shared,
  defineConfig({
    oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
    test: {
      include: ['**/*.test.tsx'],
      // Files of one worker share its modules: loading the whole tracker anew for each takes longer than most files.
      isolate: false,
      // The suite is the longest of all, and much of it waits for processes of its own.
      maxWorkers: 2,
      // Browsers and processes take many times what they take alone where the machine has other work; only hangs end here.
      testTimeout: 600_000,
      hookTimeout: 600_000,
      expect: { poll: { timeout: 300_000 } },
    },
  }),
)
