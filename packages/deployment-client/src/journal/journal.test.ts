import { appendFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { virtualClock } from '../fixtures/virtual-clock.ts'
import { Journal, journalPath } from './journal.ts'
import { openRun, runToUndo } from './journal-state.ts'
import { lockTarget } from './target-lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'sevenstep-journal-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let number = 0
const newPlace = () => {
  number += 1
  return { folder, deployment: 'd', target: `t${number}` }
}
const begun = {
  type: 'run-began',
  format: 1,
  command: 'apply',
  deployment: 'd',
  target: 't',
  tenant: 'x',
  environment: 'e',
} as const
const done = {
  type: 'step-done',
  address: 'flow/a',
  kind: 'flow',
  action: 'create',
  id: '1',
  name: 'A',
  hash: 'h',
  fingerprint: 'f',
} as const

function journalWith(place = newPlace()) {
  const journal = Journal.open(place, virtualClock())
  journal.useRun('run-1')
  journal.add(begun)
  journal.add({ type: 'step-began', address: 'flow/a', kind: 'flow', action: 'create' })
  return { journal, place }
}

test('a line that a kill cut off is dropped, and what follows stands on a line of its own', () => {
  const { place } = journalWith()
  appendFileSync(journalPath(place), '{"type":"step-done","addr')
  const again = Journal.open(place, virtualClock())
  expect(again.entries).toHaveLength(2)
  expect(openRun(again.state)?.steps.get('flow/a')).toMatchObject({ action: 'create', state: 'began' })
  again.useRun('run-1')
  again.add(done)
  expect(Journal.open(place, virtualClock()).entries.map(({ type }) => type)).toEqual([
    'run-began',
    'step-began',
    'step-done',
  ])
})

test('a journal that is broken in the middle is refused, not guessed at', () => {
  const { place } = journalWith()
  const path = journalPath(place)
  writeFileSync(path, readFileSync(path, 'utf8').replace('step-began', 'step-bagen'))
  expect(() => Journal.open(place, virtualClock())).toThrow(/line 2 is no line of a journal/)
})

test('a creation of which only the beginning is known is ours when it is found', () => {
  const { journal } = journalWith()
  journal.add({ type: 'run-resumed' })
  journal.add({ ...done, action: 'adopt' })
  expect(journal.state.records.get('flow/a')).toMatchObject({ isCreated: true })
})

test('what was there before stays not ours, and an apply that only took over is nothing to undo', () => {
  const journal = Journal.open(newPlace(), virtualClock())
  journal.useRun('run-1')
  journal.add(begun)
  journal.add({ ...done, action: 'adopt' })
  journal.add({ type: 'run-ended', outcome: 'done' })
  expect(journal.state.records.get('flow/a')).toMatchObject({ isCreated: false })
  expect(runToUndo(journal.state)).toBeUndefined()
})

test('an apply that was undone is not undone again', () => {
  const { journal } = journalWith()
  journal.add(done)
  journal.add({ type: 'run-ended', outcome: 'done' })
  expect(runToUndo(journal.state)?.id).toBe('run-1')
  journal.useRun('run-2')
  journal.add({ ...begun, command: 'rollback', undoes: 'run-1' })
  expect(runToUndo(journal.state)?.id).toBe('run-1')
  journal.add({ type: 'run-ended', outcome: 'done' })
  expect(runToUndo(journal.state)).toBeUndefined()
})

test('kept content that was changed is not taken for what was kept', () => {
  const { journal, place } = journalWith()
  const name = journal.keep({ state: 'on' })
  expect(journal.store.read(name)).toEqual({ state: 'on' })
  writeFileSync(join(folder, place.deployment, 'contents', `${name}.json`), '{"state":"off"}')
  expect(journal.store.read(name)).toBeUndefined()
})

test('a journal that is a link is refused, and what it leads to stays as it is', () => {
  const place = newPlace()
  const other = join(folder, 'of-somebody-else')
  writeFileSync(other, 'no line end')
  symlinkSync(other, journalPath(place))
  expect(() => Journal.open(place, virtualClock())).toThrow(/it is a link to another file/)
  expect(readFileSync(other, 'utf8')).toBe('no line end')
})

test('one at a time: the second is refused, or waits; what a killed process left is taken over', async () => {
  const place = newPlace()
  const clock = virtualClock()
  const unlock = await lockTarget(place, { clock, waitFor: 0 })
  await expect(lockTarget(place, { clock, waitFor: 60_000 })).rejects.toMatchObject({ text: { code: 'target-busy' } })
  expect(clock.now()).toBeGreaterThanOrEqual(virtualClock().now() + 60_000)
  unlock()
  writeFileSync(`${journalPath(place)}.lock`, readLockOf(2 ** 30))
  const again = await lockTarget(place, { clock, waitFor: 0 })
  again()
})

test('whoever lost the lock does not take it from its new holder, and a lock that names nobody says what to do', async () => {
  const place = newPlace()
  const clock = virtualClock()
  const path = `${journalPath(place)}.lock`
  const unlock = await lockTarget(place, { clock, waitFor: 0 })
  writeFileSync(path, readLockOf(process.pid))
  unlock()
  expect(readFileSync(path, 'utf8')).toBe(readLockOf(process.pid))
  writeFileSync(path, '')
  const refusal = { text: { code: 'target-busy', fix: expect.stringContaining(`delete ${path}`) } }
  await expect(lockTarget(place, { clock, waitFor: 0 })).rejects.toMatchObject(refusal)
})

function readLockOf(pid: number): string {
  return JSON.stringify({ pid, host: hostOfThisMachine(), at: '2030-01-01T00:00:00Z' })
}

function hostOfThisMachine(): string {
  return process.getBuiltinModule('node:os').hostname()
}
