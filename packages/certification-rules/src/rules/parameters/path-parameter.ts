import { defineRuleFamily } from '../../engine/rule-family.ts'
import { isCutOff } from '../cut-off.ts'
import { labelOf, ownerOf } from './parameter-audience.ts'

const encoding = 'x-ms-url-encoding'

/** Parameters that are a part of the path. */
export const pathParameter = defineRuleFamily({
  id: 'path-parameter',
  rules: {
    'param-path-required': {
      title: 'A path parameter is required.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The path parameter "{name}" of {owner} is not "required": true.',
          why: 'A path with a hole in it leads nowhere, so OpenAPI 2.0 demands it and the validator refuses the file.',
          fix: 'Add "required": true.',
        },
      },
    },
    'param-path-url-encoding': {
      title: 'A path parameter says how often it is encoded.',
      mend: 'proposed',
      deviation: 'the mend is proposed, not automatic: whether the API decodes once or twice is not in the file',
      messages: {
        found: {
          what: 'The path parameter "{name}" of {owner} has no "x-ms-url-encoding".',
          why: 'Values that hold a slash or a blank reach the API right only if both sides encode alike.',
          fix: 'Add "x-ms-url-encoding": "single", or "double" if the values may hold slashes.',
        },
      },
    },
    'param-url-encoding-path-only': {
      title: 'Only path parameters say how often they are encoded.',
      mend: 'proposed',
      deviation: 'the mend is proposed, not automatic: a schema of the public repository allows the key in queries',
      messages: {
        found: {
          what: 'The parameter "{name}" of {owner} is sent in "{in}" and has "x-ms-url-encoding".',
          why: 'The key is made for paths; the validator warns about it elsewhere.',
          fix: 'Remove "x-ms-url-encoding".',
        },
      },
    },
  },
  check({ report, connector }) {
    return {
      parameter(parameter) {
        const { node, location } = parameter
        const encoded = node.member(encoding)
        if (location !== 'path') {
          if (encoded === undefined || location === undefined) return
          const data = { name: labelOf(parameter), owner: ownerOf(parameter), in: location }
          report('param-url-encoding-path-only', encoded, { onKey: true, data })
          return
        }
        const data = { name: labelOf(parameter), owner: ownerOf(parameter) }
        const isWhole = !isCutOff(connector, node)
        const required = node.member('required')
        if (!parameter.isRequired && (required !== undefined || isWhole)) {
          report('param-path-required', required ?? node, { data })
        }
        if (encoded === undefined && isWhole) report('param-path-url-encoding', node, { data })
      },
    }
  },
  mends: {
    'param-path-required': ({ node, edit }) => {
      if (node?.key === 'required') edit.set(node, true)
      else if (node !== undefined) edit.insert(node, 'required', true, { after: 'in' })
    },
    'param-path-url-encoding': ({ node, edit }) => {
      if (node !== undefined) edit.insert(node, encoding, 'single')
    },
    'param-url-encoding-path-only': ({ node, edit }) => {
      if (node !== undefined) edit.remove(node)
    },
  },
})
