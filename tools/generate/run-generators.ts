import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Problem } from '../verify/problem.ts'
import { readRooms } from '../verify/workspace.ts'
import { generateArchitectureDrawing } from './architecture-drawing.ts'
import type { GeneratedFile, Generator } from './generated-file.ts'
import { generateReadmeOutput } from './readme-output.ts'

/** Makes every generated file anew, in memory: those of the tools and of each package's `tools/generate.ts`. */
export async function runGenerators(root: string): Promise<GeneratedFile[]> {
  const generators = [generateArchitectureDrawing, generateReadmeOutput, ...(await packageGenerators(root))]
  const files = (await Promise.all(generators.map((generate) => generate(root)))).flat()
  return files.map((file) => ({ ...file, content: formatted(root, file) }))
}

/** Says which generated files in the repository are not what their generator makes now. */
export function findStale(files: readonly GeneratedFile[], read: (path: string) => string | undefined): Problem[] {
  return files.flatMap(({ path, content }) => {
    const present = read(path)
    if (present === content) return []
    return [
      {
        file: path,
        what: present === undefined ? 'The generated file is missing.' : 'The generated file is out of date.',
        why: 'It is made from other files, which have changed since; readers would be told what is no longer true.',
        fix: 'Run "pnpm generate" and commit what it writes.',
      },
    ]
  })
}

/** The text of a file of the repository, or undefined where there is none. */
export function readExisting(root: string, path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined
}

/** Writes one generated file, with the folders above it. */
export function writeGenerated(root: string, { path, content }: GeneratedFile): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

async function packageGenerators(root: string): Promise<Generator[]> {
  const modules = readRooms(root)
    .map(({ folder }) => `${folder}/tools/generate.ts`)
    .filter((path) => existsSync(join(root, path)))
  return Promise.all(
    modules.map(async (path) => {
      const module: { generate?: unknown } = await import(pathToFileURL(join(root, path)).href)
      if (typeof module.generate !== 'function') {
        throw new Error(
          `${path} exports no function "generate(root)": it has to return the files as { path, content }.`,
        )
      }
      // A package cannot import the type from here, so its shape is checked by what happens to the files it returns.
      return module.generate as Generator
    }),
  )
}

function formatted(root: string, { path, content }: GeneratedFile): string {
  if (!/\.(ts|js|mjs|json)$/.test(path)) return content
  const biome = spawnSync('biome', ['format', `--stdin-file-path=${path}`], {
    cwd: root,
    input: content,
    encoding: 'utf8',
  })
  if (biome.status !== 0) throw new Error(`${path} was generated but cannot be formatted: ${biome.stderr}`)
  return biome.stdout
}
