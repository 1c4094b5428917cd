import type { JsonNode } from '@sevenstep/located-json'
import type { Operation } from './operation.ts'
import type { PathItem } from './path-item.ts'

/** One parameter where it is used: of an operation, or shared by a path item's operations. */
export class Parameter {
  /** Where the parameter stands in the list; a `$ref` when it is shared by name. */
  readonly site: JsonNode
  /** The parameter's own object, behind the `$ref` if there is one; the site itself when that leads nowhere. */
  readonly node: JsonNode
  /** The operation or path item that lists it; nothing for one of the definition's shared parameters. */
  readonly owner: Operation | PathItem | undefined
  readonly name: string | undefined
  readonly location: string | undefined
  readonly type: string | undefined
  readonly visibility: string | undefined
  readonly isRequired: boolean
  readonly schema: JsonNode | undefined

  constructor(site: JsonNode, node: JsonNode, owner: Operation | PathItem | undefined) {
    this.site = site
    this.node = node
    this.owner = owner
    this.name = node.text('name')
    this.location = node.text('in')
    this.type = node.text('type')
    this.visibility = node.text('x-ms-visibility')
    this.isRequired = node.member('required')?.value === true
    this.schema = node.member('schema')
  }

  get isBody(): boolean {
    return this.location === 'body'
  }

  /** True when makers never see it. */
  get isInternal(): boolean {
    return this.visibility === 'internal'
  }

  /** True when the list holds a `$ref` instead of the parameter. */
  get isReference(): boolean {
    return this.site !== this.node || this.site.member('$ref') !== undefined
  }
}
