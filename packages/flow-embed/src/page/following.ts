import type { Binding } from '../script/names.ts'
import type { Script } from '../script/script.ts'
import type { Following, Imported } from '../script/value.ts'
import { handedToOver } from './component-uses.ts'
import { exportsOf, pathsLikePackages, pathsOf } from './modules.ts'

/** How often one module may hand on what another one holds. */
const mostHops = 8

/**
 * How names are followed beyond one script: names that one classic script of all declares at its top, which the page's
 * scripts share (declared twice, they are nobody's), what modules hand out, and what components are handed.
 */
export function followingOver(scripts: readonly Script[]): Following {
  const tops = new Map<string, ReturnType<Following['shared']>>()
  const modules = new Map<string, Script>()
  for (const script of scripts) {
    if (!modules.has(script.file.path)) modules.set(script.file.path, script)
    if (script.program.sourceType === 'module') continue
    for (const [name, binding] of script.names.top) {
      tops.set(name, tops.has(name) ? undefined : { script, binding })
    }
  }
  const imported: Following['imported'] = (script, from) => importedFrom(modules, script, from, 0)
  return {
    shared: (name) => tops.get(name),
    imported,
    handedTo: handedToOver(scripts, imported),
    known: new Map(),
  }
}

function importedFrom(
  modules: ReadonlyMap<string, Script>,
  script: Script,
  { module, imported }: NonNullable<Binding['from']>,
  hops: number,
): Imported | undefined {
  const { path: from } = script.file
  const path = [...pathsOf(module, from), ...pathsLikePackages(module, from)].find((one) => modules.has(one))
  const target = path === undefined ? undefined : modules.get(path)
  if (target === undefined || hops > mostHops) return undefined
  const exported = exportsOf(target)
  const own = exported.get(imported)
  if (own?.kind === 'expression') return { script: target, node: own.node }
  if (own?.kind === 'name') return declaredIn(modules, target, own.name, hops)
  if (own?.kind === 'again') return importedFrom(modules, target, { module: own.address, imported: own.name }, hops + 1)
  for (const again of exported.values()) {
    if (again.kind !== 'again' || again.name !== '*') continue
    const found = importedFrom(modules, target, { module: again.address, imported }, hops + 1)
    if (found !== undefined) return found
  }
  return undefined
}

function declaredIn(
  modules: ReadonlyMap<string, Script>,
  script: Script,
  name: string,
  hops: number,
): Imported | undefined {
  const binding = script.names.top.get(name)
  if (binding === undefined) return undefined
  return binding.from === undefined ? { script, binding } : importedFrom(modules, script, binding.from, hops + 1)
}
