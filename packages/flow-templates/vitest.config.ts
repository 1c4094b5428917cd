import { defineConfig } from 'vitest/config'
import shared from '../../vitest.config.ts'

// The tests are of pure functions: files of one worker may share their modules, which takes half the time.
export default defineConfig({ test: { ...shared.test, isolate: false } })
