import { execFileSync, spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bin, copyOfExample, folderWith, put, root, runBuilt, runHere } from './run-command.ts'

test('the built command answers as the source does', async () => {
  const words = ['check', 'examples/planted-faults']
  const built = runBuilt(words)
  expect(built).toEqual(await runHere(words))
  expect(built.code).toBe(1)
})

test.each([
  [['--version'], 0],
  [['check', 'no-such'], 3],
  [['check', 'examples/mended', '--fomat'], 2],
  [['explain', 'host-no-scheme'], 0],
  [['rules', 'title'], 0],
  [['completion', 'fish'], 0],
  [['check', 'examples/mended', '--print-config'], 0],
  [['check', 'examples', '--format', 'sarif'], 1],
  [['check', 'examples', '--timing', '--quiet'], 1],
])('built: %j ends with %i', (words, code) => {
  const outcome = runBuilt(words)
  expect(outcome.code, outcome.error).toBe(code)
  expect(outcome.error).not.toContain('fault of ours')
})

test('a failure in a part that is loaded on demand keeps its exit code', () => {
  const folder = folderWith({ 'a/apiProperties.json': '{}', 'sevenstep.config.json': '{"profil": 1}' })
  expect(runBuilt(['check', 'a'], { folder })).toMatchObject({
    code: 2,
    error: expect.stringContaining('did you mean'),
  })
  expect(runBuilt(['explain', 'nothing-like-it'])).toMatchObject({ code: 2 })
})

test('a reader that goes away is no fault', () => {
  const script = `"${process.execPath}" "${bin}" check examples --verbose --format html | head -n 1; echo "\${PIPESTATUS[0]}"`
  const text = execFileSync('bash', ['-c', script], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  expect(text).toMatch(/^<!doctype html>\n1\n$/)
})

test('a long report gets through a pipe whole', () => {
  const folder = folderWith()
  for (let at = 0; at < 60; at++)
    put(
      folder,
      `${at}/apiDefinition.swagger.json`,
      readFileSync(join(root, 'examples/planted-faults/car-rental/apiDefinition.swagger.json')),
    )
  const { out } = runBuilt(['check', '.', '--format', 'json'], { folder })
  expect(out.length).toBeGreaterThan(500_000)
  expect(JSON.parse(out).subjects).toHaveLength(60)
})

describe('--watch', () => {
  /** Starts watching; `until` waits for the next run to end. */
  const start = (folder: string) => {
    const child = spawn(process.execPath, [bin, 'check', 'car-rental', '--watch', '--quiet'], { cwd: folder })
    const seen = { out: '', error: '', runs: 0 }
    child.stdout.on('data', (data) => {
      seen.out += String(data)
    })
    child.stderr.on('data', (data) => {
      seen.error += String(data)
      seen.runs = seen.error.split('Watching for changes').length - 1
    })
    const until = async (isSo: () => boolean): Promise<void> => {
      while (!isSo()) {
        if (child.exitCode !== null) throw new Error(`ended early: ${seen.error}`)
        await new Promise((done) => setTimeout(done, 20))
      }
    }
    const end = (): Promise<number | null> => {
      const ended = new Promise<number | null>((done) => child.on('exit', done))
      child.kill('SIGINT')
      return ended
    }
    return { seen, until, end }
  }
  const definition = 'car-rental/apiDefinition.swagger.json'

  test('checks again after changes, half-written files and removals, and ends with the last exit code', async () => {
    const folder = copyOfExample('mended')
    const good = readFileSync(join(folder, definition), 'utf8')
    const { seen, until, end } = start(folder)
    await until(() => seen.runs >= 1)
    expect(seen.out).not.toContain(' error ')
    put(folder, definition, good.slice(0, 2000))
    await until(() => seen.out.includes('file-json-valid') || seen.out.includes(' error '))
    put(folder, definition, good)
    await until(
      () =>
        seen.out.trimEnd().endsWith('verdict.') &&
        /0|Nothing|note/.test(seen.out.slice(-200)) &&
        !seen.out.slice(-200).includes(' error '),
    )
    rmSync(join(folder, definition))
    await until(() => seen.out.slice(-2000).includes('apiDefinition.swagger.json'))
    put(folder, definition, good.replace('"host": "', '"host": "https://'))
    await until(() => seen.out.slice(-1500).includes('host-no-scheme'))
    expect(await end()).toBe(1)
    expect(seen.error).not.toContain('fault of ours')
  })

  test('goes on when the folder is removed', async () => {
    const folder = copyOfExample('mended')
    const { seen, until, end } = start(folder)
    await until(() => seen.runs >= 1)
    rmSync(join(folder, 'car-rental'), { recursive: true })
    await until(() => seen.error.includes('there is no such file or folder'))
    expect(await end()).toBe(3)
    expect(seen.error).not.toContain('fault of ours')
  })

  test('says what is not there to be watched', () => {
    expect(runBuilt(['check', 'none/deeper', '--watch'])).toMatchObject({
      code: 3,
      error: expect.stringContaining('nothing to watch'),
    })
  })
})
