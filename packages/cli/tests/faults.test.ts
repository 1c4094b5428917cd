import { expect, test, vi } from 'vitest'
import { copyOfExample, put, runHere } from './run-command.ts'

vi.mock('@sevenstep/certification-rules', async (importOriginal) => {
  const original = await importOriginal<typeof import('@sevenstep/certification-rules')>()
  const checkConnector: typeof original.checkConnector = (connector, options) => {
    if (connector.name === 'cursed') throw new Error('a slip of ours')
    return original.checkConnector(connector, options)
  }
  return { ...original, checkConnector }
})

test('an exception in one connector is our fault, is told, and leaves the others', async () => {
  const folder = copyOfExample('planted-faults')
  put(folder, 'cursed/apiProperties.json', '{}')
  const { code, out, error } = await runHere(['check', '.', '--format', 'json'], { folder })
  expect(code).toBe(5)
  expect(error).toMatch(
    /^sevenstep: \.\/cursed: this is a fault of ours, not of your files\.\n {2}why: Error: a slip of ours/,
  )
  expect(error).toContain('please report')
  const [car, cursed] = JSON.parse(out).subjects
  expect(car.counts.error).toBeGreaterThan(5)
  expect(cursed).toMatchObject({
    path: './cursed',
    findings: [],
    notChecked: [{ reason: expect.stringContaining('fault of ours') }],
  })
})
