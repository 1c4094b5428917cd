import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { fabrikam } from './fixtures/emulated-partner.ts'
import { openOrderJournal } from './open-order-journal.ts'

describe('a journal in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sevenstep-orders-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const entry = { customer: fabrikam, reference: 'r', lines: '[]', attempt: 1 }

  test('gives back the last line of each order, and drops one that was cut off', async () => {
    const path = join(folder, 'deep/orders.jsonl')
    const journal = openOrderJournal(path)
    await journal.write(entry)
    await journal.write({ ...entry, cartId: 'c', ordersBefore: ['o1'], triedAt: '2026-11-20T00:00:00Z' })
    appendFileSync(path, '{"customer":"half')
    const again = openOrderJournal(path)
    expect(await again.read(fabrikam.toUpperCase(), 'r')).toEqual({
      ...entry,
      cartId: 'c',
      ordersBefore: ['o1'],
      triedAt: '2026-11-20T00:00:00Z',
    })
    expect(await again.read(fabrikam, 'another')).toBeUndefined()
    await again.write({ ...entry, reference: 's', orderIds: ['o2'] })
    expect(await openOrderJournal(path).read(fabrikam, 's')).toMatchObject({ orderIds: ['o2'] })
    expect(statSync(path).mode & 0o077).toBe(0)
  })

  test.each([
    ['no JSON', 'x\n', 'line 1 is no JSON'],
    ['another list', '{"a":1}\n', 'line 1 tells of no order'],
    ['orders that are none', `${JSON.stringify({ ...entry, orderIds: [1] })}\n`, 'line 1 names no orders'],
  ])('%s is refused with the line', (_, text, said) => {
    const path = join(folder, 'bad.jsonl')
    writeFileSync(path, text)
    expect(() => openOrderJournal(path)).toThrow(said)
  })

  test('a line that cannot be written is said before anything is sent', async () => {
    const journal = openOrderJournal(join(folder, 'not-there.jsonl'))
    mkdirSync(join(folder, 'not-there.jsonl'))
    await expect(journal.write(entry)).rejects.toMatchObject({ code: 'journal-unwritable' })
  })

  test('on a disk that is filling up, nothing counts as noted that is not', () => {
    const path = join(folder, 'full.jsonl')
    const program = `
      import { openOrderJournal } from ${JSON.stringify(new URL('open-order-journal.ts', import.meta.url).href)}
      const journal = openOrderJournal(${JSON.stringify(path)})
      const entry = { customer: 'c', lines: 'x'.repeat(700), attempt: 1 }
      try {
        for (let at = 1; at <= 5; at++) await journal.write({ ...entry, reference: 'r' + at })
      } catch ({ code }) {
        process.stdout.write(code)
      }`
    // Files may grow to one block, which ends within the first lines.
    const limited = ['-c', 'ulimit -f 1; exec "$0" --input-type=module -e "$1"', process.execPath, program]
    expect(spawnSync('sh', limited, { encoding: 'utf8' }).stdout).toBe('journal-unwritable')
  })

  test('a link to another file is not followed', () => {
    symlinkSync(join(folder, 'bad.jsonl'), join(folder, 'link.jsonl'))
    expect(() => openOrderJournal(join(folder, 'link.jsonl'))).toThrow('a link to another file')
  })
})
