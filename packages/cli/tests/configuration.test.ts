import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { copyOfExample, put, ruleIdsIn, runHere } from './run-command.ts'

const check = async (folder: string, ...words: string[]) => runHere(['check', 'car-rental', ...words], { folder })
const configured = (text: string): string => {
  const folder = copyOfExample('planted-faults')
  put(folder, 'sevenstep.config.json', text)
  return folder
}

test('the nearest configuration wins, and alone', async () => {
  const folder = configured('{"profile": "custom", "rules": {"host-no-scheme": "off"}}')
  const far = await check(folder, '--format', 'json')
  expect(JSON.parse(far.out).subjects[0].profile).toBe('custom')
  expect(ruleIdsIn(far.out)).not.toContain('host-no-scheme')
  put(folder, 'car-rental/sevenstep.config.json', '{"profile": "independent-publisher"}')
  const near = await check(folder, '--format', 'json')
  expect(JSON.parse(near.out).subjects[0].profile).toBe('independent-publisher')
  expect(ruleIdsIn(near.out)).toContain('host-no-scheme')
})

test('severities are overridden; options win over the file', async () => {
  const folder = configured('{"rules": {"host-no-scheme": "info"}, "failOn": "never", "profile": "custom"}')
  const { code, out } = await check(folder, '--format', 'json', '--rule', 'host-no-scheme')
  expect({ code, counts: JSON.parse(out).counts }).toEqual({ code: 0, counts: { error: 0, warning: 0, info: 1 } })
  expect((await check(folder, '--fail-on', 'info', '--rule', 'host-no-scheme')).code).toBe(1)
  const { out: told } = await check(folder, '--profile', 'verified-publisher', '--format', 'json')
  expect(JSON.parse(told).subjects[0].profile).toBe('verified-publisher')
})

describe('suppressions', () => {
  const withSuppression = (entry: object): string => configured(JSON.stringify({ suppressions: [entry] }, undefined, 2))
  const rule = ['--rule', 'host-no-scheme']

  test('with a reason hide, and are counted', async () => {
    const folder = withSuppression({ rule: 'host-no-scheme', reason: 'Agreed with the gateway team.' })
    const { code, out } = await check(folder, ...rule)
    expect(code).toBe(0)
    expect(out).toContain('Not counted: 1 suppressed.')
    const sarif = (await check(folder, ...rule, '--format', 'sarif')).out
    expect(sarif).toContain('Agreed with the gateway team.')
  })

  test('hold to their last day, then the finding is back with a remark', async () => {
    const folder = withSuppression({ rule: 'host-no-scheme', reason: 'x', until: '2026-01-15' })
    expect((await check(folder, ...rule)).code).toBe(0)
    const late = await runHere(['check', 'car-rental', ...rule, '--format', 'json'], { folder, today: '2026-01-16' })
    expect(late.code).toBe(1)
    expect(ruleIdsIn(late.out)).toEqual(['host-no-scheme', 'suppression-expired'])
  })

  test('that fit nothing are told, at their line in the configuration', async () => {
    const folder = withSuppression({ rule: 'op-id-unique', file: 'other.json', reason: 'x' })
    const { out } = await check(folder, '--format', 'json')
    const remark = JSON.parse(out).subjects.at(-1)
    expect(remark).toMatchObject({
      path: 'sevenstep.config.json',
      kind: 'configuration',
      findings: [
        { ruleId: 'suppression-unused', pointer: '/suppressions/0', range: { start: { line: 3, column: 5 } } },
      ],
    })
    expect((await check(folder)).out).toContain('sevenstep.config.json:3:5\n')
  })

  test('are counted over all connectors they apply to', async () => {
    const folder = withSuppression({ rule: 'host-no-scheme', reason: 'x' })
    put(folder, 'other/apiProperties.json', '{"properties": {}}')
    const { out } = await runHere(['check', '.', '--format', 'json'], { folder })
    expect(ruleIdsIn(out)).not.toContain('suppression-unused')
  })
})

