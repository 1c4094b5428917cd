import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'

const webSocket: ReadonlySet<unknown> = new Set(['ws', 'wss'])

/** How requests travel: `schemes`. */
export const schemes = defineRuleFamily({
  id: 'schemes',
  rules: {
    'host-schemes-required': {
      title: 'The definition names a scheme.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The definition names no scheme.',
          why: 'The address of your service starts with the first entry of "schemes".',
          fix: 'Add "schemes": ["https"] at the top level.',
        },
      },
    },
    'host-schemes-valid': {
      title: 'Every scheme is http or https.',
      mend: 'proposed',
      messages: {
        found: {
          what: '"{scheme}" is no scheme a connector can use.',
          why: 'Requests are sent over https, or http where a service has nothing better.',
          fix: 'Write "https".',
        },
      },
    },
    'host-schemes-no-websocket': {
      title: 'No scheme is a web socket.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The scheme "{scheme}" is for web sockets.',
          why: 'Connectors send single requests; they cannot keep a socket open.',
          fix: 'Remove it, and offer the same data over https.',
        },
      },
    },
    'host-schemes-https-only': {
      title: 'The only scheme is https.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The definition allows plain http.',
          why: 'Keys and data would travel readable for everybody on the way.',
          fix: 'Keep ["https"] only, once the service answers there.',
        },
      },
    },
  },
  check(context) {
    return {
      definition({ node }) {
        const list = node.member('schemes')
        if (list?.kind !== 'array' || list.children.length === 0) context.report('host-schemes-required', list ?? node)
        else for (const scheme of list.children) checkScheme(context, scheme)
      },
    }
  },
  mends: {
    'host-schemes-required': ({ node, edit }) => {
      if (node === undefined) return
      if (node.key === 'schemes') edit.set(node, ['https'])
      else if (node.kind === 'object')
        edit.insert(node, 'schemes', ['https'], { after: node.member('basePath') === undefined ? 'host' : 'basePath' })
    },
    'host-schemes-valid': ({ node, edit }) => {
      if (node !== undefined) edit.set(node, 'https')
    },
    'host-schemes-no-websocket': ({ node, edit }) => {
      if (node === undefined) return
      if (node.parent?.children.some((other) => other.value === 'https') === true) edit.remove(node)
      else edit.set(node, 'https')
    },
    'host-schemes-https-only': ({ node, edit }) => {
      if (node === undefined) return
      if (node.parent?.children.some((other) => other.value === 'https') === true) edit.remove(node)
      else edit.set(node, 'https')
    },
  },
})

function checkScheme({ report }: CheckContext, scheme: JsonNode): void {
  const data = { scheme: String(scheme.value ?? scheme.kind) }
  if (scheme.value === 'https') return
  if (scheme.value === 'http') report('host-schemes-https-only', scheme)
  else if (webSocket.has(scheme.value)) report('host-schemes-no-websocket', scheme, { data })
  else report('host-schemes-valid', scheme, { data })
}
