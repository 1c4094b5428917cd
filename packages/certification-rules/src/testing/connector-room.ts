import { type Connector, jsonFilesOf, readConnector, textFilesOf } from '@sevenstep/connector-schema'
import type { JudgedFile } from '@sevenstep/rule-engine'
import type { TestedRoom } from '@sevenstep/rule-engine/testing'
import { turnKeys } from '@sevenstep/rule-engine/testing'
import fc from 'fast-check'
import type { RuleFamily } from '../engine/rule-family.ts'
import { requirementOf } from '../engine/settings.ts'
import { givenBy } from './given-by.ts'
import { filesOf, type Given } from './given-connector.ts'
import { runFamily } from './run-family.ts'

/** How families over connectors are run in tests. */
export const connectorRoom: TestedRoom<RuleFamily, Given> = {
  files: filesOf,
  run(family, files, given) {
    const connector = readConnector(files, { name: 'given', isWholeFolder: given.isWholeFolder ?? false })
    return { findings: runFamily(family, connector, given, true), judged: judgedFilesOf(connector) }
  },
  givenBy,
  anyGiven: fc.oneof(
    fc
      .tuple(fc.jsonValue(), fc.jsonValue(), fc.constantFrom(...keysWorthTrying()))
      .map(([one, other, key]) => ({ definition: { [key]: one, info: other }, properties: { [key]: other } })),
    fc.tuple(fc.jsonValue(), fc.jsonValue()).map(([one, other]) => ({
      definition: JSON.stringify(one),
      properties: JSON.stringify(other),
      readme: JSON.stringify(other),
      script: JSON.stringify(one),
    })),
  ),
  turned(given) {
    if (typeof given.definition === 'string' || typeof given.properties === 'string') return undefined
    return { ...given, definition: turnKeys(given.definition), properties: turnKeys(given.properties) }
  },
  evidenceFault(rule, family) {
    const isKnown = requirementOf(rule) !== undefined || family.rules[rule]?.deviation !== undefined
    return isKnown ? undefined : 'neither in the requirement data nor said to be ours'
  },
}

/** The text files of a connector, those that are JSON with what was read. */
export function judgedFilesOf(connector: Connector): readonly JudgedFile[] {
  const json = new Map(jsonFilesOf(connector).map((file) => [file.path, file]))
  return textFilesOf(connector).map((file) => json.get(file.path) ?? file)
}

function keysWorthTrying(): readonly string[] {
  return [
    'info',
    'paths',
    'definitions',
    'parameters',
    'responses',
    'security',
    'securityDefinitions',
    'host',
    'schemes',
    'connectionParameters',
    'policyTemplateInstances',
    'connectionParameterSets',
    'scriptOperations',
    'x-ms-capabilities',
    'x-ms-connector-metadata',
  ]
}
