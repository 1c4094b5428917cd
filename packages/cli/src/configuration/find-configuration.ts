import { existsSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Source } from '../check/source.ts'
import type { Console } from '../console.ts'
import type { Configuration } from './configuration.ts'
import type { LoadedConfiguration } from './load-configuration.ts'

/** The name of a configuration file. */
export const configurationFileName = 'sevenstep.config.json'

/** The configurations that apply to some sources, each read once. */
export class Configurations {
  readonly #byPath: ReadonlyMap<string, LoadedConfiguration>
  readonly #nearest: ReadonlyMap<string, string | undefined>

  private constructor(
    nearest: ReadonlyMap<string, string | undefined>,
    byPath: ReadonlyMap<string, LoadedConfiguration>,
  ) {
    this.#nearest = nearest
    this.#byPath = byPath
  }

  /**
   * Finds the nearest configuration at or above each source and reads it. What it takes to read one is only loaded
   * when there is one.
   *
   * @throws Failure when one cannot be read or is wrong, with the place.
   */
  static async load(sources: readonly Pick<Source, 'location'>[], console: Console): Promise<Configurations> {
    const known = new Map<string, string | undefined>()
    const nearest = new Map<string, string | undefined>()
    for (const { location } of sources) nearest.set(location, findNearest(folderOf(resolve(location)), known))
    const byPath = new Map<string, LoadedConfiguration>()
    for (const path of nearest.values()) {
      if (path === undefined || byPath.has(path)) continue
      const { loadConfiguration } = await import('./load-configuration.ts')
      byPath.set(path, await loadConfiguration(path, shownPath(path, console)))
    }
    return new Configurations(nearest, byPath)
  }

  /** The configuration that applies to a source; nothing when there is none up to the root. */
  nearest(source: Pick<Source, 'location'>): LoadedConfiguration | undefined {
    const path = this.#nearest.get(source.location)
    return path === undefined ? undefined : this.#byPath.get(path)
  }

  /** The one that is shown under this path. */
  shownAs(path: string): LoadedConfiguration | undefined {
    return [...this.#byPath.values()].find((one) => one.shownPath === path)
  }
}

/** Settings of a source without a configuration. */
export const emptyConfiguration: Configuration = {}

function findNearest(folder: string, known: Map<string, string | undefined>): string | undefined {
  if (known.has(folder)) return known.get(folder)
  const path = join(folder, configurationFileName)
  const parent = dirname(folder)
  const found = existsSync(path) ? path : parent === folder ? undefined : findNearest(parent, known)
  known.set(folder, found)
  return found
}

function folderOf(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === false ? dirname(path) : path
}

/** Relative to the folder the command runs in, so that reports do not name a machine's folders. */
function shownPath(path: string, { folder }: Console): string {
  return relative(folder, path).split(sep).join('/')
}
