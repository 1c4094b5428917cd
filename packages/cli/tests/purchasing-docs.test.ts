import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bin, folderWith, put, root, runHere } from './run-command.ts'

const page = readFileSync(join(root, 'docs/purchasing.md'), 'utf8')

test('the rehearsal runs as it stands, orders once, and leaves nothing behind', { timeout: 90_000 }, async () => {
  const [, script = ''] = /<!-- rehearsal -->\n```sh\n([\s\S]*?)```/.exec(page) ?? []
  const folder = folderWith()
  cpSync(join(root, 'examples/purchase'), join(folder, 'examples/purchase'), { recursive: true })
  put(folder, 'tools/npx', `#!/bin/sh\nshift\nexec "${process.execPath}" "${bin}" "$@"\n`)
  // The keys that the emulator keeps for the next time lie in the home folder, which is this one.
  const whole = `chmod +x tools/npx\ntrap 'kill $(jobs -pr) 2>/dev/null || true' EXIT\nset -e\n${script}\nwait\necho left: $(jobs -pr)`
  const { status, stdout, stderr } = spawnSync('bash', ['-c', whole], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${join(folder, 'tools')}:${process.env.PATH ?? ''}`, HOME: folder },
    timeout: 80_000,
  })
  expect(status, stderr).toBe(0)
  expect(stdout).toContain('2 × Power Automate Process for P1Y, billed monthly')
  expect(stdout).toContain('At your prices: 280.00 EUR a billing period.')
  const placed = stdout.match(/^Order \w+: completed, subscriptions \S+$/gm)
  expect(placed).toHaveLength(2)
  expect(new Set(placed).size).toBe(1)
  expect(stdout).toContain('member@fabrikam.example: assigned')
  expect(stdout.match(/licence-[a-z-]+/g)).toEqual(['licence-cancellation-noted'])
  expect(stdout).toMatch(/^left:$/m)
  expect(
    readdirSync(folder, { recursive: true }).filter((name) => !/^(examples|tools|\.cache)\b/.test(String(name))),
  ).toEqual([])
})

test('the order that is shown is the example, and every option that is named exists', async () => {
  expect(page).toContain(readFileSync(join(root, 'examples/purchase/order.json'), 'utf8'))
  const helps = await Promise.all(
    ['order', 'assign', 'customer', 'agreement', 'create-customer', 'facts', 'catalogue', 'report', 'plan'].map(
      async (name) => (await runHere(['licences', name, '--help'])).out,
    ),
  )
  const others = await Promise.all(['check', 'emulator'].map(async (name) => (await runHere([name, '--help'])).out))
  const known = [...helps, ...others].join('\n')
  for (const [option] of page.matchAll(/--[a-z][a-z-]+/g)) expect(known).toContain(option)
})
