import { resolve } from '@sevenstep/connector-schema'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { isWhole } from '../whole-file.ts'
import { ownerOf } from './parameter-audience.ts'

const prefix = '#/parameters/'

/** Parameters that stand elsewhere: `$ref` in a list of parameters. */
export const parameterReference = defineRuleFamily({
  id: 'parameter-reference',
  rules: {
    'param-ref-valid': {
      title: 'A reference to a parameter leads to one of the shared parameters.',
      messages: {
        found: {
          what: '{owner} refers to the parameter "{ref}", which does not exist.',
          why: 'Without it the operation lacks an input; the validator refuses the file.',
          fix: 'Add the parameter under "parameters" of the definition, or correct the reference.',
        },
        elsewhere: {
          what: '{owner} refers to a parameter by "{ref}".',
          why: 'Only the shared parameters of the definition can be referred to.',
          fix: 'Move the parameter to "parameters" of the definition and refer to it as "#/parameters/…".',
        },
        circular: {
          what: '{owner} refers to the parameter "{ref}", which refers back to itself.',
          why: 'Whoever follows the reference never arrives at a parameter.',
          fix: 'Write the parameter out under "parameters" of the definition.',
        },
      },
    },
  },
  check({ report, connector }) {
    const { definition } = connector
    return {
      parameterReference(parameter) {
        const at = parameter.site.member('$ref')
        if (at === undefined) return
        const ref = String(at.value ?? at.kind)
        const owner = parameter.owner === undefined ? 'A shared parameter' : `The list of ${ownerOf(parameter)}`
        const options = { data: { owner, ref } }
        if (!ref.startsWith(prefix)) {
          report('param-ref-valid', at, { ...options, message: 'elsewhere' })
          return
        }
        const target = resolve(parameter.site)
        if (target.is === 'circular') report('param-ref-valid', at, { ...options, message: 'circular' })
        else if (
          target.is === 'found' ? target.node.kind !== 'object' : definition !== undefined && isWhole(definition)
        ) {
          report('param-ref-valid', at, options)
        }
      },
    }
  },
})
