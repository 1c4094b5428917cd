import { applyTextEdits } from '@sevenstep/located-json'
import { editXml, type PackageEditing, refused, type TextEditing } from './edit/change-files.ts'
import type { SolutionPackage } from './model/flow-package.ts'
import type { GivenFile, PackageFile, PackageXml } from './model/package-file.ts'
import { packageProblem } from './problems/package-problem.ts'
import { decodeText } from './read/decode-text.ts'
import { readPackage } from './read/read-package.ts'
import { readXml } from './xml/read-xml.ts'
import { XmlEditor } from './xml/xml-editor.ts'
import { childOf, type XmlElement } from './xml/xml-element.ts'

/** How a solution is packed. */
export interface PackSolutionOptions {
  /** Whether sources of both kinds are packed as managed; default false. What is of one kind stays it. */
  readonly managed?: boolean
}

/**
 * Brings a solution from SolutionPackager's layout into the one that is imported: flows and connectors are entered in
 * `customizations.xml`, folders get their packed names. Refused when the solution holds a component whose packed form
 * is not known here. Files at the top that are no component (projects, notes) are left out; a packed solution comes
 * back as it is.
 */
export function packSolution(
  solution: SolutionPackage,
  options: PackSolutionOptions = {},
): PackageEditing<SolutionPackage> {
  if (solution.layout === 'packed') return { ok: true, package: solution }
  const unknown = solution.files.find((file) => isUnknown(solution, file))
  if (unknown !== undefined) return refuse('pack-unknown-part', solution, unknown.path)
  const [lost] = solution.lost
  if (lost !== undefined) return refuse('entry-lost', solution, lost)
  const customizations = packCustomizations(solution)
  if (!customizations.ok) return customizations
  const manifest = packManifest(solution, options.managed === true)
  if (!manifest.ok) return manifest
  const files: GivenFile[] = [
    { path: 'solution.xml', content: manifest.bytes },
    { path: 'customizations.xml', content: customizations.bytes },
    ...solution.files.flatMap(packedFile),
  ]
  files.push({ path: '[Content_Types].xml', content: contentTypes(files) })
  const { package: packed, problems } = readPackage(files, { name: solution.name })
  if (packed?.kind === 'solution' && packed.layout === 'packed') {
    return { ok: true, package: { ...packed, form: solution.form } }
  }
  const [problem] = problems.filter(({ effect }) => effect === 'package')
  return problem === undefined ? refuse('pack-unknown-part', solution, solution.name) : { ok: false, problem }
}

function refuse(
  code: 'pack-unknown-part' | 'entry-lost',
  solution: SolutionPackage,
  name: string,
): PackageEditing<SolutionPackage> {
  return { ok: false, problem: packageProblem(code, { file: solution.name }, { name }) }
}

function isUnknown(solution: SolutionPackage, file: PackageFile): boolean {
  if (file.isFolder || file.isPlatformJunk) return false
  if (file.role === 'flow') return solution.flows.some((flow) => flow.file.path === file.path && !flow.isDeclared)
  if (file.role !== 'other' || !file.path.includes('/')) return false
  return !(/^other\/[^/]+\.xml$/i.test(file.path) && saysNothing(file))
}

/** SolutionPackager writes files for relationships and the like also where there are none. */
function saysNothing(file: PackageFile): boolean {
  const { root, fault } = readXml(decodeText(file.path, file.bytes).text)
  return fault === undefined && root?.children.length === 0 && root.text.trim() === ''
}

const keptRoles: ReadonlySet<string> = new Set(['flow', 'environment-variable', 'environment-variable-values'])

