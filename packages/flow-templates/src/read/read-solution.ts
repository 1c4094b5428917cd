import type {
  DeclaredConnectionReference,
  EnvironmentVariable,
  PackageConnector,
  PackageFlow,
  SolutionManifest,
} from '../model/flow-package.ts'
import type { PackageXml } from '../model/package-file.ts'
import type { PackageReader } from './package-reader.ts'
import { readConnectionReferences } from './read-connection-references.ts'
import { readConnectors } from './read-connectors.ts'
import { readEnvironmentVariables } from './read-environment-variables.ts'
import { readSolutionManifest } from './read-solution-manifest.ts'
import { readWorkflows } from './read-workflows.ts'

/** What a solution holds; nothing when `solution.xml` cannot be taken as one. */
export interface SolutionContents {
  readonly layout: 'packed' | 'unpacked'
  readonly manifest: SolutionManifest
  readonly customizations?: PackageXml
  readonly flows: readonly PackageFlow[]
  readonly connectionReferences: readonly DeclaredConnectionReference[]
  readonly environmentVariables: readonly EnvironmentVariable[]
  readonly connectors: readonly PackageConnector[]
}

const files = {
  packed: { solution: 'solution.xml', customizations: 'customizations.xml' },
  unpacked: { solution: 'Other/Solution.xml', customizations: 'Other/Customizations.xml' },
} as const

/** Reads a solution of either layout, whose solution file is there. */
export function readSolution(reader: PackageReader, layout: 'packed' | 'unpacked'): SolutionContents | undefined {
  const { solution, customizations: customizationsPath } = files[layout]
  const manifest = readSolutionManifest(reader, solution)
  if (manifest === undefined) return undefined
  const raw = reader.find(customizationsPath, 'customizations')
  if (raw === undefined && !reader.has(customizationsPath)) {
    reader.report('file-missing', { file: customizationsPath }, { name: customizationsPath, other: 'every solution' })
  }
  const customizations = raw === undefined ? undefined : reader.xml(raw, 'ImportExportXml')
  return {
    layout,
    manifest,
    ...(customizations === undefined ? {} : { customizations }),
    flows: readWorkflows(reader, layout, customizations),
    connectionReferences: readConnectionReferences(reader, customizations),
    environmentVariables: readEnvironmentVariables(reader),
    connectors: readConnectors(reader, layout, customizations),
  }
}
