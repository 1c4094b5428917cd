import type { JsonNode } from '@sevenstep/located-json'
import type { JsonFile } from '../read/text-file.ts'

/** One connection parameter of `apiProperties.json`. */
export interface ConnectionParameter {
  readonly node: JsonNode
  /** Its key: `api_key`, `token:TenantId`. */
  readonly name: string
  readonly type: string | undefined
  readonly uiDefinition: JsonNode | undefined
  /** Name of the parameter set it belongs to; nothing for the default ones. */
  readonly setName: string | undefined
}

/** One policy template instance. */
export interface Policy {
  readonly node: JsonNode
  /** Lower case: templates are matched without regard to case. */
  readonly templateId: string | undefined
  readonly title: string | undefined
  readonly parameters: JsonNode | undefined
  /** The operations it applies to; nothing means all. */
  readonly operationIds: readonly JsonNode[] | undefined
}

/** `apiProperties.json` as connection parameters and policies that know their place. */
export class Properties {
  readonly file: JsonFile
  readonly node: JsonNode
  /** The `properties` object everything stands in, when it is there. */
  readonly body: JsonNode | undefined
  readonly connectionParameters: readonly ConnectionParameter[]
  readonly policies: readonly Policy[]

  constructor(file: JsonFile, node: JsonNode) {
    this.file = file
    this.node = node
    const body = node.member('properties')
    this.body = body?.kind === 'object' ? body : undefined
    this.connectionParameters = [
      ...parametersOf(this.body?.member('connectionParameters'), undefined),
      ...setParametersOf(this.body),
    ]
    this.policies = policiesOf(this.body)
  }

  get iconBrandColor(): string | undefined {
    return this.body?.text('iconBrandColor')
  }

  get publisher(): string | undefined {
    return this.body?.text('publisher')
  }

  get stackOwner(): string | undefined {
    return this.body?.text('stackOwner')
  }

  get parameterSets(): JsonNode | undefined {
    const sets = this.body?.member('connectionParameterSets')
    return sets?.kind === 'object' ? sets : undefined
  }

  /** The default connection parameter of that name. */
  connectionParameter(name: string): ConnectionParameter | undefined {
    return this.connectionParameters.find((parameter) => parameter.name === name && parameter.setName === undefined)
  }
}

function parametersOf(node: JsonNode | undefined, setName: string | undefined): ConnectionParameter[] {
  if (node?.kind !== 'object') return []
  return node.children
    .filter((child) => child.kind === 'object')
    .map((child) => ({
      node: child,
      name: child.key ?? '',
      type: child.text('type'),
      uiDefinition: child.member('uiDefinition'),
      setName,
    }))
}

function setParametersOf(body: JsonNode | undefined): ConnectionParameter[] {
  const values = body?.member('connectionParameterSets')?.member('values')
  if (values?.kind !== 'array') return []
  return values.children.flatMap((set) => parametersOf(set.member('parameters'), set.text('name') ?? ''))
}

function policiesOf(body: JsonNode | undefined): readonly Policy[] {
  const list = body?.member('policyTemplateInstances')
  if (list?.kind !== 'array') return []
  return list.children
    .filter((child) => child.kind === 'object')
    .map((node) => {
      const parameters = node.member('parameters')
      const names = parameters?.member('x-ms-apimTemplate-operationName')
      const operationIds = names?.kind === 'array' && names.children.length > 0 ? names.children : undefined
      return {
        node,
        templateId: node.text('templateId')?.toLowerCase(),
        title: node.text('title'),
        parameters,
        operationIds,
      }
    })
}
