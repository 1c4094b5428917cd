import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { camelCase, familyFiles, loadFamilies } from './family-files.ts'
import { familiesModule, pagesModule } from './modules.ts'
import { pageSections, pageText } from './page-text.ts'

const root = mkdtempSync(join(tmpdir(), 'rule-engine-'))

beforeAll(() => {
  const rules = join(root, 'room/src/rules')
  mkdirSync(join(rules, 'b'), { recursive: true })
  const files = {
    'b/two-words.mjs': '',
    'b/two-words.ts': 'export const twoWords = { id: "two-words" }\n',
    'b/two-words.md': '# Words\n\nAll words.\n\n## `two`\n\nTwo.\n\n### Wrong\n\nOne.\n',
    'b/helper.ts': 'export {}\n',
    'alone.md': 'no family of that name',
    'a.ts': 'export const other = {}\n',
    'a.md': '# A\n',
  }
  for (const [path, content] of Object.entries(files)) writeFileSync(join(rules, path), content)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('families are the files with a page beside them, in the order of their paths', () => {
  expect(familyFiles(root, 'room').map(({ name, path }) => `${name} ${path}`)).toEqual([
    'a a.ts',
    'twoWords b/two-words.ts',
  ])
  expect(camelCase('two-words-2')).toBe('twoWords2')
})

test('a file that does not export what it is named for is told', async () => {
  const [wrong, right] = familyFiles(root, 'room')
  expect(await loadFamilies(right === undefined ? [] : [right])).toEqual([{ id: 'two-words' }])
  await expect(loadFamilies(wrong === undefined ? [] : [wrong])).rejects.toThrow(
    'exports no "a": name the export after the file.',
  )
})

test('the modules are what a package imports', () => {
  const files = familyFiles(root, 'room')
  expect(familiesModule(files, 'import type { RuleFamily } from "x"')).toContain(
    'export const ruleFamilies: readonly RuleFamily[] = [a, twoWords]',
  )
  expect(familiesModule(files, '', 'others')).toContain('export const others: readonly RuleFamily[]')
  expect(pagesModule([{ id: 'a', text: 'It’s "A".\n' }])).toContain('  "a": "It’s \\"A\\".\\n",')
})

test('a page holds what its author wrote, severities and evidence', () => {
  const section = pageSections(familyFiles(root, 'room')).get('two')
  const rule = {
    id: 'two',
    group: 'g',
    title: 'Two words.',
    settings: {},
    messages: {
      found: { what: 'The word {word} is there {count} times.', why: 'One is enough.', fix: 'Strike the others.' },
      near: {
        what: 'It is near {first}, {second}.',
        why: 'It reads badly.',
        fix: 'Move {first}. "words move{options}" does it.',
      },
    },
    codes: [],
    sources: [],
    documentation: '',
  }
  const parts = {
    severityHeading: 'profile',
    severities: [
      ['shop', 'error', 'it is so'],
      ['lab', 'warning', 'it is so'],
    ] as const,
    milder: { near: 'info' },
    evidence: ['- Read somewhere.'],
  }
  const text = pageText({ ...rule, mend: 'proposed' }, section, parts)
  expect(text).toContain('# `two`\n\nTwo words.\n\nA mend is proposed; a person decides.\n\n## What is found')
  expect(text).toContain('- The word … is there … times.\n  - why: One is enough.\n  - fix: Strike the others.\n')
  expect(text).toContain(
    '- It is near …. (info)\n  - why: It reads badly.\n  - fix: Move …. "words move" does it.\n\nTwo.\n\n## Wrong\n\nOne.\n',
  )
  expect(text).toContain('## Where it belongs\n\nAll words.\n')
  expect(text).toContain(
    '| profile | severity | because |\n| --- | --- | --- |\n| shop | error | it is so |\n| lab | warning | it is so |\n',
  )
  expect(text).toContain('## Evidence\n\n- Read somewhere.\n')

  const [first] = parts.severities
  const plain = pageText(rule, undefined, { ...parts, severities: [first, ['lab', 'error', 'it is so']] })
  expect(plain).toContain('## Severity\n\nerror for every profile: it is so.\n')
  expect(plain).not.toContain('## Where it belongs')
})
