import { readFileSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { RunningEmulator } from '../../src/start-emulator.ts'

const file = new URL('../../../cloud-access/data/exercised-by.json', import.meta.url)

/**
 * Holds what a client exercised against the data that the operations' pages are made from. With RECORD_JUDGES set the
 * data is brought up to date instead.
 */
export function expectRecorded(client: string, emulator: RunningEmulator): void {
  const seen = new Set(
    emulator.journal
      .entries()
      .flatMap(({ operation, status }) =>
        operation !== undefined &&
        status >= 200 &&
        status < 300 &&
        !/^dataverse\.(get|post|patch|put|delete)$/.test(operation)
          ? [operation]
          : [],
      ),
  )
  const recorded: Record<string, string[]> = JSON.parse(readFileSync(file, 'utf8'))
  if (process.env.RECORD_JUDGES !== undefined) {
    const ids = [...new Set([...Object.keys(recorded), ...seen])].sort()
    const next = ids.map((id) => {
      const others = (recorded[id] ?? []).filter((each) => each !== client)
      return [id, seen.has(id) ? [...others, client].sort() : others] as const
    })
    const kept = Object.fromEntries(next.filter(([, clients]) => clients.length > 0))
    writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`)
    return
  }
  const ofClient = Object.keys(recorded).filter((id) => recorded[id]?.includes(client))
  expect([...seen].sort()).toEqual(ofClient.sort())
}
