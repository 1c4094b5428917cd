import { toValue } from '@sevenstep/located-json'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { isCutOff } from '../cut-off.ts'
import { labelOf, ownerOf } from './parameter-audience.ts'

/** Parameters that makers never see: `x-ms-visibility: internal`. */
export const internalParameter = defineRuleFamily({
  id: 'internal-parameter',
  rules: {
    'param-internal-required-default': {
      title: 'A required internal parameter has a default.',
      mend: 'proposed',
      deviation: 'mended only where the parameter allows a single value',
      messages: {
        found: {
          what: 'The parameter "{name}" of {owner} is required and internal, but has no default.',
          why: 'Makers cannot see it to fill it in, so every call fails.',
          fix: 'Add the "default" to send, or let makers see the parameter.',
        },
      },
    },
    'param-internal-default-required': {
      title: 'An internal parameter with a default is required.',
      mend: 'proposed',
      deviation: 'the mend is proposed, not automatic: from then on the value is sent, which it was not before',
      messages: {
        found: {
          what: 'The parameter "{name}" of {owner} is internal and has a default, but is not required.',
          why: 'An optional parameter that nobody fills in is not sent, so the default has no effect.',
          fix: 'Add "required": true, or remove the parameter.',
        },
      },
    },
  },
  check({ report, connector }) {
    return {
      parameter(parameter) {
        if (!parameter.isInternal || parameter.isBody) return
        const { node, isRequired } = parameter
        const hasDefault = node.member('default') !== undefined
        if (isRequired === hasDefault || isCutOff(connector, node)) return
        const rule = isRequired ? 'param-internal-required-default' : 'param-internal-default-required'
        report(rule, node, { data: { name: labelOf(parameter), owner: ownerOf(parameter) } })
      },
    }
  },
  mends: {
    'param-internal-required-default': ({ node, edit }) => {
      const [only, ...others] = node?.member('enum')?.children ?? []
      if (node !== undefined && only !== undefined && others.length === 0) edit.insert(node, 'default', toValue(only))
    },
    'param-internal-default-required': ({ node, edit }) => {
      if (node !== undefined) edit.insert(node, 'required', true, { after: 'in' })
    },
  },
})
