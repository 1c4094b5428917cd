import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { knownRuleIds } from '../src/rules/known-rules.ts'
import { root, ruleIdsIn, runHere } from './run-command.ts'

const planted = [
  'ext-visibility-value',
  'file-json-valid',
  'host-no-scheme',
  'icon-size',
  'icon-square',
  'info-contact-email-valid',
  'info-title-max-length',
  'info-title-restricted-words',
  'metadata-categories-known',
  'op-id-unique',
  'op-summary-not-operation-id',
  'param-description-required',
  'param-x-ms-summary-required',
  'props-brand-color-hex',
  'props-stack-owner-required',
  'readme-known-issues',
  'response-schema-not-empty',
  'schema-ref-resolves',
  'webhook-notification-url-present',
]

test('the planted faults are found, and nothing but them', async () => {
  const words = ['check', 'examples/planted-faults', '--profile', 'verified-publisher', '--format', 'json']
  const { code, out } = await runHere([...words, '--skip', 'file-intro-required-verified'])
  expect(code).toBe(1)
  expect(ruleIdsIn(out)).toEqual(planted.filter((id) => knownRuleIds().has(id)))
})

test('the mended connector has no errors and no warnings', async () => {
  const { code, out } = await runHere(['check', 'examples/mended', '--format', 'json'])
  expect(JSON.parse(out)).toMatchObject({
    counts: { error: 0, warning: 0 },
    subjects: [{ path: 'examples/mended/car-rental', profile: 'verified-publisher' }],
  })
  expect(code).toBe(0)
})

const schema = JSON.parse(readFileSync(join(root, 'packages/cli/schemas/sevenstep.config.schema.json'), 'utf8'))
const validate = new Ajv({ strict: false }).compile(schema)

test('the configurations that are shown fit the published schema', async () => {
  const example = readFileSync(join(root, 'examples/mended/sevenstep.config.json'), 'utf8')
  expect(validate(JSON.parse(example)), JSON.stringify(validate.errors)).toBe(true)
  const readme = readFileSync(join(root, 'packages/cli/README.md'), 'utf8')
  const blocks = [...readme.matchAll(/```json\n(\{\n {2}"\$schema"[\s\S]*?)```/g)].map(([, text = '']) => text)
  expect(blocks.length).toBeGreaterThan(0)
  for (const block of blocks) expect(validate(JSON.parse(block)), JSON.stringify(validate.errors)).toBe(true)
})

test.each([
  { profil: 'custom' },
  { profile: 'verified' },
  { rules: { 'op-id-unique': 'warn' } },
  { suppressions: [{ rule: 'op-id-unique' }] },
  { suppressions: [{ rule: 'op-id-unique', reason: 'x', until: 'soon' }] },
  { elsewhere: [{ folder: 'a' }] },
  { failOn: true },
])('the schema refuses the slip %j', (slip) => {
  expect(validate(slip)).toBe(false)
})
