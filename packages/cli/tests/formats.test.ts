import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { copyOfExample, folderWith, put, root, runBuilt, runHere } from './run-command.ts'

const planted = 'examples/planted-faults'

describe('JSON', () => {
  test('has the published shape, and the same bytes every time', async () => {
    const schema = JSON.parse(readFileSync(join(root, 'packages/findings/schemas/report.schema.json'), 'utf8'))
    const first = await runHere(['check', 'examples', '--format', 'json'])
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema)
    expect(validate(JSON.parse(first.out)), JSON.stringify(validate.errors)).toBe(true)
    expect((await runHere(['check', 'examples', '--format', 'json'])).out).toBe(first.out)
    // What runs out is judged by the day, which the built command takes from the clock.
    const timeless = ['check', 'examples', '--format', 'json', '--step', '1']
    expect(runBuilt(timeless).out).toBe((await runHere(timeless)).out)
  })

  test('is as promised: fields, order, places from 1', async () => {
    const { out } = await runHere(['check', planted, '--rule', 'host-no-scheme', '--format', 'json'])
    const report = JSON.parse(out)
    expect(Object.keys(report)).toEqual(['version', 'ruleSet', 'counts', 'subjects'])
    expect(report.counts).toEqual({ error: 1, warning: 0, info: 0 })
    const [subject] = report.subjects
    expect(subject).toMatchObject({
      path: 'examples/planted-faults/car-rental',
      kind: 'connector',
      profile: 'verified-publisher',
      target: 'repository',
      counts: { error: 1 },
    })
    expect(subject.findings).toHaveLength(1)
    expect(subject.findings[0]).toMatchObject({
      ruleId: 'host-no-scheme',
      severity: 'error',
      message: { what: expect.any(String), why: expect.any(String), fix: expect.any(String) },
      file: 'apiDefinition.swagger.json',
      pointer: '/host',
      range: { start: { line: 13, column: 13 }, end: { line: 13, column: 47 } },
      code: 'HostNameNotValid',
    })
  })

  test('subjects keep the order of the command line, and of names within a tree', async () => {
    const folder = folderWith()
    for (const name of ['b', 'a', 'c/d', 'B']) put(folder, `${name}/apiProperties.json`, '{"properties":{}}')
    const paths = async (...words: string[]): Promise<string[]> => {
      const { out } = await runHere(['check', ...words, '--format', 'json'], { folder })
      return JSON.parse(out).subjects.map((subject: { path: string }) => subject.path)
    }
    expect(await paths('.')).toEqual(['./B', './a', './b', './c/d'])
    expect(await paths('c', 'a/')).toEqual(['c/d', 'a'])
  })
})

test.each([
  ['sarif', (text: string) => JSON.parse(text).version === '2.1.0' && JSON.parse(text).runs[0].results.length > 10],
  [
    'github',
    (text: string) =>
      /^::error file=examples\/planted-faults\/car-rental\/apiDefinition.swagger.json,line=4/m.test(text),
  ],
  ['markdown', (text: string) => text.includes('host-no-scheme') && text.startsWith('#')],
  ['junit', (text: string) => text.startsWith('<?xml') && text.includes('<failure')],
  [
    'html',
    (text: string) =>
      text.startsWith('<!doctype html>') && text.includes('host-no-scheme') && text.includes('2026-01-15'),
  ],
] as const)('%s is produced', async (format, isRight) => {
  const { code, out, error } = await runHere(['check', planted, '--format', format])
  expect(code).toBe(1)
  expect(isRight(out), out.slice(0, 300)).toBe(true)
  expect(error).toBe('')
})

describe('--output', () => {
  test('writes the file whole and keeps stdout empty', async () => {
    const folder = copyOfExample('planted-faults')
    const { code, out, error } = await runHere(['check', 'car-rental', '--format', 'json', '--output', 'r.json'], {
      folder,
    })
    expect({ code, out, error }).toEqual({ code: 1, out: '', error: 'Wrote r.json.\n' })
    expect(JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8')).version).toBe(1)
  })

  test('that cannot be written says so and leaves nothing behind', async () => {
    const folder = copyOfExample('mended')
    const outcome = await runHere(['check', 'car-rental', '--output', 'no/such/r.txt'], { folder })
    expect(outcome.code).toBe(3)
    expect(outcome.error).toMatch(/^sevenstep: no\/such\/r\.txt cannot be written\./)
    expect(outcome.out).toBe('')
  })
})

describe('colour', () => {
  const hasColor = async (words: string[], environment = {}, isOutTerminal = false): Promise<boolean> =>
    (await runHere(['check', planted, ...words], { environment, isOutTerminal })).out.includes('\u001b[')

  test.each([
    ['a terminal', [], {}, true, true],
    ['a pipe', [], {}, false, false],
    ['NO_COLOR', [], { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR', [], { NO_COLOR: '' }, true, true],
    ['FORCE_COLOR', [], { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, true, false],
    ['FORCE_COLOR over NO_COLOR', [], { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    ['CI', [], { CI: 'true' }, true, false],
    ['a dumb terminal', [], { TERM: 'dumb' }, true, false],
    ['--color', ['--color'], { NO_COLOR: '1' }, false, true],
    ['--color never', ['--color', 'never'], { FORCE_COLOR: '1' }, true, false],
  ])('%s', async (_title, words, environment, isTerminal, expected) => {
    expect(await hasColor(words, environment, isTerminal)).toBe(expected)
  })

  test('never gets into a file or another format', async () => {
    expect(await hasColor(['--format', 'markdown', '--color'])).toBe(false)
    const folder = copyOfExample('planted-faults')
    await runHere(['check', 'car-rental', '--color', '--output', 'r.txt'], { folder })
    expect(readFileSync(join(folder, 'r.txt'), 'utf8')).not.toContain('\u001b[')
  })
})

test('quiet prints one line per error; verbose prints why for all', async () => {
  const quiet = await runHere(['check', planted, '--quiet'])
  expect(quiet.out.split('\n').filter((line) => line.includes(' error '))).toHaveLength(
    JSON.parse((await runHere(['check', planted, '--format', 'json'])).out).counts.error,
  )
  const verbose = await runHere(['check', planted, '--verbose'])
  expect(verbose.out.split('\n').length).toBeGreaterThan((await runHere(['check', planted])).out.split('\n').length)
})