function packedFile({ path, bytes, role }: PackageFile): GivenFile[] {
  if (keptRoles.has(role)) return [{ path, content: bytes }]
  if (role === 'connector-part') return [{ path: path.replace(/^connectors?\//i, 'Connector/'), content: bytes }]
  return []
}

function packManifest({ manifest }: SolutionPackage, asManaged: boolean): TextEditing {
  const managed = childOf(childOf(manifest.file.xml.root, 'SolutionManifest'), 'Managed')
  return editXml(manifest.file, (editor) => {
    if (managed !== undefined && manifest.managed === 'both') editor.setText(managed, asManaged ? '1' : '0')
  })
}

function packCustomizations(solution: SolutionPackage): TextEditing {
  const { files } = solution
  const customizations = opened(solution.customizations)
  const root = customizations?.xml.root
  if (customizations === undefined || root === undefined) {
    return refused({ path: 'Other/Customizations.xml' }, 'it is missing or says nothing')
  }
  const described = files.filter(({ role }) => role === 'flow-description' || role === 'connector')
  const broken = described.find((file) => readXml(decodeText(file.path, file.bytes).text).fault !== undefined)
  if (broken !== undefined) return refused(broken, 'it is not well-formed to its end')
  const workflows = files.filter(({ role }) => role === 'flow-description').map((file) => elementText(file))
  const connectors = files.filter(({ role }) => role === 'connector').map((file) => elementText(file, toPackedPaths))
  const before = childOf(root, 'Roles') ?? childOf(root, 'Entities')
  return editXml(customizations, (editor) => {
    addTo(editor, root, 'Workflows', workflows, before?.end ?? root.contentStart)
    addTo(editor, root, 'Connectors', connectors, childOf(root, 'Languages')?.start ?? root.contentEnd)
  })
}

/** With a pair of tags around nothing in place of a single one, so that there is a place to put something. */
function opened(file: PackageXml | undefined): PackageXml | undefined {
  const root = file?.xml.root
  if (file === undefined || root === undefined || root.contentStart < root.end) return file
  const edited = editXml(file, (editor) => editor.setText(root, ''))
  if (!edited.ok) return file
  const decoded = decodeText(file.path, edited.bytes)
  return { ...decoded, xml: readXml(decoded.text) }
}

function addTo(editor: XmlEditor, root: XmlElement, name: string, elements: readonly string[], place: number): void {
  if (elements.length === 0) return
  const holder = childOf(root, name)
  const xml = elements.map((element) => `\n    ${element}`).join('')
  if (holder !== undefined) editor.append(holder, `${xml}\n  `)
  else editor.insert(place, `\n  <${name}>${xml}\n  </${name}>\n  `)
}

/** The outermost element of a file as it is written there, changed where that is asked for. */
function elementText(file: PackageFile, change?: (editor: XmlEditor, root: XmlElement) => void): string {
  const decoded = decodeText(file.path, file.bytes)
  const { root } = readXml(decoded.text)
  if (root === undefined) return ''
  const editor = new XmlEditor(decoded.text)
  change?.(editor, root)
  // Only what is in the element is changed, so that what follows it stays as long as it was.
  const behind = decoded.text.length - root.end
  const text = applyTextEdits(decoded.text, editor.edits)
  return text.slice(root.start, text.length - behind)
}

/** Packed, the folder of connectors has another name than unpacked. */
function toPackedPaths(editor: XmlEditor, root: XmlElement): void {
  for (const child of root.children) {
    if (/^\s*\/connectors\//i.test(child.text)) {
      editor.setText(child, child.text.trim().replace(/^\/connectors\//i, '/Connector/'))
    }
  }
}

/** The list of extensions that an archive of this kind begins with. */
function contentTypes(files: readonly GivenFile[]): string {
  const extensions = new Set(files.map(({ path }) => /\.([^./]+)$/.exec(path)?.[1] ?? '').filter((name) => name !== ''))
  const defaults = [...extensions]
    .filter((name) => /^\w+$/.test(name))
    .sort()
    .map((name) => `<Default Extension="${name}" ContentType="application/octet-stream" />`)
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
  return `<?xml version="1.0" encoding="utf-8"?><Types xmlns="${types}">${defaults.join('')}</Types>`
}
