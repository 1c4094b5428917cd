import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Room, readRooms, workspaceDependencies } from '../verify/workspace.ts'
import { type GeneratedFile, replaceGenerated } from './generated-file.ts'

/** The drawing in docs/architecture.md: every package of the workspace and what its package.json asks for. */
export function generateArchitectureDrawing(root: string): GeneratedFile[] {
  const path = 'docs/architecture.md'
  return [
    { path, content: replaceGenerated(readFileSync(join(root, path), 'utf8'), 'rooms', drawRooms(readRooms(root))) },
  ]
}

/** A Mermaid graph; an arrow means "imports". The tools are left out: nothing of them reaches a user. */
export function drawRooms(rooms: readonly Room[]): string {
  const drawn = rooms.filter(({ folder }) => folder !== 'tools')
  const idOf = new Map(drawn.map(({ folder, manifest }) => [manifest.name, folder.split('/').at(-1) ?? folder]))
  const boxes = drawn.map(({ folder, manifest }) => `  ${idOf.get(manifest.name)}["${folder}<br>${manifest.name}"]`)
  const arrows = drawn.flatMap(({ manifest }) =>
    workspaceDependencies(manifest)
      .filter((name) => idOf.has(name))
      .map((name) => `  ${idOf.get(manifest.name)} --> ${idOf.get(name)}`),
  )
  return ['```mermaid', 'graph TD', ...boxes, ...arrows, '```'].join('\n')
}