describe('a wrong configuration', () => {
  test.each([
    ['{"profile": "custom",}', 'sevenstep.config.json:1:21: is not JSON'],
    [
      '{\n  "profil": "custom"\n}',
      'sevenstep.config.json:2:3: the file: "profil" is not a setting; did you mean "profile"?',
    ],
    [
      '{"profile": "verified-publishr"}',
      '1:13: /profile: has to be one of verified-publisher, independent-publisher, custom; did you mean "verified-publisher"?',
    ],
    ['{"failOn": 1}', '1:12: /failOn: has to be one of'],
    [
      '{"rules": {"op-id-unqiue": "off"}}',
      '1:12: /rules: there is no rule "op-id-unqiue"; did you mean "op-id-unique"?',
    ],
    [
      '{"rules": {"op-id-unique": "of"}}',
      '1:28: /rules/op-id-unique: has to be one of error, warning, info, off; did you mean "off"?',
    ],
    ['{"suppressions": [{"rule": "x"}]}', '1:19: /suppressions/0: "reason" is missing.'],
    ['{"suppressions": [{"rule": "x", "reason": "y", "til": "z"}]}', '"til" is not a setting; did you mean "file"?'],
    [
      '{"suppressions": [{"rule": "x", "reason": "y", "until": "soon"}]}',
      '1:57: /suppressions/0/until: has to be a day written as YYYY-MM-DD.',
    ],
    ['[]', '1:1: the file: has to be an object.'],
    ['', '1:1: is not JSON'],
  ])('%j is wrong usage, with the place', async (text, message) => {
    const { code, out, error } = await check(configured(text))
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toContain(message)
    expect(error).not.toMatch(/^\s+at /m)
  })

  test('a folder in its place is told', async () => {
    const folder = copyOfExample('mended')
    put(folder, 'sevenstep.config.json/x', '')
    expect(await check(folder)).toMatchObject({ code: 2, error: expect.stringContaining('cannot be read') })
  })

  test('a byte-order mark is no mistake', async () => {
    expect((await check(configured('\uFEFF{"failOn": "never"}'))).code).toBe(0)
  })
})

test('--print-config says what applies and from where', async () => {
  const folder = configured('{"profile": "custom", "rules": {"host-no-scheme": "off"}, "baseline": "known.json"}')
  const { code, out } = await check(folder, '--print-config', '--skip', 'op-id-unique')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject([
    {
      path: 'car-rental',
      configuration: join(folder, 'sevenstep.config.json'),
      profile: 'custom',
      target: 'repository',
      failOn: 'error',
      rules: { 'host-no-scheme': 'off' },
      skip: ['op-id-unique'],
      baseline: join(folder, 'known.json'),
    },
  ])
})

describe('init', () => {
  test('writes a configuration that is right and changes nothing', async () => {
    const folder = copyOfExample('planted-faults')
    const before = (await check(folder)).out
    const { code, out } = await runHere(['init', '.', '--profile', 'verified-publisher'], { folder })
    expect(code).toBe(0)
    expect(out).toContain('sevenstep.config.json')
    expect(JSON.parse(readFileSync(join(folder, 'sevenstep.config.json'), 'utf8'))).toMatchObject({
      $schema: './node_modules/sevenstep/schemas/sevenstep.config.schema.json',
      profile: 'verified-publisher',
    })
    expect((await check(folder)).out).toBe(before)
  })

  test('does not write over one unless told', async () => {
    const folder = configured('{"failOn": "never"}')
    expect(await runHere(['init'], { folder })).toMatchObject({ code: 2, error: expect.stringContaining('--force') })
    expect(readFileSync(join(folder, 'sevenstep.config.json'), 'utf8')).toBe('{"failOn": "never"}')
    expect((await runHere(['init', '--force'], { folder })).code).toBe(0)
  })
})
