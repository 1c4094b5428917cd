import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkFlowPackage } from '../../src/checks/index.ts'
import { type PackageFlow, readPackage, recogniseFlowPackage } from '../../src/index.ts'
import type { BlindFault } from './blind-fault.ts'

const corpus = process.env.CONNECTOR_CORPUS
const actions = '/properties/definition/actions/'

/** Kinds that add an action of their own, which any flow could have. */
export function isAddedAction({ ground, edits: [edit, another], name }: BlindFault): boolean {
  if (ground !== 'overdue-tickets' || edit === undefined || another !== undefined) return false
  if (!('pointer' in edit && 'value' in edit) || !edit.pointer.startsWith(actions)) return false
  if (edit.pointer.slice(actions.length).includes('/')) return false
  // These depend on what else is in the flow: its trigger, its variables, the number of its actions.
  return !/request|variable|summary|501|loop/i.test(`${name} ${JSON.stringify(edit.value)}`.replaceAll('https', ''))
}

/** Real flows, each with the files of its package. */
export function* realFlows(): Generator<{ readonly flow: PackageFlow; readonly files: readonly Given[] }> {
  if (corpus === undefined) return
  const folder = join(corpus, 'packages')
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.zip'))) {
    const bytes = readFileSync(join(folder, name))
    const read = recogniseFlowPackage(bytes) === undefined ? undefined : readPackage(bytes, { name }).package
    const files = (read?.files ?? []).flatMap(({ path, isFolder, bytes: content }) =>
      isFolder ? [] : [{ path, content }],
    )
    for (const flow of read?.flows ?? []) yield { flow, files }
  }
}

type Given = { readonly path: string; readonly content: string | Uint8Array }

/** Whether a kind that adds an action is found at its place in a real flow. */
export function isFoundIn(
  { edits: [edit], at, says }: BlindFault,
  flow: PackageFlow,
  files: readonly Given[],
): boolean {
  if (edit === undefined || !('value' in edit)) return false
  const document = JSON.parse(flow.file.text.replace(/^\uFEFF/, ''))
  const action = { ...(edit.value as object), runAfter: {} } // every such kind adds an object
  document.properties.definition.actions[edit.pointer.slice(actions.length)] = action
  const { path } = flow.file
  const changed = files.map((file) =>
    file.path === path ? { path, content: JSON.stringify(document, null, 2) } : file,
  )
  const { findings } = checkFlowPackage(readPackage(changed)).subject
  return findings.some(
    ({ file, pointer, message }) =>
      file === path &&
      at.some((place) => place.pointer === pointer) &&
      says.test(`${message.what} ${message.why} ${message.fix}`),
  )
}
