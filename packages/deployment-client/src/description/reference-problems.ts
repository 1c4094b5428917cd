import type { DraftFinding } from '@sevenstep/findings'
import { deploymentFinding } from '../plan/deployment-finding.ts'
import type { Description } from './description-schema.ts'
import type { SourceText } from './source-text.ts'

/** Names that occur twice, and names that lead nowhere. */
export function referenceProblems(description: Description, source: SourceText): DraftFinding[] {
  return [...repeatedNames(description, source), ...danglingNames(description, source)]
}

const named = [
  'connectors',
  'connections',
  'connectionReferences',
  'environmentVariables',
  'packages',
  'flows',
  'targets',
] as const

function repeatedNames(description: Description, source: SourceText): DraftFinding[] {
  const findings: DraftFinding[] = []
  for (const part of named) {
    // Flows and packages both become flows, and share their names.
    const seen = new Set(part === 'flows' ? description.packages?.map(({ name }) => name.toLowerCase()) : [])
    description[part]?.forEach(({ name }, index) => {
      const key = name.toLowerCase()
      if (seen.has(key))
        findings.push(deploymentFinding('names-unique', source.locate([part, index, 'name']), { name }))
      seen.add(key)
    })
  }
  return findings
}

function danglingNames(description: Description, source: SourceText): DraftFinding[] {
  const findings: DraftFinding[] = []
  const names = (part: 'connectors' | 'connections' | 'flows' | 'packages') =>
    new Set((description[part] ?? []).map(({ name }) => name))
  const connections = names('connections')
  const connectors = names('connectors')
  const flows = new Set([...names('flows'), ...names('packages')])
  const expectIn = (
    known: ReadonlySet<string>,
    name: string | undefined,
    kind: string,
    path: readonly PropertyKey[],
  ) => {
    if (name !== undefined && !known.has(name)) {
      findings.push(deploymentFinding('names-known', source.locate(path), { name, kind }))
    }
  }
  description.connections?.forEach(({ connector }, index) => {
    if (!/^shared_/i.test(connector)) expectIn(connectors, connector, 'connector', ['connections', index, 'connector'])
  })
  description.connectionReferences?.forEach(({ connection }, index) => {
    expectIn(connections, connection, 'connection', ['connectionReferences', index, 'connection'])
  })
  for (const part of ['flows', 'packages'] as const) {
    description[part]?.forEach((flow, index) => {
      for (const [key, name] of Object.entries(flow.connections ?? {})) {
        expectIn(connections, name, 'connection', [part, index, 'connections', key])
      }
    })
  }
  description.flows?.forEach(({ after }, index) => {
    for (const [place, name] of (after ?? []).entries()) expectIn(flows, name, 'flow', ['flows', index, 'after', place])
  })
  description.sharing?.forEach((one, index) => {
    expectIn(connectors, one.connector, 'connector', ['sharing', index, 'connector'])
    expectIn(connections, one.connection, 'connection', ['sharing', index, 'connection'])
    expectIn(flows, one.flow, 'flow', ['sharing', index, 'flow'])
  })
  const variables = new Set((description.environmentVariables ?? []).map(({ name }) => name))
  description.targets.forEach((target, index) => {
    for (const name of Object.keys(target.connections ?? {})) {
      expectIn(connections, name, 'connection', ['targets', index, 'connections', name])
    }
    for (const name of Object.keys(target.environmentVariables ?? {})) {
      expectIn(variables, name, 'environment variable', ['targets', index, 'environmentVariables', name])
    }
  })
  return findings
}
