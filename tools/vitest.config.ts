import { defineConfig } from 'vitest/config'
import shared from '../vitest.config.ts'

export default defineConfig({
  test: { ...shared.test, exclude: ['packaging/packaging.test.ts', '**/node_modules/**'] },
})
