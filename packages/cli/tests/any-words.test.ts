import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copyOfExample, put, runHere } from './run-command.ts'

const words = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...['check', 'diff', 'rules', 'explain', 'init', 'completion', 'car-rental', '.', '--', '-h', '--format', 'json'],
      ...[
        'sarif',
        '--rule',
        'host-no-scheme',
        '--skip',
        '--fail-on',
        'info',
        '--profile',
        'custom',
        '--quiet',
        '--fix',
      ],
      ...['--dry-run', '--baseline', '--output', 'x.json', '--elsewhere', '--print-config', '--color', 'bash', '--all'],
      ...['HEAD:car-rental', 'car-rental/apiProperties.json', '__proto__', '--timing', '--update-baseline', '--force'],
    ),
    fc.string(),
  ),
  { maxLength: 6 },
)

test('no command line is a fault of ours', async () => {
  const folder = copyOfExample('planted-faults')
  await fc.assert(
    fc.asyncProperty(words, async (given) => {
      const { code, error } = await runHere(given, { folder })
      expect([0, 1, 2, 3], error).toContain(code)
    }),
    { numRuns: 300 },
  )
})

test('no configuration is a fault of ours', async () => {
  const folder = copyOfExample('planted-faults')
  const setting = fc.constantFrom(
    'profile',
    'rules',
    'suppressions',
    'baseline',
    'elsewhere',
    'failOn',
    '__proto__',
    '$schema',
  )
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    fc.dictionary(setting, fc.jsonValue()).map((value) => JSON.stringify(value)),
  )
  await fc.assert(
    fc.asyncProperty(text, async (given) => {
      put(folder, 'sevenstep.config.json', given)
      const { code, error } = await runHere(['check', 'car-rental'], { folder })
      expect([0, 1, 2], error).toContain(code)
    }),
    { numRuns: 300 },
  )
})
