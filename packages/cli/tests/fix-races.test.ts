import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { copyOfExample, put, runHere } from './run-command.ts'

const meanwhile = vi.hoisted(() => ({ happens: () => {} }))

vi.mock('@sevenstep/certification-rules', async (importOriginal) => {
  const original = await importOriginal<typeof import('@sevenstep/certification-rules')>()
  const mendConnector: typeof original.mendConnector = (connector, options) => {
    meanwhile.happens()
    return original.mendConnector(connector, options)
  }
  return { ...original, mendConnector }
})

test('a file that was changed since it was read is left as it is', async () => {
  const folder = copyOfExample('planted-faults')
  const newer = '{"properties": {}}'
  meanwhile.happens = () => put(folder, 'car-rental/apiProperties.json', newer)
  const { code, error } = await runHere(['check', 'car-rental', '--fix'], { folder })
  expect(code).toBe(3)
  expect(error).toContain('car-rental/apiProperties.json was changed while it was being mended')
  expect(readFileSync(join(folder, 'car-rental/apiProperties.json'), 'utf8')).toBe(newer)
})
