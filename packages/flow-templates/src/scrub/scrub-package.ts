import type { JsonNode, JsonValue } from '@sevenstep/located-json'
import { editJson, editXml, type PackageEditing, withFiles } from '../edit/change-files.ts'
import type { FlowPackage } from '../model/flow-package.ts'
import type { PackageJson } from '../model/package-file.ts'
import { findLeaks } from './find-leaks.ts'
import type { Leak, LeakRule } from './leak.ts'
import { cleanText } from './text-leaks.ts'

/** One thing that was taken out. */
export interface ScrubbedPlace {
  readonly rule: LeakRule
  readonly file: string
  /** JSON pointer; nothing when the whole file went. */
  readonly pointer?: string
  readonly did: 'replaced' | 'removed'
  /** What stood there, for everything but secrets. */
  readonly before?: string
  /** What stands there now, for what was replaced. */
  readonly after?: string
}

/** A clean copy and what it lacks, or what stood in the way. */
export type Scrubbing<P extends FlowPackage = FlowPackage> =
  | { readonly ok: true; readonly package: P; readonly places: readonly ScrubbedPlace[] }
  | Extract<PackageEditing, { readonly ok: false }>

/**
 * A copy of a package without what should not leave the house: addresses of people, ids of tenant, environment and
 * creator, sites, secrets, packaged values of variables. Everything else stays byte for byte; scrubbing a second time
 * changes nothing. Refused when a file that has to change cannot be (it is no UTF-8, or no JSON to its end).
 */
export function scrubPackage<P extends FlowPackage>(flowPackage: P): Scrubbing<P> {
  const leaks = findLeaks(flowPackage)
  if (leaks.length === 0) return { ok: true, package: flowPackage, places: [] }
  const changes = new Map<string, Uint8Array | undefined>()
  const places: ScrubbedPlace[] = []
  for (const [path, own] of byFile(leaks)) {
    if (own.some(({ cleaning }) => cleaning.kind === 'remove-file')) {
      changes.set(path, undefined)
      for (const { rule } of own) places.push({ rule, file: path, did: 'removed' })
      continue
    }
    const inXml = own.find(({ element }) => element !== undefined)?.element
    if (inXml !== undefined) {
      const { file, element } = inXml
      const edited = editXml(file, (editor) => editor.setText(element, cleanText(element.text)))
      if (!edited.ok) return edited
      changes.set(path, edited.bytes)
      places.push(...own.map((leak) => placeOf(leak, '')))
      continue
    }
    const file = jsonFile(flowPackage, path)
    if (file === undefined) continue
    const edited = editJson(file, (editor) => {
      for (const [node, together] of byNode(own)) {
        const value = cleanedValue(node.value, together)
        const after = typeof value === 'string' ? cleanText(value) : value
        if (after === undefined) editor.remove(node)
        else editor.set(node, after)
        places.push(...together.map((leak) => placeOf(leak, after)))
      }
    })
    if (!edited.ok) return edited
    changes.set(path, edited.bytes)
  }
  const changed = withFiles(flowPackage, changes)
  return changed.ok ? { ok: true, package: changed.package, places } : changed
}

/** What is to stand in the place of a value; nothing when it is to go. */
export function cleanedValue(value: JsonValue | undefined, leaks: readonly Leak[]): JsonValue | undefined {
  let cleaned = value
  for (const { cleaning } of leaks) {
    if (cleaning.kind === 'value') cleaned = cleaning.value
    else if (cleaning.kind === 'text' && typeof cleaned === 'string') cleaned = cleaning.clean(cleaned)
    else if (cleaning.kind === 'remove') return undefined
  }
  return cleaned
}

const secretRules: ReadonlySet<LeakRule> = new Set(['flow-no-secret', 'flow-no-sas'])

function placeOf(leak: Leak, after: JsonValue | undefined): ScrubbedPlace {
  const { rule, path: file, node, data } = leak
  const shown = secretRules.has(rule) || data.found === undefined ? undefined : String(data.found)
  return {
    rule,
    file,
    ...(node === undefined ? {} : { pointer: node.pointer() }),
    did: after === undefined ? 'removed' : 'replaced',
    ...(shown === undefined ? {} : { before: shown }),
    ...(leak.cleaning.kind === 'value' ? { after: String(leak.cleaning.value) } : {}),
  }
}

function jsonFile(flowPackage: FlowPackage, path: string): PackageJson | undefined {
  if (flowPackage.kind === 'export' && flowPackage.manifest.file.path === path) return flowPackage.manifest.file
  return flowPackage.flows.find(({ file }) => file.path === path)?.file
}

function byFile(leaks: readonly Leak[]): ReadonlyMap<string, readonly Leak[]> {
  return grouped(leaks.map((leak) => [leak.path, leak] as const))
}

function byNode(leaks: readonly Leak[]): ReadonlyMap<JsonNode, readonly Leak[]> {
  return grouped(leaks.flatMap((leak) => (leak.node === undefined ? [] : [[leak.node, leak] as const])))
}

/** Groups in the order of their first members; `Map.groupBy` is not in Node 20. */
function grouped<Key>(pairs: readonly (readonly [Key, Leak])[]): ReadonlyMap<Key, readonly Leak[]> {
  const groups = new Map<Key, Leak[]>()
  for (const [key, leak] of pairs) {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [leak])
    else group.push(leak)
  }
  return groups
}
