import type { JsonNode } from '@sevenstep/located-json'
import type { Operation } from './operation.ts'
import { resolved } from './references.ts'

/** One answer an operation may give. */
export class Response {
  readonly site: JsonNode
  /** The response's own object, behind a `$ref` if there is one. */
  readonly node: JsonNode
  readonly operation: Operation
  /** Three digits or `default`, as written. */
  readonly code: string
  readonly schema: JsonNode | undefined

  constructor(site: JsonNode, operation: Operation) {
    this.site = site
    this.node = resolved(site) ?? site
    this.operation = operation
    this.code = site.key ?? ''
    this.schema = this.node.member('schema')
  }

  /** True for 200 to 299. */
  get isSuccess(): boolean {
    return /^2\d\d$/.test(this.code)
  }
}
