import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { runChecks } from './run-checks.ts'

const problem = { what: 'It is wrong.', why: 'So.', fix: 'Mend it.' }
let said: string[]

beforeEach(() => {
  said = []
  vi.spyOn(console, 'log').mockImplementation((text: string) => said.push(text))
})

afterEach(() => vi.restoreAllMocks())

test('all is well when no check has a problem; notes fail nothing', async () => {
  expect(await runChecks([[{ name: 'sizes', run: () => ({ problems: [], notes: ['a.ts is long'] }) }]])).toBe(true)
  expect(said.join()).toMatch(/ok {3}sizes .*\n {2}note: a\.ts is long/)
})

test('after a problem the checks behind it still run', async () => {
  const later = vi.fn(() => ({ problems: [] }))
  expect(
    await runChecks([
      [
        { name: 'first', run: () => ({ problems: [problem] }) },
        { name: 'later', run: later },
      ],
    ]),
  ).toBe(false)
  expect(later).toHaveBeenCalledOnce()
  expect(said.join()).toContain('FAIL first')
})
