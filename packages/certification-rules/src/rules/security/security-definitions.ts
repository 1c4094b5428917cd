import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { isCutOff } from '../cut-off.ts'

const types: readonly string[] = ['basic', 'apiKey', 'oauth2']

/** What the definition says about signing in: `securityDefinitions`. */
export const securityDefinitions = defineRuleFamily({
  id: 'security-definitions',
  rules: {
    'security-type-valid': {
      title: 'A way of signing in is of type basic, apiKey or oauth2.',
      messages: {
        found: {
          what: 'The security definition "{name}" is of type "{type}".',
          why: 'OpenAPI 2.0 knows three types and the platform can sign in with no other.',
          fix: 'Write "basic", "apiKey" or "oauth2".',
        },
        missing: {
          what: 'The security definition "{name}" has no type.',
          why: 'The platform cannot know how to sign in.',
          fix: 'Add "type": "basic", "apiKey" or "oauth2".',
        },
      },
    },
    'security-apikey-fields': {
      title: 'An API key has a name and a place.',
      messages: {
        found: {
          what: 'The API key "{name}" has no "{field}".',
          why: 'The key is sent in a header or query parameter of that name; without both it is not sent.',
          fix: 'Add "name" with the header’s or parameter’s name, and "in" with "header" or "query".',
        },
        place: {
          what: 'The API key "{name}" is sent in "{place}".',
          why: 'Keys can be sent in a header or a query parameter only.',
          fix: 'Write "in": "header" or "in": "query".',
        },
      },
    },
    'security-basic-no-extra': {
      title: 'A definition of basic authentication has only a type and a description.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The basic authentication "{name}" has a "{field}".',
          why: 'The validator refuses what belongs to other types.',
          fix: 'Remove "{field}".',
        },
      },
    },
    'security-oauth-flow': {
      title: 'OAuth uses the authorization code flow.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The OAuth definition "{name}" uses the flow "{flow}".',
          why: 'Connections are made with the authorization code flow; client credentials are not supported.',
          fix: 'Write "flow": "accessCode", with an authorization and a token address.',
        },
      },
    },
    'security-oauth-urls': {
      title: 'An OAuth definition has both addresses.',
      messages: {
        found: {
          what: 'The OAuth definition "{name}" has no "{field}".',
          why: 'Makers are sent to the first address to sign in, and the second gives the token.',
          fix: 'Add "{field}" from your identity provider’s documentation.',
        },
      },
    },
    'security-single-definition': {
      title: 'There is one security definition.',
      messages: {
        found: {
          what: 'There are {count} security definitions.',
          why: 'A connection signs in in one way; the others are not used.',
          fix: 'Keep the one that connections use, or describe several in "connectionParameterSets".',
        },
      },
    },
  },
  check(context) {
    return {
      definition(definition) {
        const { securityDefinitions } = definition
        if (securityDefinitions === undefined) return
        const given = securityDefinitions.children
        if (given.length > 1)
          context.report('security-single-definition', securityDefinitions, { data: { count: given.length } })
        for (const node of given) if (!isCutOff(context.connector, node)) checkDefinition(context, node)
      },
    }
  },
  mends: {
    'security-basic-no-extra': ({ node, edit }) => {
      if (node !== undefined) edit.remove(node)
    },
    'security-oauth-flow': ({ node, edit }) => {
      // The other flows lack an address, which only the author knows.
      const definition = node?.key === 'flow' ? node.parent : node
      if (node === undefined || definition === undefined || !hasText(definition, 'authorizationUrl')) return
      if (!hasText(definition, 'tokenUrl')) return
      if (node.key === 'flow') edit.set(node, 'accessCode')
      else edit.insert(node, 'flow', 'accessCode')
    },
  },
})

function checkDefinition(context: CheckContext, node: JsonNode): void {
  const { report } = context
  const name = node.key ?? ''
  const type = node.member('type')
  if (type?.value === 'basic') checkBasic(context, node, name)
  else if (type?.value === 'apiKey') checkKey(context, node, name)
  else if (type?.value === 'oauth2') checkOAuth(context, node, name)
  else if (type === undefined) report('security-type-valid', node, { message: 'missing', data: { name } })
  else if (!types.includes(String(type.value)))
    report('security-type-valid', type, { data: { name, type: String(type.value ?? type.kind) } })
}

function checkBasic({ report }: CheckContext, node: JsonNode, name: string): void {
  for (const child of node.children) {
    const field = child.key ?? ''
    if (field !== 'type' && field !== 'description' && !field.startsWith('x-'))
      report('security-basic-no-extra', child, { onKey: true, data: { name, field } })
  }
}

function checkKey({ report }: CheckContext, node: JsonNode, name: string): void {
  const rule = 'security-apikey-fields'
  for (const field of ['name', 'in']) {
    if (!hasText(node, field)) report(rule, node.member(field) ?? node, { data: { name, field } })
  }
  const place = node.member('in')
  if (hasText(node, 'in') && place !== undefined && place.value !== 'header' && place.value !== 'query')
    report(rule, place, { message: 'place', data: { name, place: String(place.value) } })
}

function checkOAuth({ report }: CheckContext, node: JsonNode, name: string): void {
  const flow = node.member('flow')
  if (flow?.value !== 'accessCode')
    report('security-oauth-flow', flow ?? node, { data: { name, flow: String(flow?.value ?? 'none') } })
  for (const field of ['authorizationUrl', 'tokenUrl']) {
    if (isNeeded(field, flow?.value) && !hasText(node, field))
      report('security-oauth-urls', node.member(field) ?? node, { data: { name, field } })
  }
}

/** Each of the other flows does without one of the two addresses. */
function isNeeded(field: string, flow: unknown): boolean {
  if (field === 'tokenUrl') return flow !== 'implicit'
  return flow !== 'password' && flow !== 'application'
}

function hasText(node: JsonNode, key: string): boolean {
  return (node.text(key)?.trim() ?? '') !== ''
}
