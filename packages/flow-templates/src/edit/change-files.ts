import { applyTextEdits, JsonEditor, type JsonTextEdit } from '@sevenstep/located-json'
import type { FlowPackage } from '../model/flow-package.ts'
import type { PackageJson, PackageText, PackageXml } from '../model/package-file.ts'
import { type PackageProblem, packageProblem } from '../problems/package-problem.ts'
import { readPackage } from '../read/read-package.ts'
import { XmlEditor } from '../xml/xml-editor.ts'

/** A package with a change made, or what stood in the way; then nothing was changed. */
export type PackageEditing<P extends FlowPackage = FlowPackage> =
  | { readonly ok: true; readonly package: P }
  | { readonly ok: false; readonly problem: PackageProblem }

/** New bytes by path; nothing takes the file out. */
export type FileChanges = ReadonlyMap<string, Uint8Array | undefined>

/** The package with other files, read anew so that everything in it is true of them. */
export function withFiles<P extends FlowPackage>(original: P, changes: FileChanges): PackageEditing<P> {
  const files = original.files.flatMap(({ path, bytes, isFolder }) => {
    if (!changes.has(path)) return [{ path: isFolder ? `${path}/` : path, content: bytes }]
    const content = changes.get(path)
    return content === undefined ? [] : [{ path, content }]
  })
  const known = new Set(original.files.map((file) => file.path))
  for (const [path, content] of changes) if (content !== undefined && !known.has(path)) files.push({ path, content })
  const { package: read, problems } = readPackage(files, { name: original.name })
  if (read === undefined || read.kind !== original.kind) {
    const [problem = packageProblem('edit-impossible', { file: original.name }, { detail: 'nothing is left of it' })] =
      problems.filter((candidate) => candidate.effect === 'package')
    return { ok: false, problem }
  }
  // The same kind as before, which is what P stands for.
  return { ok: true, package: { ...read, form: original.form, lost: original.lost } as P }
}

/** What {@link editJson} and {@link editText} give: new bytes, or a refusal. */
export type TextEditing =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: PackageProblem }

/** Changes a JSON file; one that could not be read to its end is refused. */
export function editJson(file: PackageJson, edit: (editor: JsonEditor) => void): TextEditing {
  if (!file.json.isComplete) return refused(file, 'it is not JSON to its end')
  const editor = new JsonEditor(file.json)
  edit(editor)
  return editText(file, editor.edits)
}

/** Changes an XML file; one that is not well-formed to its end is refused. */
export function editXml(file: PackageXml, edit: (editor: XmlEditor) => void): TextEditing {
  if (file.xml.fault !== undefined) return refused(file, 'it is not well-formed to its end')
  const editor = new XmlEditor(file.text)
  edit(editor)
  return editText(file, editor.edits)
}

/** Makes edits in a text file; one with bytes that are no UTF-8 is refused. */
function editText(file: PackageText, edits: readonly JsonTextEdit[]): TextEditing {
  if (!file.isUtf8) return refused(file, 'it is not UTF-8')
  return { ok: true, bytes: new TextEncoder().encode(applyTextEdits(file.text, edits)) }
}

/** The refusal to change a file. */
export function refused(file: Pick<PackageText, 'path'>, detail: string): Extract<TextEditing, { readonly ok: false }> {
  return { ok: false, problem: packageProblem('edit-impossible', { file: file.path }, { detail }) }
}
