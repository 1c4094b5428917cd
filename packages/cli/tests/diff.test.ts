import { execFileSync } from 'node:child_process'
import { readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { copyOfExample, put, ruleIdsIn, runBuilt, runHere } from './run-command.ts'

const definition = 'car-rental/apiDefinition.swagger.json'

/** A folder with the mended connector, and beside it `old`, as it was before an operation and a parameter changed. */
function twoVersions(): string {
  const folder = copyOfExample('mended')
  const text = readFileSync(join(folder, definition), 'utf8')
  for (const name of ['apiDefinition.swagger.json', 'apiProperties.json'])
    put(folder, `old/${name}`, readFileSync(join(folder, 'car-rental', name)))
  put(
    folder,
    definition,
    text
      .replace('"operationId": "CancelReservation"', '"operationId": "DropReservation"')
      .replace('"name": "day"', '"name": "date"')
      .replace('Cancel a reservation', 'Drop a reservation'),
  )
  return folder
}

function git(folder: string, ...words: string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false', ...words], {
    cwd: folder,
    stdio: 'pipe',
  })
}

/** A repository whose only commit holds the old version in `car-rental`, with the new one in the working tree. */
function repository(): string {
  const folder = twoVersions()
  const fresh = readFileSync(join(folder, definition))
  put(folder, definition, readFileSync(join(folder, 'old/apiDefinition.swagger.json')))
  rmSync(join(folder, 'old'), { recursive: true })
  git(folder, 'init', '-q')
  git(folder, 'add', '.')
  git(folder, 'commit', '-qm', 'One')
  put(folder, definition, fresh)
  return folder
}

const expected = ['br-operation-id-renamed', 'br-parameter-deleted']

test('two folders: what breaks is told, with exit code 1', async () => {
  const folder = twoVersions()
  const { code, out } = await runHere(['diff', 'old', 'car-rental', '--format', 'json'], { folder })
  expect(code).toBe(1)
  expect(ruleIdsIn(out)).toEqual(expect.arrayContaining(expected))
  expect(JSON.parse(out).subjects[0]).toMatchObject({ path: 'car-rental' })
})

test('the same version has nothing to tell; --all adds what is harmless', async () => {
  const folder = twoVersions()
  expect(await runHere(['diff', 'old', 'old'], { folder })).toMatchObject({ code: 0 })
  const some = ruleIdsIn((await runHere(['diff', 'old', 'car-rental', '--format', 'json'], { folder })).out)
  const all = ruleIdsIn((await runHere(['diff', 'old', 'car-rental', '--all', '--format', 'json'], { folder })).out)
  expect(all.filter((id) => !some.includes(id))).toContain('ok-summary-changed')
})

test('a zip against a folder', async () => {
  const folder = twoVersions()
  const file = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, 'old', name)))
  const names = ['apiDefinition.swagger.json', 'apiProperties.json']
  put(folder, 'old.zip', zipSync(Object.fromEntries(names.map((name) => [name, file(name)]))))
  const { code, out } = await runHere(['diff', 'old.zip', 'car-rental', '--format', 'json'], { folder })
  expect(code).toBe(1)
  expect(ruleIdsIn(out)).toEqual(expect.arrayContaining(expected))
})

describe('git revisions', () => {
  test.each([
    ['HEAD:car-rental', '.'],
    ['HEAD:./car-rental', '.'],
    ['HEAD:', 'car-rental'],
    ['HEAD:../car-rental', 'car-rental'],
  ])('%s from %s', async (old, from) => {
    const folder = repository()
    const place = { folder: join(folder, from) }
    const { code, out } = await runHere(['diff', old, from === '.' ? 'car-rental' : '.', '--format', 'json'], place)
    expect(code).toBe(1)
    expect(ruleIdsIn(out)).toEqual(expect.arrayContaining(expected))
  })

  test('two revisions, built command', () => {
    const folder = repository()
    git(folder, 'commit', '-qam', 'Two')
    const { code, out } = runBuilt(['diff', 'HEAD~1:car-rental', 'HEAD:car-rental', '--format', 'json'], { folder })
    expect(code).toBe(1)
    expect(ruleIdsIn(out)).toEqual(expect.arrayContaining(expected))
  })

  test('a path that looks like a revision and exists is a path', async () => {
    const folder = repository()
    renameSync(join(folder, 'car-rental'), join(folder, 'HEAD:car-rental'))
    expect((await runHere(['diff', 'HEAD:car-rental', 'HEAD:car-rental'], { folder })).code).toBe(0)
  })

  test.each([
    ['nothing:car-rental', 'git could not give the files of that revision.'],
    ['HEAD:no-such', 'HEAD:no-such holds no files.'],
    ['-x:y', 'unknown option'],
  ])('%s is told, without a stack trace', async (old, message) => {
    const { code, error } = await runHere(['diff', old, 'car-rental'], { folder: repository() })
    expect([2, 3]).toContain(code)
    expect(error).toContain(message)
    expect(error).not.toMatch(/^\s+at /m)
  })
})

test('a baseline acknowledges changes', async () => {
  const folder = twoVersions()
  const words = ['diff', 'old', 'car-rental', '--baseline', 'agreed.json']
  expect((await runHere([...words, '--update-baseline'], { folder })).code).toBe(0)
  expect((await runHere(words, { folder })).code).toBe(0)
  put(
    folder,
    definition,
    readFileSync(join(folder, definition), 'utf8').replace('"GetReservation"', '"FetchReservation"'),
  )
  expect((await runHere(words, { folder })).code).toBe(1)
})

test.each([
  [['old', 'none'], 3, 'none: there is no such file or folder.'],
  [['.', 'car-rental'], 2, '. holds 2 connectors.'],
  [['old'], 2, "missing required argument 'new'"],
])('diff %j ends with %i', async (words, code, message) => {
  const outcome = await runHere(['diff', ...words], { folder: twoVersions() })
  expect(outcome.code).toBe(code)
  expect(outcome.error).toContain(message)
})

test.each(['sarif', 'github', 'markdown', 'junit', 'html', 'text'])('%s of a comparison', async (format) => {
  const { out } = await runHere(['diff', 'old', 'car-rental', '--format', format], { folder: twoVersions() })
  expect(out).toContain(format === 'text' ? 'br-operation-id-renamed' : 'CancelReservation')
})
