import { unzipSync } from 'fflate'
import type { BlindFault, Change } from './blind-fault.ts'
import { type Folder, type Package, packed } from './clean-offers.ts'

const outer = 'package/route-desk.zip'
const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Plants a fault in a clean folder, which is changed. Throws where a change finds nothing to change. */
export function plant({ changes }: BlindFault, folder: Folder): void {
  for (const change of changes) {
    if ('set' in change || 'remove' in change) changeOffer(folder, change)
    else if ('put' in change) folder.set(change.put, change.bytes())
    else if ('lose' in change) lose(folder, change.lose)
    else changePackage(folder, change)
  }
}

function lose(files: Map<string, unknown>, path: string): void {
  if (!files.delete(path)) throw new Error(`There is no ${path} to lose.`)
}

function changeOffer(folder: Folder, change: Extract<Change, { set: string } | { remove: string }>): void {
  const offer: unknown = JSON.parse(decoder.decode(folder.get('offer.json')))
  const [pointer, value] = 'set' in change ? [change.set, change.to] : [change.remove, undefined]
  changeAt(offer, pointer, value)
  folder.set('offer.json', encoder.encode(`${JSON.stringify(offer, undefined, 2)}\n`))
}

/** Sets the value a pointer leads to; takes it out where there is none. */
function changeAt(root: unknown, pointer: string, value: unknown): void {
  const names = pointer.split('/').slice(1)
  const last = names.pop() ?? ''
  let holder = root
  for (const name of names) holder = membersOf(holder, pointer)[name]
  const members = membersOf(holder, pointer)
  if (value !== undefined) members[last] = value
  else if (!(last in members)) throw new Error(`${pointer} leads to nothing that could be taken out.`)
  else delete members[last]
}

function membersOf(value: unknown, pointer: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null)
    throw new Error(`${pointer} leads through something that has no parts.`)
  // An object or array; both are changed by name.
  return value as Record<string, unknown>
}

type PackageChange = Exclude<Change, { set: string } | { remove: string } | { put: string } | { lose: string }>

function changePackage(folder: Folder, change: PackageChange): void {
  const bytes = folder.get(outer)
  if (bytes === undefined) throw new Error('The offer has no package to change.')
  folder.set(outer, packed(changed(unpacked(bytes), change)))
}

function changed(content: Package, change: PackageChange): Package {
  if ('nestPackageIn' in change) {
    return new Map([...content].map(([path, part]) => [`${change.nestPackageIn}/${path}`, part]))
  }
  const path = pathOf(change)
  const inner = content.get('package.zip')
  const isInner = path.startsWith('package.zip/') && inner instanceof Map
  const files = isInner ? inner : content
  changeFile(files, isInner ? path.slice('package.zip/'.length) : path, change)
  return content
}

function pathOf(change: Exclude<PackageChange, { nestPackageIn: string }>): string {
  if ('inPackage' in change) return change.inPackage
  if ('putInPackage' in change) return change.putInPackage
  return 'loseInPackage' in change ? change.loseInPackage : change.renameInPackage
}

function changeFile(files: Package, path: string, change: PackageChange): void {
  const part = files.get(path)
  if (part === undefined) throw new Error(`The package has no ${path} to change.`)
  if ('putInPackage' in change) files.set(path, change.bytes())
  else if ('inPackage' in change && part instanceof Uint8Array) {
    const text = decoder.decode(part)
    if (!text.includes(change.from)) throw new Error(`${path} does not hold "${change.from}".`)
    files.set(path, encoder.encode(text.replace(change.from, change.to)))
  } else {
    files.delete(path)
    if ('renameInPackage' in change) files.set(change.as, part)
  }
}

function unpacked(bytes: Uint8Array): Package {
  const content: Package = new Map()
  for (const [path, part] of Object.entries(unzipSync(bytes))) {
    content.set(path, path === 'package.zip' ? unpacked(part) : part)
  }
  return content
}

/** The text of an entry of the package; nothing where it has no such entry. */
export function entryText(folder: Folder, entry: string): string | undefined {
  const bytes = folder.get(outer)
  const part = bytes === undefined ? undefined : unpacked(bytes).get(entry)
  return part instanceof Uint8Array ? decoder.decode(part) : undefined
}
