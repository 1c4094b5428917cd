import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runTool } from '../verify/run-tool.ts'

/** A Node program and its version, such as `20.19.0`. */
export interface NodeProgram {
  readonly path: string
  readonly version: string
}

/** The oldest Node on the PATH that published packages still support; the running one where there is no other. */
export async function oldestNode(): Promise<NodeProgram> {
  const candidates = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((place) => !place.includes('node_modules'))
    .map((place) => join(place, process.platform === 'win32' ? 'node.exe' : 'node'))
    .filter((path) => existsSync(path))
  const programs = await Promise.all(
    candidates.map(async (path) => {
      const { code, output } = await runTool(
        path,
        ['-p', 'process.execPath + " " + process.versions.node'],
        process.cwd(),
      )
      const [realPath = path, version = ''] = output.split(' ')
      return code === 0 ? [{ path: realPath, version }] : []
    }),
  )
  return chooseOldest(programs.flat(), { path: process.execPath, version: process.versions.node })
}

/** The lowest version that is at least 20.19. */
export function chooseOldest(programs: readonly NodeProgram[], running: NodeProgram): NodeProgram {
  const supported = [...programs, running].filter(({ version }) => compareVersions(version, '20.19.0') >= 0)
  return supported.sort((a, b) => compareVersions(a.version, b.version))[0] ?? running
}

function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}
