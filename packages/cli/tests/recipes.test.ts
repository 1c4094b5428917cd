import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { bin, copyOfExample, put, root } from './run-command.ts'

const folder = join(root, 'docs/recipes')
const recipes = readdirSync(folder).filter((name) => name.endsWith('.md'))
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8')
const blocksIn = (name: string, language: string): string[] =>
  [...textOf(name).matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text = '']) => text)

/** Every call of the command in a recipe, wherever it stands: in a step, a hook or a shell block. */
function commandsIn(name: string): string[] {
  return [...textOf(name).matchAll(/npx (sevenstep [^\n`]+)/g)].map(([, command = '']) => command)
}

/** A repository like the recipes': the example in `connectors/car-rental`, committed, and `npx` that finds the build. */
function repository(example: 'planted-faults' | 'mended'): { place: string; environment: Record<string, string> } {
  const place = copyOfExample(example)
  mkdirSync(join(place, 'connectors'))
  cpSync(join(place, 'car-rental'), join(place, 'connectors/car-rental'), { recursive: true })
  put(place, 'tools/npx', `#!/bin/sh\nshift\nexec "${process.execPath}" "${bin}" "$@"\n`)
  const environment = { PATH: `${join(place, 'tools')}:${process.env.PATH ?? ''}`, HOME: place }
  const git = 'git -c user.name=a -c user.email=a@b.c -c commit.gpgsign=false'
  const script = `chmod +x tools/npx; git init -q . && git add connectors && ${git} commit -qm One`
  const { status, stderr } = spawnSync('bash', ['-c', script], { cwd: place, encoding: 'utf8', env: environment })
  expect(status, stderr).toBe(0)
  return { place, environment }
}

test('there is a recipe for each place', () => {
  expect(recipes.sort()).toEqual(['ci-other.md', 'editors.md', 'github-actions.md', 'pre-commit.md'])
})

describe.each(recipes)('%s', (name) => {
  test('holds YAML and JSON that can be read', () => {
    for (const text of blocksIn(name, 'yaml')) expect(parse(text)).toBeTypeOf('object')
    for (const text of blocksIn(name, 'json')) expect(JSON.parse(text)).toBeTypeOf('object')
  })

  test.each(commandsIn(name).filter((command) => !command.includes('--watch')))('runs: %s', (command) => {
    const { place, environment } = repository('mended')
    const outcome = spawnSync('bash', ['-c', `npx ${command}`], { cwd: place, encoding: 'utf8', env: environment })
    expect(outcome.status, outcome.stderr).toBe(0)
    const [, output] = /--output (\S+)/.exec(command) ?? []
    if (output !== undefined) expect(existsSync(join(place, output))).toBe(true)
  })

  test('names no option that does not exist', () => {
    for (const command of commandsIn(name)) {
      const [, verb = ''] = command.split(' ')
      const help = spawnSync(process.execPath, [bin, verb, '--help'], { encoding: 'utf8' }).stdout
      for (const [option] of command.matchAll(/--[a-z-]+/g)) expect(help).toContain(option)
    }
  })
})

test('the workflow hands in what it found, then fails on it', () => {
  const { place, environment } = repository('planted-faults')
  const steps: { name?: string; run?: string }[] = parse(blocksIn('github-actions.md', 'yaml')[0] ?? '').jobs.check
    .steps
  const run = (step: string): number | null =>
    spawnSync('bash', ['-c', steps.find(({ name }) => name === step)?.run ?? 'false'], { cwd: place, env: environment })
      .status
  expect(run('Check')).toBe(0)
  expect(JSON.parse(readFileSync(join(place, 'connectors.sarif'), 'utf8')).runs[0].results.length).toBeGreaterThan(10)
  expect(run('Judge')).toBe(1)
})

test('the git hook stops a commit with errors, and lets others pass', () => {
  const hook = blocksIn('pre-commit.md', 'sh').find((text) => text.startsWith('#!/bin/sh')) ?? ''
  const { place, environment } = repository('planted-faults')
  const commit = (): number | null =>
    spawnSync(
      'bash',
      ['-c', 'git add -A . && git -c user.name=a -c user.email=a@b.c -c commit.gpgsign=false commit -qm Two'],
      {
        cwd: place,
        env: environment,
      },
    ).status
  put(place, '.git/hooks/pre-commit', hook)
  spawnSync('chmod', ['+x', join(place, '.git/hooks/pre-commit')])
  put(place, 'notes.txt', 'x')
  expect(commit()).toBe(0)
  put(place, 'connectors/car-rental/readme.md', '# Nothing\n')
  expect(commit()).toBe(1)
})

test('the schemas that the editor is pointed to exist', () => {
  const [settings = '{}'] = blocksIn('editors.md', 'json')
  const schemas: { url: string }[] = JSON.parse(settings)['json.schemas']
  expect(schemas).toHaveLength(3)
  for (const { url } of schemas) {
    const path = url
      .replace('./node_modules/@sevenstep/', 'packages/')
      .replace('./node_modules/sevenstep/', 'packages/cli/')
    expect(JSON.parse(readFileSync(join(root, path), 'utf8')).type ?? 'object', url).toBe('object')
  }
})
