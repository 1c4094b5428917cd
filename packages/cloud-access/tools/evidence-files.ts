import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allOperations } from '../src/operations/all-operations.ts'

/** Which independent clients, driven unchanged in the tests, send each operation: operation id to names of clients. */
export function readExercised(root: string): Readonly<Record<string, readonly string[]>> {
  return readEvidence(root, 'exercised-by.json', (value) => (Array.isArray(value) ? value.map(String) : undefined))
}

/** Where the example was read that the emulator's answer is compared with in its tests: operation id to source. */
export function readCompared(root: string): Readonly<Record<string, string>> {
  return readEvidence(root, 'compared-shapes.json', (value) => (typeof value === 'string' ? value : undefined))
}

function readEvidence<Value>(
  root: string,
  name: string,
  read: (value: unknown) => Value | undefined,
): Readonly<Record<string, Value>> {
  const data: unknown = JSON.parse(readFileSync(join(root, 'packages/cloud-access/data', name), 'utf8'))
  if (typeof data !== 'object' || data === null) throw new Error(`data/${name} is not an object.`)
  const known = new Set(allOperations.map(({ id }) => id))
  return Object.fromEntries(
    Object.entries(data).map(([id, written]) => {
      if (!known.has(id)) throw new Error(`data/${name} names "${id}", which is no operation.`)
      const value = read(written)
      if (value === undefined) throw new Error(`data/${name}: what stands under "${id}" is not of the expected kind.`)
      return [id, value]
    }),
  )
}
