import type { Parameter } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { defineRuleFamily, type MendContext } from '../../engine/rule-family.ts'
import { ownerOf } from './parameter-audience.ts'

/** Names that the platform keeps for itself. */
export const reservedParameter = defineRuleFamily({
  id: 'reserved-parameter',
  rules: {
    'param-not-connection-id': {
      title: 'No parameter is called connectionId.',
      messages: {
        found: {
          what: 'A parameter of {owner} is called "{name}".',
          why: 'The platform adds a parameter of that name itself, and the two collide.',
          fix: 'Give it another name; where the API insists on it, rename it with a policy.',
        },
      },
    },
    'param-no-authorization-header': {
      title: 'No parameter is the Authorization header.',
      mend: 'proposed',
      deviation: 'the mend is proposed, not automatic: the connection has to provide the header instead',
      messages: {
        found: {
          what: 'A parameter of {owner} is the header "{name}".',
          why: 'The connection sets this header; makers would type secrets into their flows, in plain sight.',
          fix: 'Remove the parameter and describe the sign-in in "securityDefinitions" and the connection parameters.',
        },
      },
    },
    'param-no-content-type-header': {
      title: 'No parameter is a header that the platform sets.',
      mend: 'proposed',
      deviation: 'the mend is proposed, not automatic: flows that set the parameter would lose it',
      messages: {
        found: {
          what: 'A parameter of {owner} is the header "{name}".',
          why: 'The platform sets it from "consumes" and "produces"; many accepted connectors have it all the same.',
          fix: 'Remove the parameter and state the type in "consumes" or "produces".',
        },
      },
    },
  },
  check({ report }) {
    return {
      parameter(parameter) {
        const rule = ruleFor(parameter)
        const node = parameter.node.member('name')
        if (rule === undefined || node === undefined) return
        report(rule, node, { data: { name: String(node.value), owner: ownerOf(parameter) } })
      },
    }
  },
  mends: { 'param-no-authorization-header': removeParameter, 'param-no-content-type-header': removeParameter },
})

function ruleFor({ name, location }: Parameter): string | undefined {
  if (name === undefined || name.length > 13) return undefined
  const lower = name.toLowerCase()
  if (lower === 'connectionid') return 'param-not-connection-id'
  if (location !== 'header') return undefined
  if (lower === 'authorization') return 'param-no-authorization-header'
  return lower === 'content-type' || lower === 'accept' ? 'param-no-content-type-header' : undefined
}

/** A shared parameter stays: references lead to it. */
function removeParameter({ node, edit }: MendContext): void {
  const parameter: JsonNode | undefined = node?.parent
  if (parameter?.parent?.kind === 'array') edit.remove(parameter)
}
