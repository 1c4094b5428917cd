import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { runHere } from './run-command.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'template-'))
  folders.push(folder)
  return folder
}

const edit = (folder: string, members: object): void => {
  const path = join(folder, 'template.json')
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...members }, undefined, 2))
}

const filled = {
  title: 'Tell the owner about a sold car',
  description: 'Sends the owner a message when a car is sold.',
  categories: ['Productivity'],
  package: {
    url: 'https://cars.blob.core.windows.net/p/cars.zip',
    access: { permissions: 'r', expires: '2026-02-15' },
  },
  privacyUrl: 'https://fleetdesk.example/privacy',
  supportUrl: 'https://fleetdesk.example/support',
  isForEverybody: true,
}

describe('from a new file to the gallery', () => {
  test('init, check, advance and status', async () => {
    const folder = newFolder()
    expect(await runHere(['template', 'init'], { folder })).toMatchObject({ code: 0 })
    const first = await runHere(['check', 'template.json'], { folder })
    expect(first.code).toBe(1)
    expect(first.out).toContain('"title" still waits for somebody to fill it in.')

    edit(folder, filled)
    const whole = await runHere(['check', 'template.json'], { folder })
    expect(whole.out).toContain('Nothing found')
    expect(whole.code).toBe(0)

    const advance = (...words: readonly string[]) =>
      runHere(['template', 'advance', 'template.json', ...words], { folder })
    expect((await advance('submit', '--on', '2026-01-10')).out).toBe(
      'submitted since 2026-01-10\nIt waits for Microsoft.\nWhat can happen next: review-began, withdraw\n',
    )
    await advance('review-began', '--on', '2026-01-11')
    await advance('changes-asked', '--on', '2026-01-12')
    const asked = await runHere(['check', '.', '--format', 'json'], { folder })
    expect(JSON.parse(asked.out).subjects[0].findings).toMatchObject([{ ruleId: 'template-review-clean' }])
    expect(await advance('go-live')).toMatchObject({
      code: 2,
      error: expect.stringContaining('"go-live" cannot happen to a template that is "attention-needed".'),
    })
    for (const event of ['submit', 'review-began', 'approved', 'sign-off', 'go-live']) await advance(event)
    expect((await runHere(['template', 'status', 'template.json'], { folder })).out).toContain(
      'live since 2026-01-15\nIt waits for nobody. Usually in all regions within 48 hours.\n',
    )
    expect((await runHere(['check', 'template.json'], { folder })).out).toContain('its id is not recorded')
  })

  test('the form of 2018 is checked by its own questions', async () => {
    const folder = newFolder()
    await runHere(['template', 'init', '--edition', '2018-02', '--title', 'Tell'], { folder })
    const { out } = await runHere(['check', 'template.json'], { folder })
    expect(out).toContain('template · 2018-02')
    expect(out).toContain('The form gives no number of users.')
  })

  test('what addresses answered is judged as facts', async () => {
    const folder = newFolder()
    await runHere(['template', 'init'], { folder })
    edit(folder, filled)
    writeFileSync(join(folder, 'facts'), JSON.stringify({ links: [{ url: filled.privacyUrl, status: 404 }] }))
    const { out } = await runHere(['check', 'template.json', '--facts', 'facts'], { folder })
    expect(out).toContain('The address under "privacyUrl" answers 404.')
  })
})

describe('submitting', () => {
  test('a file with errors is recorded, and says how many there are', async () => {
    const folder = newFolder()
    await runHere(['template', 'init'], { folder })
    const { findings } = JSON.parse((await runHere(['check', 'template.json', '--format', 'json'], { folder })).out)
      .subjects[0]
    const errors = findings.filter((finding: { severity: string }) => finding.severity === 'error').length
    const { code, out, error } = await runHere(['template', 'advance', 'template.json', 'submit'], { folder })
    expect({ code, error }).toEqual({
      code: 0,
      error: `${errors} errors stand in what was submitted: sevenstep check template.json\n`,
    })
    expect(errors).toBeGreaterThan(2)
    expect(out).toContain('submitted since')
    expect(await runHere(['template', 'advance', 'template.json', 'review-began'], { folder })).toMatchObject({
      code: 0,
      error: '',
    })
  })

  test('a file without errors says nothing of any', async () => {
    const folder = newFolder()
    await runHere(['template', 'init'], { folder })
    edit(folder, filled)
    expect((await runHere(['template', 'advance', 'template.json', 'submit'], { folder })).error).toBe('')
  })
})

describe('refusals', () => {
  test.each([
    [['template', 'init'], 'template.json is there already.'],
    [['template', 'advance', 'template.json', 'submitted'], 'Did you mean "submit"?'],
    [['template', 'advance', 'template.json', 'submit', '--on', '2026-02-30'], '"2026-02-30" is no day.'],
    [['template', 'advance', 'template.json', 'submit', '--on', '2027-01-01'], '2027-01-01 is yet to come.'],
    [['template', 'status', 'other.json'], 'other.json is not the file of a template’s submission.'],
    [['template', 'status', 'missing.json'], 'missing.json cannot be read.'],
  ])('%j', async (words, said) => {
    const folder = newFolder()
    await runHere(['template', 'init'], { folder })
    writeFileSync(join(folder, 'other.json'), '{}')
    const before = readFileSync(join(folder, 'template.json'), 'utf8')
    const { code, error } = await runHere(words, { folder })
    expect(code).toBeGreaterThan(0)
    expect(error).toContain(said)
    expect(readFileSync(join(folder, 'template.json'), 'utf8')).toBe(before)
    expect(existsSync(join(folder, 'missing.json'))).toBe(false)
  })
})

test('its rules are listed and explained', async () => {
  expect((await runHere(['rules', 'template-', '--step', '4'])).out).toContain('template-package-lasts')
  expect((await runHere(['explain', 'template-package-lasts'])).out).toContain('15 days')
})

test('what two processes record at once is recorded by both, one after the other', async () => {
  const folder = newFolder()
  await runHere(['template', 'init'], { folder })
  const lock = join(folder, 'template.json.lock')
  writeFileSync(lock, JSON.stringify({ pid: process.pid, host: hostname(), at: '2026-11-29T12:00:00Z' }))
  const path = join(folder, 'template.json')
  const advancing = runHere(['template', 'advance', 'template.json', 'review-began'], { folder })
  // Long enough for it to find the lock; then the other process records what has to be there before, and lets go.
  await setTimeout(1000)
  const given: object = JSON.parse(readFileSync(path, 'utf8'))
  writeFileSync(path, JSON.stringify({ ...given, history: [{ event: 'submit', on: '2026-01-10' }] }))
  rmSync(lock)
  expect((await advancing).out).toContain('in-certification')
  expect(JSON.parse(readFileSync(path, 'utf8')).history).toHaveLength(2)
  expect(existsSync(lock)).toBe(false)
})
