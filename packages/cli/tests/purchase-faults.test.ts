import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { apply, folderOf, partnerRehearsal } from './partner-rehearsal.ts'
import { bin } from './run-command.ts'

const { emulator, environment, licences, orders } = partnerRehearsal()

describe('one order whatever fails', () => {
  const points = [
    ['before the cart', { operation: 'partner-carts.create' }, 0],
    ['after the cart', { operation: 'partner-orders.list' }, 1],
    ['after the checkout was sent', { operation: 'partner-carts.check-out' }, 0],
  ] as const

  test.each(
    points.flatMap(([name, target, after]) =>
      [150, 60_000].map((milliseconds) => ({ name, target, after, milliseconds })),
    ),
  )('a process killed $name, whose request arrives after $milliseconds ms', async ({ target, after, milliseconds }) => {
    const folder = folderOf()
    emulator().faults.add({ effect: { kind: 'delay', milliseconds }, target, after, times: 1 })
    const child = begin(folder)
    await until(() => emulator().faults.list()[0]?.struck === 1, child)
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('exit', resolve))
    if (milliseconds < 1000) await sleep(2 * milliseconds)
    expect((await licences(folder, 'order', 'order.json')).out).toMatch(/begun and not ended|--apply places the order/)
    expect(await licences(folder, ...apply)).toMatchObject({ code: 0 })
    expect(orders()).toHaveLength(1)
    // What the killed process left on its way arrives, and changes nothing any more.
    rmSync(join(folder, '.sevenstep'), { recursive: true })
    expect(await licences(folder, ...apply)).toMatchObject({ code: 0 })
    expect(orders()).toHaveLength(1)
  })

  test.each([
    ['503', { kind: 'status', status: 503 }],
    ['an answer that is lost after the order was made', { kind: 'drop', when: 'after' }],
  ] as const)(
    '%s at every request that changes something',
    async (_, effect) => {
      const folder = folderOf()
      for (const operation of ['partner-carts.create', 'partner-carts.check-out'])
        emulator().faults.add({ effect, target: { operation }, times: 1 })
      expect(await licences(folder, ...apply)).toMatchObject({ code: 0 })
      expect(orders()).toHaveLength(1)
      expect(
        emulator()
          .faults.list()
          .map(({ struck }) => struck),
      ).toEqual([1, 1])
    },
    30_000,
  )

  test('a service that stays away is remote trouble, and the next run goes on', async () => {
    const folder = folderOf()
    emulator().faults.add({ effect: { kind: 'status', status: 403 }, target: { operation: 'partner-carts.check-out' } })
    const refused = await licences(folder, ...apply)
    expect(refused).toMatchObject({ code: 4, error: expect.stringContaining('For Microsoft’s support: ') })
    emulator().faults.clear()
    expect(await licences(folder, ...apply)).toMatchObject({ code: 0 })
    expect(orders()).toHaveLength(1)
  })

  test('Ctrl-C ends it so that it can be gone on with', async () => {
    const folder = folderOf()
    const effect = { kind: 'delay', milliseconds: 1500 } as const
    emulator().faults.add({ effect, target: { operation: 'partner-carts.check-out' }, times: 1 })
    const child = begin(folder, ['ignore', 'ignore', 'pipe'])
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    await until(() => emulator().faults.list()[0]?.struck === 1, child)
    child.kill('SIGINT')
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(4)
    expect(said).toContain('Run the same command again')
    expect(await licences(folder, ...apply)).toMatchObject({ code: 0 })
    expect(orders()).toHaveLength(1)
  })

  test('two machines at once, each with a journal of its own, make one order', async () => {
    const effect = { kind: 'delay', milliseconds: 400 } as const
    emulator().faults.add({ effect, target: { operation: 'partner-carts.create' }, times: 2 })
    const children = [begin(folderOf()), begin(folderOf())]
    const codes = await Promise.all(children.map((child) => new Promise((resolve) => child.once('exit', resolve))))
    expect(codes).toEqual([0, 0])
    expect(orders()).toHaveLength(1)
  })

  test('two at once with one journal: the second is refused, and both are one order', async () => {
    const folder = folderOf()
    const effect = { kind: 'delay', milliseconds: 700 } as const
    emulator().faults.add({ effect, target: { operation: 'partner-carts.create' }, times: 1 })
    const child = begin(folder)
    await until(() => emulator().faults.list()[0]?.struck === 1, child)
    expect(await licences(folder, ...apply)).toMatchObject({ code: 4, error: expect.stringContaining('already') })
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0)
    expect(orders()).toHaveLength(1)
  })
})

function begin(folder: string, stdio: StdioOptions = 'ignore'): ChildProcess {
  return spawn(process.execPath, [bin, 'licences', ...apply, '--emulator', emulator().url], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...environment() },
    stdio,
  })
}

/** A process that ended without getting there would be waited for until the test is cut off. */
async function until(isTrue: () => boolean, child: ChildProcess): Promise<void> {
  while (!isTrue()) {
    if (child.exitCode !== null) throw new Error(`The process ended with ${child.exitCode} before it came so far.`)
    await sleep(20)
  }
}
