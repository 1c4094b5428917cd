import type { Definition, Parameter } from '@sevenstep/connector-schema'
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

/** A shared parameter stays: references lead to it. So does one that choices and fields hand over by its name. */
function removeParameter({ node, connector, edit }: MendContext): void {
  const parameter: JsonNode | undefined = node?.parent
  if (parameter?.parent?.kind !== 'array' || handedOver(connector.definition).has(String(node?.value))) return
  edit.remove(parameter)
}

const handedOverNames = new WeakMap<Definition, ReadonlySet<string>>()

/** Names of all parameters that dynamic extensions and the test of a connection hand over. */
function handedOver(definition: Definition | undefined): ReadonlySet<string> {
  if (definition === undefined) return new Set()
  let names = handedOverNames.get(definition)
  if (names === undefined) {
    names = new Set(argumentNames(definition.node))
    handedOverNames.set(definition, names)
  }
  return names
}

function* argumentNames(root: JsonNode): Generator<string> {
  const pending = [root]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const isCall = node.kind === 'object' && node.member('operationId') !== undefined
    const given = isCall ? node.member('parameters') : undefined
    if (given?.kind === 'object') for (const { key } of given.children) if (key !== undefined) yield key
    for (const child of node.children) if (child.children.length > 0) pending.push(child)
  }
}
