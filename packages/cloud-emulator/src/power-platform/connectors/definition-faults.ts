import { type Definition, readConnector, referenceProblems } from '@sevenstep/connector-schema'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'

/** One thing that keeps a definition from being taken. */
export interface DefinitionFault {
  readonly code: string
  readonly message: string
}

/**
 * What is wrong in an OpenAPI definition, by the checks without which no connector works.
 *
 * @param certification also what certification asks for in the definition.
 */
export function definitionFaults(document: unknown, certification = false): readonly DefinitionFault[] {
  const content = JSON.stringify(document)
  const { definition } = readConnector([{ path: 'apiDefinition.swagger.json', content }])
  if (definition === undefined) return [fault('InvalidDocument', 'The definition is not a JSON object.')]
  return [
    ...rootFaults(definition),
    ...operationFaults(definition),
    ...referenceProblems(definition).map(({ ref }) =>
      fault('UnresolvedReference', `The reference '${ref}' leads nowhere.`),
    ),
    ...(certification ? certificationFaults(definition) : []),
  ]
}

/** @throws EmulatedFailure (400) with all that is wrong, where anything is. */
export function demandDefinition(document: unknown, certification = false): void {
  const faults = definitionFaults(document, certification)
  const [first] = faults
  if (first === undefined) return
  throw new EmulatedFailure(
    400,
    'InvalidOpenApiDefinition',
    `The OpenAPI definition is not valid: ${first.message}${faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''}`,
    { members: { details: faults } },
  )
}

function rootFaults({ node, title, pathItems }: Definition): DefinitionFault[] {
  const faults: DefinitionFault[] = []
  if (node.text('swagger') !== '2.0') {
    faults.push(fault('UnsupportedVersion', "The definition has to be OpenAPI 2.0: 'swagger' has to be '2.0'."))
  }
  if (title === undefined || title.trim() === '') faults.push(fault('MissingTitle', "'info.title' is missing."))
  if (node.text('host') === undefined) faults.push(fault('MissingHost', "'host' is missing."))
  if (node.member('paths')?.kind !== 'object') faults.push(fault('MissingPaths', "'paths' is missing."))
  for (const { path } of pathItems) {
    if (!path.startsWith('/')) faults.push(fault('InvalidPath', `The path '${path}' does not begin with '/'.`))
  }
  return faults
}

function operationFaults({ operations }: Definition): DefinitionFault[] {
  const seen = new Set<string>()
  return operations.flatMap((operation) => {
    const faults: DefinitionFault[] = []
    const { id, label } = operation
    if (id === undefined || id === '') faults.push(fault('MissingOperationId', `'${label}' has no 'operationId'.`))
    else if (seen.has(id)) faults.push(fault('DuplicateOperationId', `The operationId '${id}' is used more than once.`))
    if (id !== undefined) seen.add(id)
    if (operation.node.member('responses') === undefined)
      faults.push(fault('MissingResponses', `'${label}' has no responses.`))
    const named = new Set(operation.parameters.filter(({ location }) => location === 'path').map(({ name }) => name))
    for (const [, name = ''] of operation.pathItem.path.matchAll(/\{([^}]+)\}/g)) {
      if (!named.has(name)) {
        faults.push(fault('UndefinedPathParameter', `'${label}' does not define the path parameter '${name}'.`))
      }
    }
    return faults
  })
}

function certificationFaults({ info, node }: Definition): DefinitionFault[] {
  const faults: DefinitionFault[] = []
  if (info?.member('contact') === undefined) faults.push(fault('MissingContact', "'info.contact' is missing."))
  if (info?.text('description') === undefined)
    faults.push(fault('MissingDescription', "'info.description' is missing."))
  if (node.member('x-ms-connector-metadata') === undefined) {
    faults.push(fault('MissingMetadata', "'x-ms-connector-metadata' is missing."))
  }
  return faults
}

function fault(code: string, message: string): DefinitionFault {
  return { code, message }
}
