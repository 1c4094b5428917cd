import type {
  CreationType,
  ExportPackage,
  FlowPackage,
  SolutionManifest,
  SolutionPackage,
} from '../model/flow-package.ts'
import { parseSolutionVersion } from '../model/solution-version.ts'
import { packageProblem } from '../problems/package-problem.ts'
import { attributeOf, childOf, childrenOf } from '../xml/xml-element.ts'
import { editJson, editXml, type PackageEditing, type TextEditing, withFiles } from './change-files.ts'
import { missing } from './edit-flow.ts'

/** Gives the package itself another display name: the export's, or the solution's in every language that repeats it. */
export function setPackageDisplayName<P extends FlowPackage>(flowPackage: P, displayName: string): PackageEditing<P> {
  if (displayName.trim() === '') return refuse(flowPackage, 'the display name', 'it is empty')
  if (flowPackage.kind === 'solution') {
    const renamed = renameSolution(flowPackage.manifest, displayName)
    if (renamed === undefined) return missing(flowPackage, 'localised name', flowPackage.manifest.displayName)
    return renamed.ok ? withFiles(flowPackage, new Map([[flowPackage.manifest.file.path, renamed.bytes]])) : renamed
  }
  const { file } = flowPackage.manifest
  const root = file.json.root
  const details = root?.member('details')
  const edited = editJson(file, (editor) => {
    if (details?.kind === 'object') editor.insert(details, 'displayName', displayName)
    else if (root !== undefined) editor.insert(root, 'details', { displayName })
  })
  return edited.ok ? withFiles(flowPackage, new Map([[file.path, edited.bytes]])) : edited
}

function renameSolution({ file, displayName: old }: SolutionManifest, displayName: string): TextEditing | undefined {
  const names = childrenOf(childOf(childOf(file.xml.root, 'SolutionManifest'), 'LocalizedNames'), 'LocalizedName')
  const same = names.filter((name) => attributeOf(name, 'description') === old)
  if (same.length === 0) return undefined
  return editXml(file, (editor) => {
    for (const name of same) editor.setAttribute(name, 'description', displayName)
  })
}

/** Sets what an export proposes for a resource. Refused for what the resource's `creationType` does not list. */
export function setSuggestedCreationType(
  flowPackage: ExportPackage,
  resourceKey: string,
  type: CreationType,
): PackageEditing<ExportPackage> {
  const resource = flowPackage.resources.find((candidate) => candidate.key === resourceKey)
  const { file } = flowPackage.manifest
  const node = file.json.root?.find('resources', resourceKey)
  if (resource === undefined || node === undefined) return missing(flowPackage, 'resource', resourceKey)
  if (resource.creationTypes.length > 0 && !resource.creationTypes.includes(type)) {
    return refuse(flowPackage, type, `the resource allows ${resource.creationTypes.join(', ')}`)
  }
  const edited = editJson(file, (editor) => editor.insert(node, 'suggestedCreationType', type))
  return edited.ok ? withFiles(flowPackage, new Map([[file.path, edited.bytes]])) : edited
}

/** Sets a solution's version: four numbers with dots. */
export function setSolutionVersion(flowPackage: SolutionPackage, version: string): PackageEditing<SolutionPackage> {
  if (parseSolutionVersion(version) === undefined || version.split('.').length !== 4) {
    return refuse(flowPackage, version, 'a version is four numbers with dots between them')
  }
  const { file } = flowPackage.manifest
  const element = childOf(childOf(file.xml.root, 'SolutionManifest'), 'Version')
  if (element === undefined) return missing(flowPackage, 'element', 'Version')
  const edited = editXml(file, (editor) => editor.setText(element, version.trim()))
  return edited.ok ? withFiles(flowPackage, new Map([[file.path, edited.bytes]])) : edited
}

/**
 * Takes the current values of environment variables out of a solution: all, or those of the schema names given.
 * Definitions and default values stay. A solution without any comes back as it was.
 */
export function removeCurrentValues(
  flowPackage: SolutionPackage,
  schemaNames?: readonly string[],
): PackageEditing<SolutionPackage> {
  const wanted = schemaNames === undefined ? undefined : new Set(schemaNames.map((name) => name.toLowerCase()))
  const known = new Set(flowPackage.environmentVariables.map((variable) => variable.schemaName.toLowerCase()))
  const unknown = schemaNames?.find((name) => !known.has(name.toLowerCase()))
  if (unknown !== undefined) return missing(flowPackage, 'environment variable', unknown)
  const paths = flowPackage.environmentVariables.flatMap(({ schemaName, valuesPath }) =>
    valuesPath !== undefined && (wanted?.has(schemaName.toLowerCase()) ?? true) ? [valuesPath] : [],
  )
  if (paths.length === 0) return { ok: true, package: flowPackage }
  return withFiles(flowPackage, new Map(paths.map((path) => [path, undefined] as const)))
}

function refuse<P extends FlowPackage>(flowPackage: P, name: string, detail: string): PackageEditing<P> {
  return { ok: false, problem: packageProblem('edit-value-refused', { file: flowPackage.name }, { name, detail }) }
}
