import { readPackage, writePackage } from '@sevenstep/flow-templates'
import { customizationsXml } from '../export/customizations-xml.ts'
import { connectorParts, flowFile, variableFiles } from '../export/exported-files.ts'
import { solutionXml } from '../export/solution-xml.ts'
import { findRow, rowsOf } from '../rows/row-store.ts'
import type { DataverseState, Row } from '../state.ts'
import { SolutionFailure } from './solution-failure.ts'

/** The rows that belong to a solution, by kind. */
export interface SolutionContents {
  readonly solution: Row
  readonly publisher: Row
  readonly managed: boolean
  readonly flows: readonly Row[]
  readonly references: readonly Row[]
  readonly connectors: readonly Row[]
  readonly variables: readonly Row[]
}

/**
 * Writes a solution of the organisation as a zip in base64, made from its rows as they are now.
 *
 * @throws SolutionFailure for a managed solution, which cannot be exported.
 */
export function exportSolution(organization: DataverseState, solution: Row, managed: boolean): string {
  const name = String(solution.uniquename)
  if (solution.ismanaged === true) {
    throw new SolutionFailure('0x80048037', `The solution '${name}' is managed and cannot be exported.`)
  }
  const contents = contentsOf(organization, solution, managed)
  const encoder = new TextEncoder()
  const files = [
    { path: '[Content_Types].xml', content: contentTypes },
    { path: 'solution.xml', content: solutionXml(contents) },
    { path: 'customizations.xml', content: customizationsXml(contents) },
    ...contents.flows.map(flowFile),
    ...contents.connectors.flatMap(connectorParts),
    ...contents.variables.flatMap(variableFiles),
  ].map(({ path, content }) => ({ path, content: typeof content === 'string' ? encoder.encode(content) : content }))
  const reading = readPackage(files, { name: `${name}.zip` })
  const writing = reading.package === undefined ? undefined : writePackage(reading.package)
  if (writing?.ok !== true) {
    const why = reading.problems[0]?.message.what ?? (writing?.ok === false ? writing.problem.message.what : '')
    throw new SolutionFailure('0x80048000', `The solution '${name}' cannot be written: ${why}`)
  }
  return Buffer.from(writing.bytes).toString('base64')
}

function contentsOf(organization: DataverseState, solution: Row, managed: boolean): SolutionContents {
  const all = solution.uniquename === 'Default'
  const claimed = (table: string) => {
    const rows = rowsOf(organization, table)
    if (all) return rows
    const ids = new Set(
      organization.claims
        .filter((one) => one.solution === solution.solutionid && one.table === table)
        .map(({ row }) => row),
    )
    return rows.filter((row) => ids.has(String(row[`${table}id`])))
  }
  return {
    solution,
    publisher: findRow(organization, 'publisher', String(solution.publisherid)) ?? {},
    managed,
    flows: claimed('workflow'),
    references: claimed('connectionreference'),
    connectors: claimed('connector'),
    variables: claimed('environmentvariabledefinition'),
  }
}

const contentTypes =
  '<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/octet-stream" /><Default Extension="json" ContentType="application/octet-stream" /><Default Extension="Png" ContentType="application/octet-stream" /><Default Extension="csx" ContentType="application/octet-stream" /></Types>'
