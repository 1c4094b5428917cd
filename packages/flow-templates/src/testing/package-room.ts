import { readJson } from '@sevenstep/located-json'
import type { JudgedFile, PageExample } from '@sevenstep/rule-engine'
import { evidenceFaultOf, type GivenText, type TestedRoom, turnKeys } from '@sevenstep/rule-engine/testing'
import fc from 'fast-check'
import { checkFlowPackage } from '../checks/check-flow-package.ts'
import { editions, profiles } from '../checks/flow-subject.ts'
import type { RuleFamily } from '../checks/rule-family.ts'
import { sources } from '../data/sources.ts'
import type { GivenFile } from '../model/package-file.ts'
import { readPackage } from '../read/read-package.ts'
import { type GivenPackage, packageFiles } from './given-package.ts'

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom('@', '@{', "@body('", '@concat(', "@items('a')?['b']", 'a@b.co', 'https://a.sharepoint.com/sites/b'),
  fc.constantFrom({ a: { type: 'Foreach', actions: { b: { type: 'If', runAfter: { a: ['x'], b: null } } } } }),
)

/** How families over flow packages are run in tests. */
export const packageRoom: TestedRoom<RuleFamily, GivenPackage> = {
  files: (given) => packageFiles(given),
  run(family, files, given) {
    const { profile, edition, facts } = given
    const { subject } = checkFlowPackage(readPackage(files.map(asGiven), { name: 'package' }), {
      families: [family],
      only: Object.keys(family.rules),
      withEdits: true,
      ...(profile !== undefined && { profile }),
      ...(edition !== undefined && { edition }),
      ...(facts !== undefined && { facts }),
    })
    return { findings: subject.findings, judged: files.flatMap(judged) }
  },
  givenBy,
  anyGiven: fc.record({
    kind: fc.constantFrom('export' as const, 'solution' as const),
    definition: overlay('$schema', 'parameters', 'triggers', 'actions', 'outputs', 'metadata', 'description'),
    parameters: overlay('emailMessage/To', 'table'),
    references: overlay('shared_office365', 'other'),
    properties: overlay('displayName', 'definition', 'connectionReferences', 'other'),
    details: overlay('displayName', 'description', 'creator', 'packageTelemetryId'),
    manifest: overlay('schema', 'details', 'resources'),
    flow: overlay('hierarchy', 'dependsOn', 'creationType', 'details'),
    profile: fc.constantFrom(...profiles),
    edition: fc.constantFrom(...editions),
  }),
  turned(given) {
    const { definition, parameters, references, properties, details, resources, flow } = given
    const parts = { definition, parameters, references, properties, details, resources, flow }
    // Only what is laid over turns; the names of the parts are those of a given package.
    const turned = Object.fromEntries(
      Object.entries(parts).flatMap(([key, value]) => (value === undefined ? [] : [[key, turnKeys(value)]])),
    ) as Partial<GivenPackage>
    return { ...given, ...turned }
  },
  evidenceFault: evidenceFaultOf(sources),
}

function overlay(...keys: readonly string[]) {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    fc.tuple(fc.constantFrom(...keys), anything).map(([key, value]) => ({ [key]: value })),
  )
}

function asGiven({ path, content }: GivenText): GivenFile {
  return { path, content: content ?? '' }
}

function judged({ path, content }: GivenText): readonly JudgedFile[] {
  if (typeof content !== 'string') return []
  const file = { path, text: content, isUtf8: true }
  return [path.endsWith('.json') ? { ...file, json: readJson(content) } : file]
}

const parts = ['definition', 'parameters', 'references', 'properties', 'details', 'manifest', 'flow']

/** The package that a page's examples describe: one part of it, or one of its files. */
function givenBy(examples: readonly PageExample[]): GivenPackage | undefined {
  const given: Record<string, unknown> = {}
  for (const { words, options, text } of examples) {
    if (options.kind !== undefined) given.kind = options.kind
    if (options.profile !== undefined) given.profile = options.profile
    if (options.file !== undefined) given.files = { [options.file]: text }
    if (options.without !== undefined) given.without = [options.without]
    for (const part of parts) if (words.includes(part)) given[part] = JSON.parse(text)
    if (words.includes('call')) {
      const { apiId } = JSON.parse(text)
      given.references = { shared_office365: { source: 'Embedded', id: apiId } }
    }
  }
  // Words of an author: a wrong one fails that page's test.
  return examples.length === 0 ? undefined : (given as GivenPackage)
}
