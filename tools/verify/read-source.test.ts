import { expect, test } from 'vitest'
import { readSource } from './read-source.ts'

test.each([
  { code: "import { a } from './a.ts'", specifier: './a.ts', typeOnly: false },
  { code: "import type { A } from './a.ts'", specifier: './a.ts', typeOnly: true },
  { code: "import 'node:fs'", specifier: 'node:fs', typeOnly: false },
  { code: "export { a } from './a.ts'", specifier: './a.ts', typeOnly: false },
  { code: "export type { A } from './a.ts'", specifier: './a.ts', typeOnly: true },
  { code: "export * from './a.ts'", specifier: './a.ts', typeOnly: false },
  { code: "const a = await import('./a.ts')", specifier: './a.ts', typeOnly: false },
  { code: "type A = import('./a.ts').A", specifier: './a.ts', typeOnly: true },
])('$code', ({ code, specifier, typeOnly }) => {
  expect(readSource('x.ts', `\n${code}\n`).uses).toEqual([{ specifier, typeOnly, line: 2 }])
})

test('an import in a string or comment is none', () => {
  expect(readSource('x.ts', `// import './a.ts'\nconst text = "import './b.ts'"`).uses).toEqual([])
})

test('functions are measured wherever their name stands', () => {
  const text = [
    'function declared() {',
    '}',
    'const arrow = () => 1',
    'class Box {',
    '  method() {',
    '    return 1',
    '  }',
    '}',
  ].join('\n')
  expect(readSource('x.ts', text).functions).toEqual([
    { name: 'declared', line: 1, lines: 2 },
    { name: 'arrow', line: 3, lines: 1 },
    { name: 'method', line: 5, lines: 3 },
  ])
})
