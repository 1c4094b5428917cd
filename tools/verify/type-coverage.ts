import { matchesGlob, posix } from 'node:path'
import type { Problem } from './problem.ts'
import { type Room, workspaceDependencies } from './workspace.ts'

/** The fields of a tsconfig.json that decide which files are checked with which. */
export interface TypeScriptProject {
  readonly include?: readonly string[]
  readonly references?: readonly { readonly path: string }[]
}

/** What `checkTypeCoverage` looks at. */
export interface TypeCoverageInput {
  readonly rooms: readonly Room[]
  /** tsconfig.json of the root (folder `''`) and of each package that has one, by folder. */
  readonly projects: ReadonlyMap<string, TypeScriptProject>
  /** Patterns of tsconfig.tests.json. */
  readonly testPatterns: readonly string[]
  /** Every TypeScript file of the packages, from the repository's root. */
  readonly files: readonly string[]
}

/** Checks that no file escapes the type check, and that a build from nothing takes the packages in the right order. */
export function checkTypeCoverage({ rooms, projects, testPatterns, files }: TypeCoverageInput): Problem[] {
  const built = rooms.filter(({ folder }) => projects.has(folder))
  const fromRoot = referencedFolders('', projects.get(''))
  const forgotten = built
    .filter(({ folder }) => !fromRoot.has(folder))
    .map(({ folder }) => missingReference('', folder))
  const unordered = built.flatMap(({ folder, manifest }) => {
    const referenced = referencedFolders(folder, projects.get(folder))
    return workspaceDependencies(manifest)
      .flatMap((name) => built.filter((room) => room.manifest.name === name))
      .filter((needed) => !referenced.has(needed.folder))
      .map((needed) => missingReference(folder, needed.folder))
  })
  const unchecked = files.filter(
    (file) =>
      !built.some(({ folder }) => isIncluded(file, folder, projects.get(folder))) &&
      !testPatterns.some((pattern) => matchesGlob(file, pattern)),
  )
  return [...forgotten, ...unordered, ...unchecked.map(uncheckedFile)]
}

function referencedFolders(folder: string, project: TypeScriptProject | undefined): Set<string> {
  return new Set((project?.references ?? []).map(({ path }) => posix.join(folder, path).replace(/\/$/, '')))
}

/** A package's own project leaves its tests out; those have to be among the patterns for tests. */
function isIncluded(file: string, folder: string, project: TypeScriptProject | undefined): boolean {
  if (!file.startsWith(`${folder}/`) || /\.test\.tsx?$/.test(file)) return false
  return (project?.include ?? []).some(
    (pattern) => file.startsWith(`${folder}/${pattern}/`) || matchesGlob(file, `${folder}/${pattern}`),
  )
}

function missingReference(folder: string, needed: string): Problem {
  const path = posix.relative(folder, needed)
  return {
    file: folder === '' ? 'tsconfig.json' : `${folder}/tsconfig.json`,
    what: `${needed} is not among the references.`,
    why:
      folder === ''
        ? 'A package that the root does not refer to is not type-checked.'
        : 'It is in the package.json; without a reference a build from nothing may take the two in the wrong order.',
    fix: `Add { "path": "${path}" } to "references".`,
  }
}

function uncheckedFile(file: string): Problem {
  return {
    file,
    what: 'No project type-checks this file.',
    why: 'It would go wrong unseen until somebody runs it.',
    fix: 'Move it below a folder that is checked, or add its folder to "include" in tsconfig.tests.json.',
  }
}
