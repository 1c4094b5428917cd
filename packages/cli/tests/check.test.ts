import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { copyOfExample, folderWith, put, ruleIdsIn, runHere } from './run-command.ts'

const planted = 'examples/planted-faults'
const mended = 'examples/mended'

describe('exit codes', () => {
  test.each([
    [[mended], 0],
    [[planted], 1],
    [[planted, '--fail-on', 'never'], 0],
    [[planted, '--rule', 'readme-known-issues'], 0],
    [[planted, '--rule', 'readme-known-issues', '--fail-on', 'warning'], 1],
    [[mended, '--fail-on', 'info'], 1],
    [[mended, '--fail-on', 'maybe'], 2],
    [[mended, '--profil', 'custom'], 2],
    [[], 2],
    [['no-such-folder'], 3],
    [[mended, 'no-such-folder'], 3],
  ])('check %j ends with %i', async (words, code) => {
    expect((await runHere(['check', ...words])).code).toBe(code)
  })

  test.each([[['--help']], [['check', '--help']], [['--version']]])('%j is fine', async (words) => {
    const { code, out, error } = await runHere(words)
    expect({ code, error, isEmpty: out === '' }).toEqual({ code: 0, error: '', isEmpty: false })
  })

  test('no command prints the help and is a mistake; a misspelt one is corrected', async () => {
    expect(await runHere([])).toMatchObject({ code: 2, out: '', error: expect.stringContaining('Usage: sevenstep') })
    expect(await runHere(['chekc'])).toMatchObject({ code: 2, error: expect.stringContaining('Did you mean check?') })
    expect(await runHere(['check', mended, '--profil', 'custom'])).toMatchObject({
      code: 2,
      error: expect.stringContaining('Did you mean --profile?'),
    })
  })
})

describe('rules that run', () => {
  test('--rule runs these only, also ones that are off', async () => {
    const { out } = await runHere(['check', planted, '--rule', 'style-no-hard-tabs,host-no-scheme', '--format', 'json'])
    expect(ruleIdsIn(out)).toEqual(['host-no-scheme'])
    const folder = folderWith({
      'a/apiDefinition.swagger.json': '{\n\t"swagger": "2.0",\n\t"info": {}, "paths": {}\n}\n',
    })
    const off = await runHere(['check', 'a', '--rule', 'style-no-hard-tabs', '--format', 'json'], { folder })
    expect(ruleIdsIn(off.out)).toEqual(['style-no-hard-tabs'])
    expect(JSON.parse(off.out).counts).toMatchObject({ error: 0, warning: 0, info: 1 })
  })

  test('--skip leaves rules out', async () => {
    const { out } = await runHere([
      'check',
      planted,
      '--skip',
      'host-no-scheme',
      '--skip',
      'op-id-unique',
      '--format',
      'json',
    ])
    const ids = ruleIdsIn(out)
    expect(ids).not.toContain('host-no-scheme')
    expect(ids).not.toContain('op-id-unique')
    expect(ids).toContain('info-title-max-length')
  })

  test.each(['--rule', '--skip'])('%s of an unknown rule is corrected', async (option) => {
    const { code, error } = await runHere(['check', mended, option, 'op-id-uniqe'])
    expect(code).toBe(2)
    expect(error).toContain('Did you mean "op-id-unique"?')
  })

  test('--profile and --target are obeyed and told', async () => {
    const { out } = await runHere(['check', mended, '--profile', 'custom', '--target', 'package', '--format', 'json'])
    expect(JSON.parse(out).subjects[0]).toMatchObject({ profile: 'custom', target: 'package' })
  })

  test('--timing says on stderr how long families took, and leaves stdout as it is', async () => {
    const plain = await runHere(['check', planted])
    const timed = await runHere(['check', planted, '--timing'])
    expect(timed.out).toBe(plain.out)
    expect(timed.error).toMatch(/Time per family[\s\S]+\d+\.\d\d +\d+ % +host-/)
  })

  test('--elsewhere: a file that is kept elsewhere is not missed', async () => {
    const folder = folderWith({
      'certified-connectors/Fleet/apiDefinition.swagger.json': '{}',
      'list.json': JSON.stringify({
        connectors: [{ folder: 'certified-connectors/Fleet', notCopied: ['apiProperties.json', 'readme.md'] }],
      }),
    })
    const words = ['check', 'certified-connectors', '--format', 'json']
    const without = ruleIdsIn((await runHere(words, { folder })).out)
    const withList = ruleIdsIn((await runHere([...words, '--elsewhere', 'list.json'], { folder })).out)
    expect(without.filter((id) => !withList.includes(id))).not.toEqual([])
    expect(withList.filter((id) => !without.includes(id))).toEqual([])
    put(folder, 'list.json', '[]')
    expect(await runHere([...words, '--elsewhere', 'list.json'], { folder })).toMatchObject({
      code: 2,
      error: expect.stringContaining('no list "connectors"'),
    })
  })
})

