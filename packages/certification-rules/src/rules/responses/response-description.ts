import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily, type MendContext } from '../../engine/rule-family.ts'
import { isCutOff } from '../cut-off.ts'

/** Names of status codes as RFC 9110 gives them; those an API commonly answers with. */
const statusNames: Readonly<Record<string, string>> = {
  default: 'Default',
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  206: 'Partial Content',
  301: 'Moved Permanently',
  302: 'Found',
  304: 'Not Modified',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

/** What is said about an answer: `description` of a response. */
export const responseDescription = defineRuleFamily({
  id: 'response-description',
  rules: {
    'response-description-required': {
      title: 'Every response has a description.',
      mend: 'automatic',
      deviation: 'mended with the standard name of the status code; codes without one need a person',
      messages: {
        found: {
          what: 'The response "{code}" of {owner} has no description.',
          why: 'OpenAPI 2.0 demands one, and the validator refuses the file without.',
          fix: 'Add a "description"; the name of the status code will do.',
        },
      },
    },
    'response-description-not-empty': {
      title: 'The description of a response is not empty.',
      mend: 'automatic',
      deviation: 'mended with the standard name of the status code; codes without one need a person',
      messages: {
        found: {
          what: 'The description of the response "{code}" of {owner} is empty.',
          why: 'It is shown above the outputs; the validator warns about an empty one.',
          fix: 'Say what the response means; the name of the status code will do.',
        },
      },
    },
  },
  check(context) {
    return {
      definition({ sharedResponses }) {
        for (const node of sharedResponses?.children ?? []) {
          if (node.kind === 'object') checkDescription(context, node, 'the shared responses')
        }
      },
      response({ site }, operation) {
        checkDescription(context, site, `"${operation.label}"`)
      },
    }
  },
  mends: { 'response-description-required': addDescription, 'response-description-not-empty': addDescription },
})

function checkDescription({ report, connector }: CheckContext, node: JsonNode, owner: string): void {
  if (node.member('$ref') !== undefined) return
  const description = node.member('description')
  const data = { owner, code: node.key ?? '' }
  if (description === undefined) {
    if (!isCutOff(connector, node)) report('response-description-required', node, { data })
  } else if (description.kind !== 'string') report('response-description-required', description, { data })
  else if (String(description.value).trim() === '') report('response-description-not-empty', description, { data })
}

function addDescription({ node, data, edit }: MendContext): void {
  const code = String(data.code)
  const name = Object.hasOwn(statusNames, code) ? statusNames[code] : undefined
  if (node === undefined || name === undefined) return
  if (node.key === 'description' && node.kind !== 'object') edit.set(node, name)
  else if (node.kind === 'object' && node.key !== 'description') edit.insert(node, 'description', name)
}
