import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command, type Environment } from '../testing/command-line.ts'
import { describeOnEachDatabase } from '../testing/databases.ts'
import { filledDemo } from '../testing/filled-demo.ts'

const patience = 600_000

describeOnEachDatabase('the commands of an operator', (open, kind) => {
  let folder: string
  let first: Environment
  let second: Environment
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sevenstep-commands-'))
    first = await place('first')
    if (kind === 'pglite') await cp(await filledDemo(), join(folder, 'first'), { recursive: true })
    second = await place('second')
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  async function place(name: string): Promise<Environment> {
    if (kind === 'pglite') return { DATA_DIRECTORY: join(folder, name) }
    const { addresses } = await open()
    if (addresses === undefined) throw new Error('A database on a server has addresses.')
    return { DATABASE_URL: addresses.url, DATABASE_OWNER_URL: addresses.ownerUrl }
  }

  it('bring everything back from a backup: the same content, a sound record, derived state equal', {
    timeout: patience,
  }, async () => {
    const file = join(folder, 'drill.backup.gz')
    // The embedded database was filled by the same command, when its copy was made.
    const told = kind === 'pglite' ? 'already holds a programme' : 'in place'
    expect(await command(first, 'seed')).toMatchObject({ code: 0, output: expect.stringContaining(told) })
    const kept = await command(first, 'backup', file)
    expect(kept).toMatchObject({
      code: 0,
      output: expect.stringMatching(/holds \d{3,} rows of \d+ tables; sum [0-9a-f]{64}/),
    })
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const back = await command(second, 'restore', file)
    expect(back.code).toBe(0)
    expect(sumOf(back.output)).toBe(sumOf(kept.output))
    expect(await command(second, 'audit', 'verify')).toMatchObject({
      code: 0,
      output: expect.stringContaining('Every chain holds.'),
    })
    expect(await command(second, 'rebuild', '--check')).toMatchObject({
      code: 0,
      output: expect.stringContaining(' 0 differences'),
    })
    const again = join(folder, 'again.backup.gz')
    expect(sumOf((await command(second, 'backup', again)).output)).toBe(sumOf(kept.output))
    const twice = await command(second, 'restore', file)
    expect(twice).toMatchObject({ code: 2, errors: expect.stringContaining('not empty') })
  })

  it('say what is wrong with a backup, and leave nothing half done', { timeout: patience }, async () => {
    const cut = join(folder, 'cut.backup.gz')
    const whole = await readFile(join(folder, 'drill.backup.gz'))
    await writeFile(cut, whole.subarray(0, whole.length >> 1))
    const empty = await place('third')
    expect(await command(empty, 'restore', cut)).toMatchObject({ code: 2, errors: expect.stringContaining('cut off') })
    expect(await command(empty, 'restore', join(folder, 'nowhere'))).toMatchObject({
      code: 2,
      errors: expect.stringContaining('does not exist'),
    })
    const nowhere = await command(first, 'backup', join(folder, 'no', 'such', 'folder'))
    expect(nowhere).toMatchObject({ code: 2, errors: expect.stringContaining('does not exist') })
    const made = await command(empty, 'create-organization', 'Fabrikam Partners', '--admin-for', 'Noor')
    expect(made.code).toBe(0)
    expect(made.output).toMatch(/http:\/\/localhost:3000\/invitations\/[\w-]{43}\n/)
    expect(await command(empty, 'audit', 'verify')).toMatchObject({
      code: 0,
      output: expect.stringContaining('1 events in 1 chains'),
    })
    expect(
      await command(empty, 'create-organization', 'X', '--admin-for', 'Noor', '--time-zone', 'Mars'),
    ).toMatchObject({
      code: 1,
      errors: expect.stringContaining('timeZone'),
    })
  })
})

describe('a command without its settings', () => {
  it('says what to set, without a trace of the program', { timeout: patience }, async () => {
    const unknown = await command({ DEMO: '0' })
    expect(unknown).toMatchObject({ code: 2, errors: expect.stringContaining('ENTRA_CLIENT_ID') })
    const refused = await command({ DATABASE_URL: 'postgres://nobody:hunter2@127.0.0.1:9/none' }, 'audit', 'verify')
    expect(refused).toMatchObject({ code: 2, errors: expect.stringContaining('DATABASE_URL') })
    expect(unknown.errors + refused.errors + refused.output).not.toMatch(/hunter2|\n\s+at /)
  })

  it('needs none for signing in where it only works on the database', { timeout: patience }, async () => {
    const verified = await command({ DEMO: '0', DATA_DIRECTORY: 'memory' }, 'audit', 'verify')
    expect(verified).toMatchObject({ code: 0, output: expect.stringContaining('Every chain holds.'), errors: '' })
  })
})

function sumOf(output: string): string | undefined {
  return /sum ([0-9a-f]{64})/.exec(output)?.[1]
}