describe('single files', () => {
  test('a lone definition is checked, and no other file is missed', async () => {
    const { code, out } = await runHere([
      'check',
      `${planted}/car-rental/apiDefinition.swagger.json`,
      '--format',
      'json',
    ])
    expect(code).toBe(1)
    expect(JSON.parse(out).subjects[0].kind).toBe('file')
    expect(ruleIdsIn(out).filter((id) => /^(icon|readme|file-.*required|props)-/.test(id))).toEqual([])
  })

  test('a definition under another name is recognised', async () => {
    const folder = folderWith({
      'rental.json': readFileSync('../../examples/mended/car-rental/apiDefinition.swagger.json'),
    })
    expect((await runHere(['check', 'rental.json', '--format', 'json'], { folder })).out).toContain('"kind": "file"')
  })
})

describe('baseline', () => {
  test('known findings no longer count, wherever the command runs; new ones do', async () => {
    const folder = copyOfExample('planted-faults')
    const made = await runHere(['check', 'car-rental', '--baseline', 'known.json', '--update-baseline'], { folder })
    expect(made.code).toBe(0)
    expect(made.error).toContain('Wrote known.json.')
    const again = await runHere(['check', './car-rental', '--baseline', 'known.json', '--fail-on', 'info'], { folder })
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('known from the baseline') })
    const inside = await runHere(['check', '.', '--baseline', '../known.json', '--fail-on', 'info'], {
      folder: join(folder, 'car-rental'),
    })
    expect(inside.code).toBe(0)
    const path = join(folder, 'car-rental/apiDefinition.swagger.json')
    put(folder, 'car-rental/apiDefinition.swagger.json', readFileSync(path, 'utf8').replace('"2.0"', '"3.0"'))
    expect((await runHere(['check', 'car-rental', '--baseline', 'known.json'], { folder })).code).toBe(1)
  })

  test('says when known findings are gone, and what to do', async () => {
    const folder = copyOfExample('planted-faults')
    await runHere(['check', 'car-rental', '--baseline', 'known.json', '--update-baseline'], { folder })
    const path = 'car-rental/apiDefinition.swagger.json'
    put(folder, path, readFileSync(join(folder, path), 'utf8').replace('https://api.', 'api.'))
    const { error } = await runHere(['check', 'car-rental', '--baseline', 'known.json'], { folder })
    expect(error).toBe('1 known finding is gone; --update-baseline takes it out of known.json.\n')
  })

  test('a configuration can name it, relative to itself', async () => {
    const folder = copyOfExample('planted-faults')
    put(folder, 'sevenstep.config.json', '{"baseline": "known.json"}')
    expect((await runHere(['check', 'car-rental'], { folder })).error).toContain('There is no baseline known.json.')
    const deep = { folder: join(folder, 'car-rental') }
    expect((await runHere(['check', '.', '--update-baseline'], deep)).code).toBe(0)
    expect(existsSync(join(folder, 'known.json'))).toBe(true)
    expect((await runHere(['check', 'car-rental'], { folder })).code).toBe(0)
  })

  test.each([
    [['--baseline', 'none.json'], 'There is no baseline none.json.'],
    [['--update-baseline'], '--update-baseline needs a baseline.'],
    [['--baseline', 'car-rental/readme.md'], 'car-rental/readme.md is no baseline.'],
    [['--baseline', 'car-rental'], 'car-rental is no baseline.'],
  ])('%j is wrong usage', async (words, message) => {
    const folder = copyOfExample('mended')
    const { code, error } = await runHere(['check', 'car-rental', ...words], { folder })
    expect(code).toBe(2)
    expect(error).toContain(`sevenstep: ${message}`)
  })
})
