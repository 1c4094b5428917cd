import type { DraftSubject } from '@sevenstep/findings'
import { type PackageReading, readPackage } from '@sevenstep/flow-templates'
import { checkFlowPackage, ruleFamilies } from '@sevenstep/flow-templates/checks'
import type { GivenFile, Upload } from '../upload.ts'
import { startsLikeZip } from '../upload-tree.ts'

/** A flow's own file without the package around it. */
export interface LoneFlow {
  readonly file: GivenFile
  readonly reading: PackageReading
  /** Lines that were put before the text so that it reads as the file of a package. */
  readonly linesBefore: number
}

const flowFile = 'Microsoft.Flow/flows/flow/definition.json'
const inside = '/properties/definition'

/** What judges the package and not the flow. */
const ofPackage: ReadonlySet<string> = new Set([
  'package-readable',
  'export-manifest',
  'flow-titles',
  'connectors-available',
])
const ofFlow = ruleFamilies.filter(({ id }) => !ofPackage.has(id))

/**
 * A flow's definition by itself: the file of a package, of a solution, or what the portal shows as code. Nothing for any
 * other file.
 */
export function loneFlowIn(upload: Upload, file: GivenFile): LoneFlow | undefined {
  if (startsLikeZip(file.bytes) || !/\.json$/i.test(file.path)) return undefined
  const { text } = upload.text(file)
  if (!/"actions"\s*:/.test(text) || !/"triggers"\s*:/.test(text)) return undefined
  const form = formOf(text)
  if (form === undefined) return undefined
  const definition = form === 'file' ? text : `{"properties":{"definition":\n${text}\n}}`
  const reading = readPackage([
    { path: 'manifest.json', content: manifest },
    { path: 'Microsoft.Flow/flows/manifest.json', content: '{"flowAssets":{"assetPaths":["flow"]}}' },
    { path: flowFile, content: definition },
  ])
  return reading.package?.flows.length === 1 ? { file, reading, linesBefore: form === 'file' ? 0 : 1 } : undefined
}

/** Judges the flow alone; what stands in a package only is named as not checked. */
export function checkLoneFlow(
  { reading, linesBefore }: LoneFlow,
  path: string,
  options: Parameters<typeof checkFlowPackage>[1],
): DraftSubject {
  const { subject } = checkFlowPackage(reading, { ...options, path, families: ofFlow })
  const unjudged = ruleFamilies.filter(({ id }) => ofPackage.has(id)).flatMap(({ rules }) => Object.keys(rules))
  const reason = 'Only the definition of the flow was handed in; these rules judge the package or solution around it.'
  const handIn = 'Hand in the export of the flow, or the solution that holds it.'
  const findings = subject.findings.filter(({ file }) => file === flowFile)
  return {
    ...subject,
    kind: 'flow definition',
    findings: findings.map(({ edits: _, mend: __, ...finding }) => ({
      ...finding,
      file: path,
      ...(finding.range !== undefined && { range: moved(finding.range, linesBefore) }),
      ...(finding.pointer !== undefined && linesBefore > 0 && { pointer: withoutPrefix(finding.pointer) }),
      ...(finding.hides !== undefined && { hides: moved(finding.hides, linesBefore) }),
    })),
    notChecked: [...(subject.notChecked ?? []), { rules: unjudged.sort(), reason, handIn }],
  }
}

/** A whole file with properties, or the definition as the portal shows it. */
function formOf(text: string): 'file' | 'bare' | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (isDefinition(memberOf(memberOf(value, 'properties'), 'definition'))) return 'file'
  return isDefinition(value) ? 'bare' : undefined
}

function isDefinition(value: unknown): boolean {
  return isObject(memberOf(value, 'triggers')) && isObject(memberOf(value, 'actions'))
}

function memberOf(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

interface Range {
  readonly start: { readonly line: number; readonly column: number }
  readonly end: { readonly line: number; readonly column: number }
}

function moved({ start, end }: Range, lines: number): Range {
  const up = (line: number): number => Math.max(1, line - lines)
  return { start: { ...start, line: up(start.line) }, end: { ...end, line: up(end.line) } }
}

function withoutPrefix(pointer: string): string {
  return pointer.startsWith(inside) ? pointer.slice(inside.length) : pointer
}

/** The manifest of a package that holds one flow; nothing of it is judged. */
const manifest = JSON.stringify({
  schema: '1.0',
  details: {
    displayName: 'Flow',
    description: 'Flow',
    createdTime: '',
    packageTelemetryId: '',
    creator: '',
    sourceEnvironment: '',
  },
  resources: {
    flow: {
      type: 'Microsoft.Flow/flows',
      suggestedCreationType: 'New',
      creationType: 'Existing, New, Update',
      details: { displayName: 'Flow' },
      configurableBy: 'User',
      hierarchy: 'Root',
      dependsOn: [],
    },
  },
})
