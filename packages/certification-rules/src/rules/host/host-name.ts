import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'

const bareHost = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?(?::\d{1,5})?$/
const testLabels: ReadonlySet<string> = new Set([
  'dev',
  'test',
  'testing',
  'staging',
  'stage',
  'uat',
  'sandbox',
  'qa',
  'preprod',
])

/** Where requests go: `host`. */
export const hostName = defineRuleFamily({
  id: 'host-name',
  rules: {
    'host-required': {
      title: 'The definition names a host.',
      messages: {
        found: {
          what: 'The definition names no host.',
          why: 'The address of your service is put together from scheme, host and base path; without a host there is none.',
          fix: 'Add "host" at the top level, for example "api.example.com".',
        },
      },
    },
    'host-format': {
      title: 'The host is a name, perhaps with a port, and nothing else.',
      messages: {
        found: {
          what: 'The host is "{host}".',
          why: 'Blanks, braces, paths and backslashes make an address that no request can be sent to.',
          fix: 'Write the name alone, such as api.example.com. Put a path into "basePath"; let a dynamichosturl policy choose between hosts.',
        },
      },
    },
    'host-no-scheme': {
      title: 'The host has no scheme.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The host starts with "{scheme}".',
          why: 'The scheme is added from "schemes"; written twice, the address is broken.',
          fix: 'Remove the scheme from "host".',
        },
      },
    },
    'host-production': {
      title: 'The host is not one for tests.',
      deviation:
        'fewer than measured: only whole labels count, and only where no policy gives each connection a host of its own',
      profiles: certifiedProfiles,
      messages: {
        found: {
          what: 'The host "{host}" looks like one for tests: it has the label "{label}".',
          why: 'Every customer’s flows would run against it.',
          fix: 'Use the host your customers use. If the product is itself a sandbox edition, suppress this with that reason.',
        },
      },
    },
    'host-not-localhost': {
      title: 'The host can be reached from the outside.',
      messages: {
        found: {
          what: 'The host "{host}" cannot be reached from Microsoft’s cloud.',
          why: 'Requests start there, not on your machine; a tunnel ends when you close it.',
          fix: 'Use a public host, or let a dynamichosturl policy give each connection its own.',
        },
      },
    },
    'host-no-port': {
      title: 'The host has no port.',
      messages: {
        found: {
          what: 'The host names the port {port}.',
          why: 'Ports other than the usual ones are often closed on the way.',
          fix: 'Serve on the usual port, unless the service has to have its own.',
        },
      },
    },
    'host-not-ip': {
      title: 'The host is a name, not a number.',
      messages: {
        found: {
          what: 'The host is the address {host}.',
          why: 'Certificates are made for names, and an address changes with the machine behind it.',
          fix: 'Give the service a name.',
        },
      },
    },
  },
  check(context) {
    return {
      definition(definition) {
        const node = definition.node.member('host')
        if (node === undefined || node.kind !== 'string' || node.value === '') {
          context.report('host-required', node ?? definition.node)
        } else checkHost(context, node, String(node.value))
      },
    }
  },
  mends: {
    'host-no-scheme': ({ node, edit }) => {
      const bare = String(node?.value ?? '').replace(/^[a-z]+:\/\//i, '')
      if (node !== undefined && bareHost.test(bare)) edit.set(node, bare)
    },
  },
})

const localName = /^(localhost|127\.0\.0\.1)$|\.(ngrok\.io|ngrok-free\.app|localhost|local)$/

function checkHost({ report, connector }: CheckContext, node: JsonNode, text: string): void {
  const scheme = /^[a-z]+:\/\//i.exec(text)?.[0]
  if (scheme !== undefined || !bareHost.test(text)) {
    if (scheme === undefined) report('host-format', node, { data: { host: text } })
    else report('host-no-scheme', node, { data: { scheme } })
    return
  }
  const port = /:(\d+)$/.exec(text)?.[1]
  const name = text.replace(/:\d+$/, '').toLowerCase()
  // Of an address of one's own machine nothing stays, the port least of all.
  if (port !== undefined && !localName.test(name)) report('host-no-port', node, { data: { port } })
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(name)) report('host-not-ip', node, { data: { host: name } })
  const hasOwnHosts = connector.properties?.policies.some(
    (policy) => policy.templateId === 'dynamichosturl' && policy.operationIds === undefined,
  )
  if (hasOwnHosts === true) return
  if (localName.test(name)) {
    report('host-not-localhost', node, { data: { host: text } })
  }
  const label = name.split(/[.-]/).find((part) => testLabels.has(part))
  if (label !== undefined) report('host-production', node, { data: { host: name, label } })
}
