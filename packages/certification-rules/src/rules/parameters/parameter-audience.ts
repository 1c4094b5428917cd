import type { Definition, Parameter } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'

/** Tells parameters that makers meet from those that only internal operations have or that are internal themselves. */
export interface ParameterAudience {
  /** True for a parameter that is no body and that makers fill in. */
  fillsIn(parameter: Parameter): boolean
}

/** Looks once at who uses the parameters of a definition. */
export function audienceOf(definition: Definition): ParameterAudience {
  const hidden = new Set<JsonNode>()
  const shown = new Set<JsonNode>()
  for (const operation of definition.operations) {
    const uses = operation.isInternal ? hidden : shown
    for (const parameter of operation.parameters) uses.add(parameter.node)
  }
  return {
    fillsIn(parameter) {
      if (parameter.isBody || parameter.isInternal) return false
      return shown.has(parameter.node) || !hidden.has(parameter.node)
    },
  }
}

/** What to call a parameter in a message. */
export function labelOf({ name, location }: Parameter): string {
  return name !== undefined && name !== '' ? name : `a nameless ${location ?? 'parameter'}`
}

/** Whose parameter it is, for a message: an operation, a path, or the shared ones. */
export function ownerOf({ owner }: Parameter): string {
  if (owner === undefined) return 'the shared parameters'
  return 'label' in owner ? `"${owner.label}"` : `the path "${owner.path}"`
}
