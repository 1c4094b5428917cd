import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { bin, copyOfExample, folderWith, put, runBuilt, runHere } from './run-command.ts'

const definition = 'apiDefinition.swagger.json'
const minimal = '{"swagger": "2.0", "info": {"title": "A"}, "paths": {}}'

/** What went wrong has to be one message with a path, a reason and what to do, and never a stack trace. */
function expectMessage(error: string, path: string, what: string): void {
  expect(error).toContain(`sevenstep: ${path}: `)
  expect(error).toContain(what)
  expect(error).toMatch(/\n {2}why: .+\n {2}do: {2}.+\n/)
  expect(error).not.toMatch(/^\s+at .+:\d+/m)
}

describe('paths that cannot be read end with 3', () => {
  test.each([
    ['none', () => folderWith(), 'there is no such file or folder.'],
    ['empty', () => folderWith({ 'empty/x': '' }), 'there is nothing in it that can be checked.'],
    ['notes.txt', () => folderWith({ 'notes.txt': 'hello' }), 'this is nothing that can be checked.'],
    ['cut.zip', () => folderWith({ 'cut.zip': zipSync({ [definition]: Buffer.from(minimal) }).slice(0, 60) }), ''],
    [
      'some.zip',
      () => folderWith({ 'some.zip': zipSync({ 'a.txt': Buffer.from('x') }) }),
      'this is nothing that can be checked.',
    ],
    [
      'a.png',
      () => folderWith({ 'a.png': new Uint8Array([137, 80, 78, 71, 0, 255]) }),
      'this is nothing that can be checked.',
    ],
  ])('%s', async (path, makeFolder, what) => {
    const { code, out, error } = await runHere(['check', path], { folder: makeFolder() })
    expect(code).toBe(3)
    expectMessage(error, path, what)
    expect(out).toContain('Nothing was checked.')
  })

  test('a zip bomb is refused within its budget', async () => {
    const bomb = zipSync({ [definition]: new Uint8Array(300 * 1024 * 1024) }, { level: 9 })
    const { code, error } = await runHere(['check', 'bomb.zip'], { folder: folderWith({ 'bomb.zip': bomb }) })
    expect(code).toBe(3)
    expectMessage(error, 'bomb.zip', '')
  })

  test.skipIf(process.platform === 'win32')('a pipe and a device are not waited for', async () => {
    const folder = folderWith()
    execFileSync('mkfifo', [join(folder, 'pipe')])
    const { code, error } = await runHere(['check', 'pipe', '/dev/zero'], { folder })
    expect(code).toBe(3)
    expectMessage(error, 'pipe', 'is not a file')
    expectMessage(error, '/dev/zero', 'is not a file')
  })

  test('a list of 20 MB in a folder is read like one that was named', async () => {
    const user = '{"userPrincipalName":"a@b.example","usageLocation":null,"assignedLicenses":[]}'
    const folder = folderWith({ 'users.json': `{"value":[${user}${' '.repeat(20 * 1024 * 1024)}]}` })
    for (const path of ['.', 'users.json']) {
      const { out } = await runHere(['check', path, '--quiet'], { folder })
      expect(out).toContain('users.json:1:11  error  a@b.example has no usage location.')
    }
  })

  test('a file of 200 MB is not read', async () => {
    const folder = folderWith({ 'big.json': '{}' })
    truncateSync(join(folder, 'big.json'), 200 * 1024 * 1024)
    const { code, error } = await runHere(['check', 'big.json'], { folder })
    expect(code).toBe(3)
    expectMessage(error, 'big.json', 'too large')
  })
})

describe('a file that cannot be read leaves the rest of the check', () => {
  const rest = async (folder: string, path = 'car-rental'): Promise<string> => {
    const { code, out, error } = await runHere(['check', path, '--format', 'json'], { folder })
    expect(code).toBe(3)
    expect(JSON.parse(out).subjects).toHaveLength(1)
    return error
  }

  test('too large', async () => {
    const folder = copyOfExample('mended')
    truncateSync(join(folder, 'car-rental/readme.md'), 200 * 1024 * 1024)
    expectMessage(await rest(folder), 'car-rental/readme.md', 'is too large')
  })

  test('a folder in place of a file, with the file’s name', async () => {
    const folder = copyOfExample('mended')
    mkdirSync(join(folder, 'other'))
    put(folder, 'other/apiProperties.json', '{"properties": {}}')
    mkdirSync(join(folder, 'other', definition))
    const { code, error } = await runHere(['check', 'other'], { folder })
    expect(error).not.toMatch(/^\s+at /m)
    expect(code).toBe(1)
  })

  test('a link that leads nowhere, and one that leads back', async () => {
    const folder = copyOfExample('mended')
    symlinkSync(join(folder, 'nowhere'), join(folder, 'car-rental/script2.csx'))
    symlinkSync('..', join(folder, 'car-rental/back'))
    expectMessage(await rest(folder), 'car-rental/back/car-rental', 'leads back to a folder that holds it')
  })

  test.skipIf(process.getuid?.() !== 0)('without permission, as an ordinary user', () => {
    const folder = copyOfExample('mended')
    execFileSync('chmod', ['-R', 'a+rX', folder])
    chmodSync(join(folder, 'car-rental/readme.md'), 0)
    const child = spawnSync(process.execPath, [bin, 'check', 'car-rental'], {
      cwd: folder,
      encoding: 'utf8',
      uid: 65534,
      gid: 65534,
    })
    // Some machines keep their checkouts where no other user may look; there the process cannot even start.
    if (child.stderr.includes('Cannot find module') || child.error !== undefined) return
    expect(child.status).toBe(3)
    expectMessage(child.stderr, 'car-rental/readme.md', 'may not be read by this user')
  })
})

test('rubbish under the name of a definition is a finding, not a failure to read', async () => {
  const bytes = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)
  const folder = folderWith({
    [`a/${definition}`]: bytes,
    'b/apiProperties.json': '\u0000\u0001{',
    'c/apiProperties.json': '',
  })
  const { code, out, error } = await runHere(['check', '.', '--format', 'json'], { folder })
  expect({ code, error }).toEqual({ code: 1, error: '' })
  for (const subject of JSON.parse(out).subjects) expect(subject.counts.error, subject.path).toBeGreaterThan(0)
})

describe('odd paths', () => {
  test.each(['with blank', 'größe-日本', '-dash', 'a!b', 'q"uote'])('%s', async (name) => {
    const folder = folderWith({ [`${name}/${definition}`]: minimal })
    const { code, out } = await runHere(['check', '--format', 'json', '--', name], { folder })
    expect(code).toBe(1)
    expect(JSON.parse(out).subjects[0].path).toBe(name)
  })
})

test('a big tree with a loop ends, in order, each connector once', async () => {
  const folder = folderWith()
  for (let at = 0; at < 300; at++) put(folder, `t/${String(at).padStart(3, '0')}/${definition}`, minimal)
  symlinkSync('..', join(folder, 't/000/up'))
  const { out, error } = runBuilt(['check', 't', '--format', 'json'], { folder })
  const paths = JSON.parse(out).subjects.map((subject: { path: string }) => subject.path)
  expect(paths).toHaveLength(300)
  expect(paths).toEqual([...paths].sort())
  expect(error).toContain('leads back')
  expect(error).not.toContain('checked ')
})
