import type { JsonNode } from '@sevenstep/located-json'
import { optionalText } from '../json/optional-text.ts'
import type { EnvironmentVariable, EnvironmentVariableType, PackagedValue } from '../model/flow-package.ts'
import { attributeOf, childOf, textOfChild } from '../xml/xml-element.ts'
import type { PackageReader } from './package-reader.ts'

const types: Readonly<Record<string, EnvironmentVariableType>> = {
  '100000000': 'string',
  '100000001': 'number',
  '100000002': 'boolean',
  '100000003': 'json',
  '100000004': 'data-source',
  '100000005': 'secret',
}

const definitionFile = /^environmentvariabledefinitions\/[^/]+\/environmentvariabledefinition\.xml$/i

/** The environment variables of a solution, each with the current values packaged beside its definition. */
export function readEnvironmentVariables(reader: PackageReader): readonly EnvironmentVariable[] {
  const variables: EnvironmentVariable[] = []
  for (const path of reader.paths) {
    if (!definitionFile.test(path)) continue
    const variable = readVariable(reader, path)
    if (variable !== undefined) variables.push(variable)
  }
  return variables
}

function readVariable(reader: PackageReader, path: string): EnvironmentVariable | undefined {
  const raw = reader.find(path, 'environment-variable')
  const file = raw === undefined ? undefined : reader.xml(raw, 'environmentvariabledefinition')
  const root = file?.xml.root
  if (file === undefined || root === undefined) return undefined
  const schemaName = attributeOf(root, 'schemaname') ?? ''
  if (schemaName === '') {
    reader.reportAt('value-missing', file, root, {
      detail: 'the schema name of the environment variable',
    })
    return undefined
  }
  const folder = path.slice(0, path.lastIndexOf('/'))
  const values = readValues(reader, `${folder}/environmentvariablevalues.json`)
  if (values.currentValues.length > 1) {
    reader.report('values-conflict', { file: values.valuesPath ?? path }, { name: schemaName })
  }
  const type = textOfChild(root, 'type') ?? ''
  return {
    schemaName,
    displayName: attributeOf(childOf(root, 'displayname'), 'default') ?? schemaName,
    description: attributeOf(childOf(root, 'description'), 'default') ?? '',
    type: Object.hasOwn(types, type) ? (types[type] ?? 'unknown') : 'unknown',
    ...optionalText('defaultValue', textOfChild(root, 'defaultvalue')),
    isRequired: textOfChild(root, 'isrequired') === '1',
    ...optionalText('apiId', textOfChild(root, 'apiid')),
    ...optionalText('parameterKey', textOfChild(root, 'parameterkey')),
    ...values,
    path: file.path,
  }
}

function readValues(
  reader: PackageReader,
  path: string,
): { readonly currentValues: readonly PackagedValue[]; readonly valuesPath?: string } {
  const raw = reader.find(path, 'environment-variable-values')
  const file = raw === undefined ? undefined : reader.json(raw)
  if (file === undefined) return { currentValues: [] }
  const node = file.json.root?.find('environmentvariablevalues', 'environmentvariablevalue')
  const items = node?.kind === 'array' ? node.children : node === undefined ? [] : [node]
  const currentValues = items.flatMap((item) => {
    const value = packagedValue(item)
    if (value === undefined) {
      const facts = { name: 'environmentvariablevalue', detail: 'without a value' }
      reader.reportAt('json-misshapen', file, item, facts)
      return []
    }
    return [{ value, ...optionalText('id', item.text('@environmentvariablevalueid')) }]
  })
  return { currentValues, valuesPath: file.path }
}

function packagedValue(item: JsonNode): string | undefined {
  const value = item.member('value')?.value
  return value === undefined || value === null ? undefined : String(value)
}
