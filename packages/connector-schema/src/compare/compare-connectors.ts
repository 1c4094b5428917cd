import type { JsonNode } from '@sevenstep/located-json'
import type { Definition } from '../model/definition.ts'
import type { Properties } from '../model/properties.ts'
import type { Connector } from '../read/connector.ts'
import type { JsonFile } from '../read/text-file.ts'
import type { ChangeSeverity, ConnectorChange } from './change.ts'
import { ChangeRecorder, type NoticedChange } from './change-recorder.ts'
import { compareConnectionParameters } from './compare-connection-parameters.ts'
import { compareHeads, compareMember } from './compare-heads.ts'
import { basePathsOf, compareOperations } from './compare-operations.ts'
import { comparePolicies } from './compare-policies.ts'
import { SchemaComparison } from './compare-schemas.ts'
import { matchOperations } from './match-operations.ts'

/**
 * Compares two versions of a connector for what existing flows, apps and connections will notice.
 *
 * Operations are matched by id, parameters by name, schemas by property path after references are followed and
 * `allOf` is merged; only answers with success codes count. What one edit to a shared definition causes is one
 * change that lists its operations. A file that one side lacks or that is no JSON object is said to be not compared.
 * Never throws. The order is by severity, then kind and place, and does not depend on the order of keys.
 */
export function compareConnectors(before: Connector, after: Connector): readonly ConnectorChange[] {
  const recorder = new ChangeRecorder(filesOf(before, after))
  for (const noticed of notCompared(before, after)) recorder.note(noticed)
  const lasting = compareDefinitions(before.definition, after.definition, recorder)
  if (before.properties !== undefined && after.properties !== undefined) {
    compareProperties(before.properties, after.properties, lasting, recorder)
  }
  if (before.script !== undefined && after.script !== undefined && before.script.text !== after.script.text) {
    recorder.note({ kind: 'br-script-changed', what: 'The script changed.', file: after.script.path })
  }
  return recorder.finish()
}

/** Returns the ids of the operations that both versions have. */
function compareDefinitions(
  before: Definition | undefined,
  after: Definition | undefined,
  recorder: ChangeRecorder,
): ReadonlySet<string> | undefined {
  if (before === undefined || after === undefined) return undefined
  const matched = matchOperations(before, after)
  const basePaths = basePathsOf(before, after)
  const schemas = new SchemaComparison(recorder, { before: before.file.text, after: after.file.text })
  compareHeads(before, after, matched, basePaths, recorder)
  compareOperations(matched, { recorder, schemas, basePaths, after })
  schemas.finish()
  const lasting = matched.pairs.flatMap((pair) => (pair.before.id === pair.after.id ? [pair.after.id] : []))
  return new Set(lasting.filter((id) => id !== undefined))
}

function compareProperties(
  before: Properties,
  after: Properties,
  lasting: ReadonlySet<string> | undefined,
  recorder: ChangeRecorder,
): void {
  compareConnectionParameters(before, after, recorder)
  comparePolicies(before, after, lasting, recorder)
  for (const key of ['publisher', 'stackOwner', 'iconBrandColor']) {
    const noticed = compareMember(
      before.body ?? before.node,
      after.body ?? after.node,
      [key],
      'ok-branding-changed',
      key,
    )
    if (noticed !== undefined) recorder.note(noticed)
  }
}

/** What stays out of the comparison although one side holds it. */
function notCompared(before: Connector, after: Connector): readonly NoticedChange[] {
  return (['definition', 'properties'] as const).flatMap((role): NoticedChange[] => {
    const old = before[role]
    const fresh = after[role]
    const file = (after[`${role}File`] ?? before[`${role}File`])?.path ?? ''
    const places = { before: old?.node, after: fresh?.node, file }
    if (old !== undefined && fresh !== undefined) {
      const cut = [fresh.file, old.file].find((side) => !side.json.isComplete)
      if (cut === undefined || old.file.text === fresh.file.text) return []
      const version = cut === fresh.file ? 'new' : 'old'
      const what = `The ${version} \`${file}\` could be read only in part: what follows may be reported as gone or new.`
      return [{ kind: 'br-not-compared', what, ...places, severity: 'warning' }]
    }
    if (old === undefined && fresh === undefined) return []
    const [version, presence] = old === undefined ? ['old', before.presence[role]] : ['new', after.presence[role]]
    const reason = presence === 'read' ? 'is not a JSON object' : presence === 'absent' ? 'is missing' : 'was not given'
    const what = `The ${version} \`${file}\` ${reason}; it was not compared.`
    return [{ kind: 'br-not-compared', what, ...places, severity: notComparedSeverity(version === 'new', reason) }]
  })
}

function notComparedSeverity(isNewVersion: boolean, reason: string): ChangeSeverity {
  if (reason === 'was not given') return 'info'
  return isNewVersion ? 'error' : 'warning'
}

/** Which file each root was read from; changes name files by it. */
function filesOf(...connectors: readonly Connector[]): ReadonlyMap<JsonNode, string> {
  const files = new Map<JsonNode, string>()
  const add = (file: JsonFile | undefined): void => {
    if (file?.json.root !== undefined) files.set(file.json.root, file.path)
  }
  for (const connector of connectors) {
    add(connector.definitionFile)
    add(connector.propertiesFile)
  }
  return files
}
