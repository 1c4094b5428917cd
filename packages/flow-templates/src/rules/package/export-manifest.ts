import type { JsonNode } from '@sevenstep/located-json'
import type { CheckContext } from '../../checks/rule-family.ts'
import { defineRuleFamily } from '../../checks/rule-family.ts'
import type { ExportPackage } from '../../model/flow-package.ts'

const flowType = 'Microsoft.Flow/flows'
const portalForm = {
  editions: ['2018-02' as const],
  setting: 'off' as const,
  because: 'the portal took the flow itself, not a package',
}

const rules = {
  'flow-export-schema': {
    title: 'The manifest has schema 1.0.',
    setting: 'error',
    sources: ['public-packages'],
    exceptions: [portalForm],
    messages: {
      found: {
        what: 'The manifest says its schema is "{schema}", not "1.0".',
        why: 'Every export that import accepts says "1.0".',
        fix: 'Export the flow again, and leave the manifest as it comes.',
      },
    },
  },
  'flow-export-root': {
    title: 'The root of the export is one flow.',
    setting: 'error',
    sources: ['publish-template', 'public-packages'],
    exceptions: [portalForm],
    messages: {
      none: {
        what: 'No resource of the manifest is a flow with the hierarchy "Root".',
        why: 'Import does not know which flow to make.',
        fix: 'Export the flow from its own page, as a package.',
      },
      several: {
        what: '"{name}" is a further flow with the hierarchy "Root".',
        why: 'A template is one flow; the others are passed over or refused.',
        fix: 'Hand in a package for each flow.',
      },
    },
  },
  'flow-export-depends': {
    title: 'Resources depend on resources that are there.',
    setting: 'error',
    sources: ['public-packages'],
    exceptions: [portalForm],
    messages: {
      found: {
        what: 'A resource depends on "{key}", which the manifest does not list.',
        why: 'Import stops because it cannot provide it.',
        fix: 'Export the flow again; do not take resources out by hand.',
      },
    },
  },
  'flow-export-new': {
    title: 'The package proposes to create a new flow.',
    setting: 'warning',
    sources: [],
    deviation: 'Ours: a template has nothing to update at a customer’s.',
    exceptions: [
      portalForm,
      { profiles: ['deployment'], setting: 'info', because: 'it may well be an update for who has the flow' },
    ],
    mend: 'proposed',
    messages: {
      found: {
        what: 'The package proposes "{type}" for its flow.',
        why: 'Whoever imports it is asked for a flow to update, and may overwrite one of their own.',
        fix: 'Propose "New".',
      },
    },
  },
  'flow-export-mapped': {
    title: 'Every connection of the flow has its resource in the manifest.',
    setting: 'warning',
    sources: ['public-packages'],
    exceptions: [portalForm],
    messages: {
      found: {
        what: 'The connection "{key}" has no {kind} in the manifest.',
        why: 'Import cannot ask for the connection, and the flow stays off.',
        fix: 'Export the flow again after opening and saving it.',
      },
    },
  },
} as const

/** Whether `manifest.json` of an export says what import needs. */
export const exportManifest = defineRuleFamily({
  id: 'export-manifest',
  group: 'Package',
  rules,
  check(context) {
    const { package: read } = context.subject
    if (read.kind !== 'export') {
      const handIn = 'Hand in the flow’s own export, a zip with manifest.json.'
      for (const rule of Object.keys(rules))
        context.notChecked(rule, 'A solution has no manifest of an export.', handIn)
      return
    }
    const root = read.manifest.file.json.root
    if (root === undefined) return
    checkSchema(root, context)
    checkRoots(read, root, context)
    checkResources(read, root, context)
    checkMaps(read, context)
  },
  mends: {
    'flow-export-new': ({ node, edit }) => {
      if (node?.kind === 'string') edit.set(node, 'New')
    },
  },
})

function checkSchema(root: JsonNode, { report }: CheckContext): void {
  const schema = root.member('schema')
  if (schema?.value !== '1.0')
    report('flow-export-schema', schema ?? root, { data: { schema: String(schema?.value ?? '') } })
}

function checkRoots(read: ExportPackage, root: JsonNode, { report }: CheckContext): void {
  const roots = read.resources.filter(({ type, hierarchy }) => type === flowType && hierarchy === 'Root')
  if (roots.length === 0) {
    const [only, another] = read.resources.filter(({ type }) => type === flowType)
    const child = only === undefined || another !== undefined ? undefined : root.find('resources', only.key)
    const at = child?.member('hierarchy') ?? child ?? root.member('resources') ?? root
    report('flow-export-root', at, { message: 'none' })
  }
  for (const { key, displayName } of roots.slice(1)) {
    const node = root.find('resources', key)
    if (node !== undefined) report('flow-export-root', node, { message: 'several', data: { name: displayName || key } })
  }
  for (const { key, suggestedCreationType: type, creationTypes } of roots) {
    const node = root.find('resources', key, 'suggestedCreationType')
    if (node === undefined || type === 'New' || !creationTypes.includes('New')) continue
    report('flow-export-new', node, { data: { type } })
  }
}

function checkResources(read: ExportPackage, root: JsonNode, { report }: CheckContext): void {
  const keys = new Set(read.resources.map(({ key }) => key))
  for (const resource of read.resources) {
    for (const item of root.find('resources', resource.key, 'dependsOn')?.children ?? []) {
      const key = item.value
      if (typeof key === 'string' && !keys.has(key)) report('flow-export-depends', item, { data: { key } })
    }
  }
}

function checkMaps(read: ExportPackage, { report }: CheckContext): void {
  for (const { file, connectionReferences, isDeclared } of read.flows) {
    if (!isDeclared) continue
    for (const { key, resources } of connectionReferences) {
      const node = file.json.root?.find('properties', 'connectionReferences', key)
      if (node === undefined) continue
      if (resources?.api === undefined) report('flow-export-mapped', node, { data: { key, kind: 'connector' } })
      if (resources?.connection === undefined) report('flow-export-mapped', node, { data: { key, kind: 'connection' } })
    }
  }
}
