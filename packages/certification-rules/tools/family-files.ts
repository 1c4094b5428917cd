import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

const room = 'packages/certification-rules'

/** The family files: those with a page of the same name beside them. */
export function familyFiles(root: string): { name: string; path: string; page: string }[] {
  const rules = join(root, room, 'src/rules')
  return readdirSync(rules, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && existsSync(join(rules, path.replace(/\.ts$/, '.md'))))
    .sort()
    .map((path) => ({ name: camelCase(basename(path, '.ts')), path, page: join(rules, path.replace(/\.ts$/, '.md')) }))
}

function camelCase(kebab: string): string {
  return kebab.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
