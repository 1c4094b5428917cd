import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { openArchive, writeArchive } from '@sevenstep/package-archives'
import type { BlindFault, Edit, Ground } from './blind-fault.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const packages = join(process.env.CONNECTOR_CORPUS ?? '', 'packages')

/** Whether a ground is here: the made-up package always is, real solutions where the corpus is. */
export function isHere(ground: Ground): boolean {
  return (
    ground === 'overdue-tickets' || (process.env.CONNECTOR_CORPUS !== undefined && existsSync(join(packages, ground)))
  )
}

/** The files of a ground by their path. */
function readGround(ground: Ground): ReadonlyMap<string, string> {
  if (ground !== 'overdue-tickets') {
    const { entries } = openArchive(readFileSync(join(packages, ground)), { name: ground })
    return new Map(
      entries.map((entry) => {
        const content = entry.bytes()
        return [entry.path, content.ok ? decoder.decode(content.bytes) : '']
      }),
    )
  }
  const root = join(import.meta.dirname, ground)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => join(root, path))
    .filter((path) => statSync(path).isFile())
  return new Map(files.map((path) => [relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]))
}

/** A package with its damage: its name, its bytes, and its files as texts. */
export interface Planted {
  readonly name: string
  readonly bytes: Uint8Array
  readonly files: ReadonlyMap<string, string>
}

/** The ground as an archive, with the edits of a fault made. */
export function plant(ground: Ground, edits: BlindFault['edits'] = []): Planted {
  let files = new Map(readGround(ground))
  let name = ground.endsWith('.zip') ? ground : `${ground}.zip`
  for (const edit of edits) {
    if (!('archive' in edit)) files = edited(files, edit)
    else if (edit.archive === 'named') name = edit.name
    else if (edit.archive === 'in-folder')
      files = new Map([...files].map(([path, text]) => [`${edit.name}/${path}`, text]))
    else return { name, bytes: zipped([[edit.name, zipped(asBytes(files))]]), files }
  }
  return { name, bytes: zipped(asBytes(files)), files }
}

const asBytes = (files: ReadonlyMap<string, string>) =>
  [...files].map(([path, text]): [string, Uint8Array] => [path, encoder.encode(text)])

function zipped(files: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const written = writeArchive(files.map(([path, bytes]) => ({ path, bytes })))
  if (!written.ok) throw new Error(written.problem.what)
  return written.bytes
}

function edited(files: ReadonlyMap<string, string>, edit: Exclude<Edit, { archive: string }>): Map<string, string> {
  const copy = new Map(files)
  if ('added' in edit) return copy.set(edit.entry, edit.added)
  const text = copy.get(edit.entry)
  if (text === undefined) throw new Error(`${edit.entry} is not in the clean package.`)
  if ('renamed' in edit) {
    copy.delete(edit.entry)
    return edit.renamed === null ? copy : copy.set(edit.renamed, text)
  }
  if ('pointer' in edit) return copy.set(edit.entry, withValue(text, edit))
  if (text.split(edit.replace).length !== 2) throw new Error(`“${edit.replace}” does not occur once in ${edit.entry}.`)
  return copy.set(
    edit.entry,
    text.replace(edit.replace, () => edit.by),
  )
}

function withValue(text: string, edit: Extract<Edit, { pointer: string }>): string {
  const document: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
  const steps = edit.pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const last = steps.pop() ?? ''
  let holder = document
  for (const step of steps) holder = Reflect.get(asObject(holder, edit.pointer), step)
  if ('removed' in edit) Reflect.deleteProperty(asObject(holder, edit.pointer), last)
  else Reflect.set(asObject(holder, edit.pointer), last, edit.value)
  return JSON.stringify(document, null, 2)
}

function asObject(value: unknown, pointer: string): object {
  if (typeof value !== 'object' || value === null) throw new Error(`${pointer} has no parent in the clean package.`)
  return value
}
