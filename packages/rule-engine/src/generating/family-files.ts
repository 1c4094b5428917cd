import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { TestedFamily } from '../testing/tested-room.ts'

/** A family's file as it stands in a room. */
export interface FamilyFile {
  /** The name of the family's export: the file's name in camel case. */
  readonly name: string
  /** Relative to the room's `src/rules`, with `/` between folders. */
  readonly path: string
  /** Absolute path of the page beside it. */
  readonly page: string
}

/** The family files of a room, sorted: those below `src/rules` with a page of the same name beside them. */
export function familyFiles(root: string, room: string): readonly FamilyFile[] {
  const rules = join(root, room, 'src/rules')
  return readdirSync(rules, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && existsSync(pageOf(join(rules, path))))
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ name: camelCase(basename(path, '.ts')), path, page: pageOf(join(rules, path)) }))
}

/**
 * The families as their files stand now; a generated list may be older.
 *
 * @throws Error when a file does not export the family it is named for.
 */
export async function loadFamilies<Family extends Pick<TestedFamily, 'id'>>(
  files: readonly FamilyFile[],
): Promise<readonly Family[]> {
  return Promise.all(
    files.map(async ({ name, page }) => {
      const path = page.replace(/\.md$/, '.ts')
      // What such a file exports under its own name is a family; the tables test every one of them.
      const module: Readonly<Record<string, Family>> = await import(path)
      const family = module[name]
      if (family === undefined) throw new Error(`${path} exports no "${name}": name the export after the file.`)
      return family
    }),
  )
}

/** The name of a family's export, from the family's id. */
export function camelCase(kebab: string): string {
  return kebab.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function pageOf(path: string): string {
  return path.replace(/\.ts$/, '.md')
}
