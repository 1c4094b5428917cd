import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { knownRuleIds } from '../src/rules/known-rules.ts'
import { otherRules } from '../src/rules/other-rules.ts'
import { runHere } from './run-command.ts'

describe('rules', () => {
  test('lists every rule with its setting', async () => {
    const { code, out } = await runHere(['rules'])
    expect(code).toBe(0)
    const ids = [...knownRuleIds(), ...(await otherRules()).map((rule) => rule.id)]
    for (const id of ids) expect(out).toContain(`  ${id} `)
    expect(out).toContain(`${ids.length} rules, set as for verified-publisher, production`)
    expect(new Set(ids).size, 'no two rules share an id').toBe(ids.length)
  })

  test.each([
    [['title max'], ['info-title-max-length']],
    [['HostNameNotValid'], ['host-no-scheme']],
    [['--severity', 'error', 'host scheme'], ['host-no-scheme']],
  ])('rules %j finds %j', async (words, ids) => {
    const { out } = await runHere(['rules', ...words, '--format', 'json'])
    expect(JSON.parse(out).map((rule: { id: string }) => rule.id)).toEqual(expect.arrayContaining(ids))
    expect(JSON.parse(out).length).toBeLessThan(20)
  })

  test('--fixable, --group and --profile filter', async () => {
    const all = JSON.parse((await runHere(['rules', '--format', 'json'])).out)
    const fixable = JSON.parse((await runHere(['rules', '--fixable', '--format', 'json'])).out)
    expect(fixable.length).toBeGreaterThan(0)
    expect(fixable.length).toBeLessThan(all.length)
    const { group } = all[0]
    const ofGroup = JSON.parse((await runHere(['rules', '--group', group, '--format', 'json'])).out)
    expect(new Set(ofGroup.map((rule: { group: string }) => rule.group))).toEqual(new Set([group]))
    expect((await runHere(['rules', '--profile', 'custom'])).out).toContain('set as for custom')
  })

  test('nothing that fits is said, and is no failure', async () => {
    expect(await runHere(['rules', 'zzzz'])).toMatchObject({ code: 0, out: expect.stringContaining('No rule fits') })
  })
})

describe('explain', () => {
  test.each([
    ['host-no-scheme', 'scheme'],
    ['HostNameNotValid', 'host-no-scheme'],
    ['hostnamenotvalid', 'host-no-scheme'],
    ['redirect-https', 'reply-url'],
    ['token-audience', 'slash'],
    ['br-operation-deleted', 'What to do:'],
  ])('%s has a page', async (name, part) => {
    const { code, out } = await runHere(['explain', name])
    expect(code).toBe(0)
    expect(out).toContain(part)
    expect(out).not.toContain('```')
  })

  test('a misspelt one is corrected', async () => {
    const { code, error } = await runHere(['explain', 'host-no-sheme'])
    expect(code).toBe(2)
    expect(error).toContain('Did you mean "host-no-scheme"?')
  })

  test('is coloured on request', async () => {
    expect((await runHere(['explain', 'host-no-scheme', '--color'])).out).toContain('\u001b[')
  })
})

describe('completion', () => {
  const completions = async (...words: string[]): Promise<string[]> => {
    const { out: script } = await runHere(['completion', 'bash'])
    const list = ['sevenstep', ...words].map((word) => `'${word}'`).join(' ')
    const ask = `\nCOMP_WORDS=(${list}); COMP_CWORD=${words.length}; _sevenstep; printf '%s\\n' "\${COMPREPLY[@]}"`
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script + ask], { encoding: 'utf8' })
    expect(stderr).toBe('')
    return stdout.trim().split('\n')
  }

  test.each([
    [['ch'], ['check']],
    [['check', '--fo'], ['--format']],
    [['check', '--format', 's'], ['sarif']],
    [['check', '--rule', 'host-no-s'], ['host-no-scheme']],
    [['explain', 'info-title-max'], ['info-title-max-length']],
    [['completion', 'z'], ['zsh']],
    [['deploy', 'p'], ['plan']],
    [['check', 'pack'], ['package.json']],
  ])('bash completes %j', async (words, expected) => {
    expect(await completions(...words)).toEqual(expect.arrayContaining(expected))
  })

  test.each(['zsh', 'fish'])('%s gets a script that its shell can read', async (shell) => {
    const { code, out } = await runHere(['completion', shell])
    expect(code).toBe(0)
    expect(out).toContain('host-no-scheme')
    const { error, status, stderr } = spawnSync(shell, ['-n'], { input: out, encoding: 'utf8' })
    // Where the shell is not installed, its script is only known to name the rules.
    if (error === undefined) expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  test('another shell is wrong usage', async () => {
    expect((await runHere(['completion', 'tcsh'])).code).toBe(2)
  })
})
