import type { Definition } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily, type MendContext } from '../../engine/rule-family.ts'
import { isWhole } from '../whole-file.ts'

/** Which way of signing in requests use: `security`, of the definition and of operations. */
export const securityRequirements = defineRuleFamily({
  id: 'security-requirements',
  rules: {
    'security-requirement-defined': {
      title: 'A security requirement names a security definition.',
      mend: 'proposed',
      deviation:
        'proposed: removing a requirement changes which requests are signed; only a slip in the case is mended',
      messages: {
        found: {
          what: 'The security requirement "{name}" is not defined.',
          why: 'Requests would be sent without signing in.',
          fix: 'Write the name of an entry of "securityDefinitions", letter by letter, or remove the requirement.',
        },
      },
    },
    'security-non-oauth-empty-scopes': {
      title: 'Only OAuth requirements list scopes.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The security requirement "{name}" lists scopes, but is no OAuth.',
          why: 'API keys and basic authentication have no scopes; the validator demands an empty list.',
          fix: 'Write "{name}": [].',
        },
      },
    },
    'security-scope-defined': {
      title: 'The scopes of a requirement are defined.',
      mend: 'proposed',
      deviation: 'proposed: the scope’s description can only be repeated from its name',
      messages: {
        found: {
          what: 'The scope "{scope}" is not among those of "{name}".',
          why: 'The validator compares the two lists, and a misspelt scope is refused when somebody signs in.',
          fix: 'Add it to "scopes" of the security definition with a short description, or correct its spelling.',
        },
      },
    },
    'security-requirement-present': {
      title: 'A definition with security definitions says which one requests use.',
      mend: 'proposed',
      deviation: 'proposed: a connector that signs in by a policy may leave it out on purpose',
      messages: {
        found: {
          what: 'There are security definitions, but no "security" says that requests use them.',
          why: 'Tools that read the definition take the service for an open one.',
          fix: 'Add "security" with the name of the security definition.',
        },
      },
    },
    'security-requirement-not-null': {
      title: 'A security requirement has a list as its value.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The value of the security requirement "{name}" is {kind}, not a list.',
          why: 'The validator refuses it.',
          fix: 'Write "{name}": [], or the list of scopes.',
        },
      },
    },
  },
  check(context) {
    return {
      definition(definition) {
        const security = definition.node.member('security')
        if (security !== undefined) checkRequirements(context, definition, security)
        if (security === undefined || (security.kind === 'array' && security.children.length === 0))
          checkPresence(context, definition, security)
      },
      operation({ node }) {
        const security = node.member('security')
        const { definition } = context.connector
        if (security !== undefined && definition !== undefined) checkRequirements(context, definition, security)
      },
    }
  },
  mends: {
    'security-requirement-defined': ({ node, connector, edit }) => {
      const name = node?.key?.toLowerCase()
      const known = connector.definition?.securityDefinitions?.children.filter((one) => one.key?.toLowerCase() === name)
      const key = known?.length === 1 ? known[0]?.key : undefined
      if (node !== undefined && key !== undefined && node.parent?.member(key) === undefined) edit.rename(node, key)
    },
    'security-non-oauth-empty-scopes': emptyList,
    'security-scope-defined': defineScope,
    'security-requirement-present': ({ connector, edit }) => {
      const defined = connector.definition?.securityDefinitions
      const name = defined?.children.length === 1 ? defined.children[0]?.key : undefined
      if (defined?.parent === undefined || name === undefined) return
      edit.insert(defined.parent, 'security', [{ [name]: [] }], { after: 'securityDefinitions' })
    },
    'security-requirement-not-null': emptyList,
  },
})

function checkRequirements(context: CheckContext, definition: Definition, security: JsonNode): void {
  if (security.kind !== 'array') return
  for (const requirement of security.children) {
    if (requirement.kind === 'object')
      for (const entry of requirement.children) checkRequirement(context, definition, entry)
  }
}

function checkRequirement({ report }: CheckContext, definition: Definition, entry: JsonNode): void {
  const name = entry.key ?? ''
  const defined = definition.securityDefinitions?.member(name)
  if (entry.kind !== 'array')
    report('security-requirement-not-null', entry, {
      data: { name, kind: entry.kind === 'null' ? 'null' : `a ${entry.kind}` },
    })
  if (defined === undefined) {
    if (isWhole(definition)) report('security-requirement-defined', entry, { onKey: true, data: { name } })
    return
  }
  if (entry.children.length === 0) return
  const type = defined.text('type')
  if (type === 'basic' || type === 'apiKey') report('security-non-oauth-empty-scopes', entry, { data: { name } })
  else if (type === 'oauth2') {
    const scopes = defined.member('scopes')
    for (const scope of entry.children) {
      if (typeof scope.value === 'string' && scopes?.member(scope.value) === undefined)
        report('security-scope-defined', scope, { data: { name, scope: scope.value } })
    }
  }
}

function checkPresence({ report }: CheckContext, definition: Definition, security: JsonNode | undefined): void {
  const { securityDefinitions, operations } = definition
  if (securityDefinitions === undefined || securityDefinitions.children.length === 0 || !isWhole(definition)) return
  if (operations.some(({ node }) => node.member('security') !== undefined)) return
  report('security-requirement-present', security ?? securityDefinitions)
}

function emptyList({ node, edit }: MendContext): void {
  if (node !== undefined) edit.set(node, [])
}

/** Adds the scope under its own name, which says more than an empty description. */
function defineScope({ node, data, connector, edit }: MendContext): void {
  const defined = connector.definition?.securityDefinitions?.member(String(data.name))
  const scope = node?.value
  if (defined === undefined || typeof scope !== 'string') return
  const scopes = defined.member('scopes')
  if (scopes?.kind === 'object') edit.insert(scopes, scope, scope)
  else edit.insert(defined, 'scopes', { [scope]: scope })
}
