import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type GeneratedFile, replaceGenerated } from './generated-file.ts'

const example = 'examples/planted-faults'

/** The README's first screen: the command and what it really prints. Nothing before the command line is built. */
export function generateReadmeOutput(root: string): GeneratedFile[] {
  const bin = join(root, 'packages/cli/bin/sevenstep.js')
  if (!existsSync(join(root, 'packages/cli/dist/main.js')) || !existsSync(join(root, example))) return []
  const words = ['check', example, '--quiet', '--color', 'never']
  const { stdout } = spawnSync(process.execPath, [bin, ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '100' },
  })
  const block = ['```', `$ npx --no-install sevenstep ${words.slice(0, 3).join(' ')}`, stdout.trimEnd(), '```'].join(
    '\n',
  )
  return [
    {
      path: 'README.md',
      content: replaceGenerated(readFileSync(join(root, 'README.md'), 'utf8'), 'example-output', block),
    },
  ]
}
