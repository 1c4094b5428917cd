import { posix } from 'node:path'
import type { Problem } from './problem.ts'
import type { SourceFile } from './read-source.ts'
import type { RoomRule } from './rooms.ts'
import { type Room, workspaceDependencies } from './workspace.ts'

/**
 * Checks that packages know of each other only what `rules` allows: in package.json, in import statements, through
 * the `exports` map and never by a path into another package's folder.
 */
export function checkImportDirection(
  rooms: readonly Room[],
  sources: readonly SourceFile[],
  rules: Readonly<Record<string, RoomRule>>,
): Problem[] {
  return rooms.flatMap((room) => {
    const rule = rules[room.manifest.name]
    if (rule === undefined) return [roomWithoutRule(room)]
    const own = sources.filter((source) => source.path.startsWith(`${room.folder}/`))
    return [
      ...checkManifest(room, rule),
      ...own.flatMap((source) => source.uses.flatMap((use) => checkUse(room, rule, rooms, source.path, use))),
    ]
  })
}

function roomWithoutRule(room: Room): Problem {
  return {
    file: `${room.folder}/package.json`,
    what: `${room.manifest.name} has no arrows.`,
    why: 'A package whose place is not written down can grow imports in any direction.',
    fix: 'Say in tools/verify/rooms.ts which packages it may import.',
  }
}

function checkManifest(room: Room, rule: RoomRule): Problem[] {
  return workspaceDependencies(room.manifest)
    .filter((name) => !rule.mayImport.includes(name))
    .map((name) => wrongArrow(room, name, `${room.folder}/package.json`))
}

function checkUse(
  room: Room,
  rule: RoomRule,
  rooms: readonly Room[],
  file: string,
  use: { specifier: string; line: number },
): Problem[] {
  if (use.specifier.startsWith('.')) return checkRelative(room, rooms, file, use)
  const target = rooms.find(({ manifest: { name } }) => use.specifier === name || use.specifier.startsWith(`${name}/`))
  if (target === undefined || target === room) return []
  const name = target.manifest.name
  if (!rule.mayImport.includes(name)) return [wrongArrow(room, name, file, use.line)]
  const problems: Problem[] = []
  if (!workspaceDependencies(room.manifest).includes(name)) {
    problems.push({
      file,
      line: use.line,
      what: `${name} is imported but not asked for in ${room.folder}/package.json.`,
      why: 'It resolves here by accident and is missing once the package is installed elsewhere.',
      fix: `Add "${name}": "workspace:*" to the dependencies (devDependencies if only tests use it).`,
    })
  }
  const entry = use.specifier === name ? '.' : `.${use.specifier.slice(name.length)}`
  if (target.manifest.exports?.[entry] === undefined) {
    problems.push({
      file,
      line: use.line,
      what: `${use.specifier} is not an entry of ${name}.`,
      why: 'The exports map is the only door into a package; what lies behind it may move any day.',
      fix: `Import what you need from ${name}, or have it exported there.`,
    })
  }
  return problems
}

function checkRelative(
  room: Room,
  rooms: readonly Room[],
  file: string,
  use: { specifier: string; line: number },
): Problem[] {
  const target = posix.normalize(posix.join(posix.dirname(file), use.specifier))
  if (target.startsWith(`${room.folder}/`)) return []
  const entered = rooms.find(({ folder }) => target.startsWith(`${folder}/`))
  if (entered === undefined && file.endsWith('.config.ts')) return []
  return [
    {
      file,
      line: use.line,
      what: `${use.specifier} leads out of ${room.folder}.`,
      why: 'A path into another folder goes past its exports map and is not shipped with the package.',
      fix:
        entered === undefined ? 'Move the file into the package.' : `Import it by name from ${entered.manifest.name}.`,
    },
  ]
}

function wrongArrow(room: Room, name: string, file: string, line?: number): Problem {
  return {
    file,
    ...(line === undefined ? {} : { line }),
    what: `${room.manifest.name} may not know ${name}.`,
    why: 'Imports point down along the arrows of docs/architecture.md, so that each package can be used without those above it.',
    fix: 'Pass what is needed in as a fact from above, or move the code; if the wall stands wrong, change tools/verify/rooms.ts and say why in docs/architecture.md.',
  }
}
