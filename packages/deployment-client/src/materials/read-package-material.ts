import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  type ExportPackage,
  type GivenFile,
  type PackageFlow,
  type PackageReading,
  readPackage,
  type SolutionPackage,
  writePackage,
} from '@sevenstep/flow-templates'
import { hashBytes, toJsonObject } from '../model/content.ts'
import type { PackagedFlow } from '../model/wanted.ts'
import { type MaterialProblem, type MaterialReading, unreadable } from './material-problem.ts'
import type { ReadFlow, ReadSolution } from './materials.ts'
import { readBounded } from './read-bounded.ts'
import { flowFrom } from './read-flow-material.ts'

const maxFiles = 5000

/** Reads an export package; one flow is what such a package has. */
export function readExportMaterial(path: string, file: string): MaterialReading<ReadFlow> {
  const read = readFile(path, file)
  if (!read.ok) return read
  const { content, bytes } = read.material
  if (content.kind !== 'export') return unreadable(file, 'it is a solution; describe it under solutions.')
  const [flow, ...others] = content.flows
  if (flow?.definition === undefined) return unreadable(file, 'it holds no flow that can be read.')
  if (others.length > 0)
    return unreadable(file, `it holds ${content.flows.length} flows; one to a package is understood.`)
  const { definition, connectionReferences } = flow
  const plain = flowFrom(
    { displayName: flow.displayName, definition, connectionReferences },
    content.manifest.displayName,
  )
  return { ok: true, material: { ...plain, description: content.manifest.description, bytes, hash: hashOf(content) } }
}

/** Reads a solution zip. */
export function readSolutionMaterial(path: string, file: string): MaterialReading<Omit<ReadSolution, 'settings'>> {
  const read = readFile(path, file)
  if (!read.ok) return read
  const { content, bytes } = read.material
  if (content.kind !== 'solution') return unreadable(file, 'it is an export package; describe it under packages.')
  if (content.layout === 'unpacked') {
    return unreadable(file, 'it is unpacked in the form of SolutionPackager; pack it ("pac solution pack") first.')
  }
  const { uniqueName, version, managed } = content.manifest
  if (uniqueName === '') return unreadable(file, 'its solution.xml gives no unique name.')
  return {
    ok: true,
    material: {
      uniqueName,
      version,
      isManaged: managed === 'managed',
      bytes,
      hash: hashOf(content),
      flows: content.flows.flatMap(packagedFlow),
      references: content.connectionReferences.map(({ logicalName, connectorId }) => ({ logicalName, connectorId })),
      variables: content.environmentVariables.map(({ schemaName, defaultValue, currentValues, isRequired }) => ({
        schemaName,
        hasDefault: defaultValue !== undefined,
        hasCurrentValue: currentValues.length > 0,
        isRequired,
      })),
      dependencies: dependenciesOf(content),
    },
  }
}

interface ReadFile {
  readonly content: ExportPackage | SolutionPackage
  readonly bytes: Uint8Array
}

function readFile(path: string, file: string): MaterialReading<ReadFile> {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  const given = isFolder ? readFolder(path) : readBounded(path)
  if (typeof given === 'string') return unreadable(file, given)
  const reading = readPackage(given, { name: file })
  const { package: content } = reading
  const fatal = problemsOf(reading, file)
  if (content === undefined || fatal.length > 0) {
    return {
      ok: false,
      problems: fatal.length > 0 ? fatal : [{ kind: 'unreadable', file, detail: 'it is no package.' }],
    }
  }
  if (given instanceof Uint8Array) return { ok: true, material: { content, bytes: given } }
  const written = writePackage(content)
  return written.ok
    ? { ok: true, material: { content, bytes: written.bytes } }
    : unreadable(file, written.problem.message.what)
}

/** Archives that harm, or lie about themselves; the codes are those of the room that opens archives. */
const unsafe: ReadonlySet<string> = new Set([
  'ambiguous-archive',
  'budget-spent',
  'duplicate-name',
  'entry-too-large',
  'header-mismatch',
  'name-absolute',
  'name-control-character',
  'name-traversal',
  'overlapping-entries',
  'ratio-too-high',
  'size-mismatch',
  'special-file',
  'symbolic-link',
  'too-deep',
  'too-many-entries',
  'two-packages',
  'xml-doctype',
])

/** What only costs a part that is not used here is no reason to refuse a package. */
function problemsOf({ problems }: PackageReading, file: string): MaterialProblem[] {
  return problems
    .filter(({ effect, code }) => effect === 'package' || (effect === 'part' && unsafe.has(code)))
    .map(({ message, code }) => ({ kind: unsafe.has(code) ? 'unsafe' : 'unreadable', file, detail: message.what }))
}

function readFolder(path: string): readonly GivenFile[] | string {
  const files: GivenFile[] = []
  const open = ['']
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const entry of readdirSync(join(path, folder), { withFileTypes: true })) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) open.push(name)
      else if (entry.isFile()) {
        if (files.length >= maxFiles) return `it holds more than ${maxFiles} files.`
        const content = readBounded(join(path, name))
        if (typeof content === 'string') return content
        files.push({ path: name, content })
      }
    }
  }
  return files
}

function packagedFlow(flow: PackageFlow): PackagedFlow[] {
  if (!flow.isDeclared || flow.definition === undefined) return []
  return [
    {
      id: flow.id,
      name: flow.displayName,
      isOn: flow.columns.get('StateCode') === '1',
      definition: toJsonObject(flow.definition),
      connectionReferences: Object.fromEntries(
        flow.connectionReferences.map(({ key, written }) => [key, toJsonObject(written)]),
      ),
    },
  ]
}

function dependenciesOf({ manifest }: SolutionPackage): ReadSolution['dependencies'] {
  return manifest.missingDependencies.flatMap(({ required }) => {
    const { solution, solutionVersion, displayName, schemaName, type } = required
    if (solution === undefined) return []
    const component = displayName ?? schemaName ?? `component of type ${type}`
    return [{ uniqueName: solution, component, ...(solutionVersion !== undefined && { version: solutionVersion }) }]
  })
}

/** By what is in it, so that packing the same files again changes nothing. */
function hashOf({ files }: ExportPackage | SolutionPackage): string {
  const parts = files
    .filter(({ isFolder, isPlatformJunk }) => !isFolder && !isPlatformJunk)
    .map(({ path, bytes }) => `${path}\n${hashBytes(bytes)}`)
  return hashBytes(parts.sort().join('\n'))
}
