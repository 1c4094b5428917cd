import { mergeConfig } from 'vitest/config'
import shared from '../vitest.config.ts'

export default mergeConfig(shared, { test: { include: ['{bootstrap,generate,test,verify}/**/*.test.ts'] } })
