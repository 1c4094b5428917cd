import { expect, test } from 'vitest'
import { describeProblem } from './problem.ts'

test('place, what, why and fix are told', () => {
  const problem = { file: 'docs/a.md', line: 3, what: 'It is gone.', why: 'Readers get lost.', fix: 'Correct it.' }
  expect(describeProblem(problem)).toBe('  docs/a.md:3 It is gone.\n    why: Readers get lost.\n    fix: Correct it.')
})

test('a problem without a place begins with what', () => {
  expect(describeProblem({ what: 'It failed.', why: 'So.', fix: 'Mend it.' })).toMatch(/^ {2}It failed\.\n/)
})
