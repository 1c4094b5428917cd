import type { JsonNode } from '@sevenstep/located-json'
import type { Parameter } from './parameter.ts'
import { type PathItem, parametersIn } from './path-item.ts'
import { Response } from './response.ts'

const methods: ReadonlySet<string> = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch'])

/** True for a key of a path item that is an HTTP method in OpenAPI 2.0 (lower case). */
export function isMethod(key: string): boolean {
  return methods.has(key)
}

/** One action or trigger. */
export class Operation {
  readonly node: JsonNode
  /** Lower case, as written. */
  readonly method: string
  readonly pathItem: PathItem
  readonly id: string | undefined
  readonly summary: string | undefined
  readonly description: string | undefined
  readonly visibility: string | undefined
  /** The value of `x-ms-trigger` when it is text. */
  readonly trigger: string | undefined
  /** Parameters listed in the operation itself. */
  readonly ownParameters: readonly Parameter[]
  readonly responses: readonly Response[]
  #parameters: readonly Parameter[] | undefined

  constructor(node: JsonNode, method: string, pathItem: PathItem) {
    this.node = node
    this.method = method
    this.pathItem = pathItem
    this.id = node.text('operationId')
    this.summary = node.text('summary')
    this.description = node.text('description')
    this.visibility = node.text('x-ms-visibility')
    this.trigger = node.text('x-ms-trigger')
    this.ownParameters = parametersIn(node, this)
    this.responses = responsesIn(node, this)
  }

  /** All parameters that apply: the operation's own, then those of the path item it does not redefine. */
  get parameters(): readonly Parameter[] {
    if (this.#parameters === undefined) {
      const own = new Set(this.pathItem.parameters.length === 0 ? [] : this.ownParameters.map(identityOf))
      const shared = this.pathItem.parameters.filter((parameter) => !own.has(identityOf(parameter)))
      this.#parameters = shared.length === 0 ? this.ownParameters : [...this.ownParameters, ...shared]
    }
    return this.#parameters
  }

  /** True when makers never see it. */
  get isInternal(): boolean {
    return this.visibility === 'internal'
  }

  get isTrigger(): boolean {
    return this.node.member('x-ms-trigger') !== undefined
  }

  /** A trigger that subscribes: its path item describes the payload, or its body holds the call-back address. */
  get isWebhook(): boolean {
    return this.isTrigger && this.method !== 'get' && this.pathItem.notificationContent !== undefined
  }

  get isDeprecated(): boolean {
    return this.node.member('deprecated')?.value === true
  }

  get body(): Parameter | undefined {
    return this.parameters.find((parameter) => parameter.isBody)
  }

  /** What to call it in a message: its id, or its method and path. */
  get label(): string {
    return this.id ?? `${this.method.toUpperCase()} ${this.pathItem.path}`
  }
}

/** What makes two parameters the same one. */
function identityOf({ name, location }: Parameter): string {
  return JSON.stringify([location, name])
}

function responsesIn(node: JsonNode, operation: Operation): readonly Response[] {
  const responses = node.member('responses')
  if (responses?.kind !== 'object') return []
  const found: Response[] = []
  for (const site of responses.children) {
    if (site.kind === 'object' && site.key?.startsWith('x-') !== true) found.push(new Response(site, operation))
  }
  return found
}
