import type { Row } from '../state.ts'
import { element } from './element.ts'

/** A file of an exported solution. */
export interface ExportedFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/** Where the definition of a flow stands: its name without spaces, and its id. */
export function flowPath({ name, workflowid }: Row): string {
  const plain = String(name)
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(0, 60)
  return `Workflows/${plain}-${String(workflowid).toUpperCase()}.json`
}

/** The definition of a flow. */
export function flowFile(row: Row): ExportedFile {
  return { path: flowPath(row), content: String(row.clientdata ?? '{}') }
}

const textParts = ['openapidefinition', 'connectionparameters', 'policytemplateinstances', 'scriptoperations'] as const

/** The columns of a connector that become files, with their paths. */
export function connectorPartPaths(row: Row): readonly { readonly column: string; readonly path: string }[] {
  const stem = `Connector/${String(row.name)}`
  return [
    ...textParts.map((column) => ({ column, path: `${stem}_${column}.json` })),
    { column: 'customcodeblobcontent', path: `${stem}_customcodeblobcontent.csx` },
    { column: 'iconblob', path: `${stem}_iconblob.Png` },
  ].filter(({ column }) => typeof row[column] === 'string' && row[column] !== '')
}

/** The files of a connector. */
export function connectorParts(row: Row): readonly ExportedFile[] {
  return connectorPartPaths(row).map(({ column, path }) => {
    const text = String(row[column])
    return { path, content: column === 'iconblob' ? new Uint8Array(Buffer.from(text, 'base64')) : text }
  })
}

/** The file of an environment variable. Current values stay in the organisation, as they should. */
export function variableFiles(row: Row): readonly ExportedFile[] {
  const optional = (column: string) =>
    row[column] === null || row[column] === undefined ? [] : [element(column, row[column])]
  const label = [element('label', [], { description: row.displayname, languagecode: 1033 })]
  const described = [element('label', [], { description: row.description, languagecode: 1033 })]
  const content = element(
    'environmentvariabledefinition',
    [
      ...optional('apiid'),
      ...optional('defaultvalue'),
      ...(typeof row.description === 'string' ? [element('description', described, { default: row.description })] : []),
      element('displayname', label, { default: row.displayname }),
      element('introducedversion', row.introducedversion ?? '1.0.0.0'),
      element('iscustomizable', 1),
      element('isrequired', row.isrequired === true ? 1 : 0),
      ...optional('parameterkey'),
      element('secretstore', row.secretstore ?? 0),
      element('type', row.type),
    ],
    { schemaname: row.schemaname },
  )
  return [
    {
      path: `environmentvariabledefinitions/${String(row.schemaname)}/environmentvariabledefinition.xml`,
      content: `<?xml version="1.0" encoding="utf-8"?>${content}`,
    },
  ]
}
