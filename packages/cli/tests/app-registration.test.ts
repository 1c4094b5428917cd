import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { root, ruleIdsIn, runHere } from './run-command.ts'

const example = 'examples/app-registration/app-manifest.json'
const mended = 'examples/app-registration/mended/app-manifest.json'
const planted = [
  'admin-consent-expected',
  'app-audience-multi-tenant',
  'app-manifest-json',
  'app-public-client-boolean',
  'credential-certificate-preferred',
  'credential-no-secret-value',
  'credential-not-expired',
  'flow-scopes-delegated',
  'implicit-tokens-off',
  'info-privacy-link',
  'info-support-link',
  'logout-url-https',
  'profile-permission',
  'publisher-domain-own',
  'redirect-https',
  'redirect-no-localhost',
  'redirect-no-wildcard',
  'scopes-least-privilege',
  'widget-scopes',
]

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sevenstep-registration-'))
  cpSync(join(root, 'examples/app-registration'), folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('check of an app registration', () => {
  test('the planted faults are found, and nothing but them', async () => {
    const { code, out, error } = await runHere(['check', example, '--format', 'json'])
    expect(code).toBe(1)
    expect(ruleIdsIn(out)).toEqual(planted)
    expect(JSON.parse(out)).toMatchObject({
      ruleSet: { name: 'sevenstep rules' },
      subjects: [{ path: example, kind: 'app registration', profile: 'production', target: 'current' }],
    })
    expect(error).toBe('')
  })

  test('the mended one has nothing', async () => {
    const { code, out, error } = await runHere(['check', mended])
    expect(code).toBe(0)
    expect(out).toContain('Nothing found in 1 app registration')
    expect(error).toBe(`${mended}: read as an app registration in Microsoft Graph format.\n`)
  })

  test.each(['sarif', 'html', 'markdown', 'junit', 'github'])(
    '%s names rules, and hides the secret',
    async (format) => {
      const { code, out } = await runHere(['check', example, '--format', format])
      expect(code).toBe(1)
      expect(out).toContain('redirect-https')
      expect(out).not.toContain('not-a-real-secret')
    },
  )

  test('SARIF describes the rules that were broken', async () => {
    const { out } = await runHere(['check', example, '--format', 'sarif'])
    const [run] = JSON.parse(out).runs
    const described = run.tool.driver.rules.filter((rule: { shortDescription?: object }) => rule.shortDescription)
    const ids = described.map((rule: { id: string }) => rule.id)
    expect(ids).toEqual(expect.arrayContaining(planted))
  })

  test('the profile, the edition and the capabilities can be given', async () => {
    const words = ['check', example, '--format', 'json', '--profile', 'development', '--edition', '2018-02']
    const { out } = await runHere([...words, '--capability', 'embed-gallery'])
    const ids = ruleIdsIn(out)
    expect(ids).not.toContain('redirect-no-localhost')
    expect(ids).not.toContain('implicit-tokens-off')
    expect(ids).not.toContain('widget-scopes')
    expect(JSON.parse(out).subjects[0]).toMatchObject({ profile: 'development', target: '2018-02' })
  })

  test('--rule, --skip, settings and suppressions work as for connectors', async () => {
    const only = await runHere(['check', example, '--format', 'json', '--rule', 'redirect-https'])
    expect(ruleIdsIn(only.out)).toEqual(['redirect-https'])
    const configuration = {
      appRegistration: { capabilities: ['embed-flows', 'read-profile'] },
      rules: { 'redirect-https': 'off', 'redirect-no-wildcard': 'error' },
      suppressions: [{ rule: 'logout-url-https', reason: 'Internal.', pointer: '/web/logoutUrl' }],
    }
    writeFileSync(join(folder, 'sevenstep.config.json'), JSON.stringify(configuration))
    const { out } = await runHere(['check', 'app-manifest.json', '--format', 'json'], { folder })
    const { findings } = JSON.parse(out).subjects[0]
    const severities = new Map(findings.map((one: { ruleId: string; severity: string }) => [one.ruleId, one.severity]))
    expect(severities.has('redirect-https')).toBe(false)
    expect(severities.get('redirect-no-wildcard')).toBe('error')
    expect(severities.has('logout-url-https')).toBe(false)
  })

  test('a baseline takes known findings out', async () => {
    const words = ['check', 'app-manifest.json', '--baseline', 'known.json']
    await runHere([...words, '--update-baseline'], { folder })
    expect((await runHere(words, { folder })).code).toBe(0)
  })

  test('--fix makes the mends that are plain, and leaves the rest of the file alone', async () => {
    const before = readFileSync(join(folder, 'app-manifest.json'), 'utf8')
    const { error } = await runHere(['check', 'app-manifest.json', '--fix'], { folder })
    expect(error).toContain('2 mends made in 1 file.')
    expect(readFileSync(join(folder, 'app-manifest.json'), 'utf8')).toBe(
      before.replace('true },\n    },', 'true }\n    },').replace('"false"', 'false'),
    )
  })

  test('--print-config shows what applies', async () => {
    const { out } = await runHere(['check', example, '--print-config'])
    expect(JSON.parse(out)).toMatchObject([
      { path: example, profile: 'production', edition: 'current', capabilities: ['embed-flows', 'read-profile'] },
    ])
  })

  test.each([
    [['check', example, '--capability', 'embed-flow'], 'Did you mean "embed-flows"?'],
    [['check', example, '--profile', 'custom'], 'The profile "custom" fits nothing that was found.'],
    [['check', 'examples/mended', '--profile', 'production'], 'The profile "production" fits nothing that was found.'],
    [['check', 'examples/mended', '--edition', '2018-02'], '--edition fits nothing that was found.'],
    [['check', 'examples/mended', '--capability', 'embed-flows'], '--capability fits nothing that was found.'],
    [['check', example, '--rule', 'redirect-http'], 'Did you mean "redirect-https"?'],
    [['diff', example, mended], 'is an app registration in Microsoft Graph format.'],
  ])('%j is a slip', async (words, said) => {
    const { code, error } = await runHere(words)
    expect(error).toContain(said)
    expect(code).toBe(2)
  })

  test('beside a connector, each is judged in its own words', async () => {
    const { out } = await runHere(['check', mended, 'examples/mended', '--format', 'json'])
    expect(JSON.parse(out).subjects.map(({ kind }: { kind: string }) => kind)).toEqual([
      'app registration',
      'connector',
    ])
  })

  test('a file in UTF-16, as Windows writes it, is read', async () => {
    const text = readFileSync(join(root, mended), 'utf8')
    writeFileSync(join(folder, 'wide.json'), Buffer.from(`\ufeff${text}`, 'utf16le'))
    const { code, out } = await runHere(['check', 'wide.json'], { folder })
    expect(out).toContain('Nothing found in 1 app registration')
    expect(code).toBe(0)
  })
})
