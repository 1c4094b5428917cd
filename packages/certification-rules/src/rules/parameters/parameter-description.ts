import { defineRuleFamily } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'
import { isCutOff } from '../cut-off.ts'
import { findProductName } from '../texts/product-names.ts'
import { comparableText, endsLikeSentence, withFullStop } from '../texts/sentence-end.ts'
import { audienceOf, labelOf, ownerOf, type ParameterAudience } from './parameter-audience.ts'

/** What makers read about a parameter: `description`. */
export const parameterDescription = defineRuleFamily({
  id: 'parameter-description',
  rules: {
    'param-description-required': {
      title: 'Every parameter that makers fill in has a description.',
      profiles: certifiedProfiles,
      deviation: 'no mend: only the author knows what the value does',
      messages: {
        found: {
          what: 'The parameter "{name}" of {owner} has no description.',
          why: 'It is the hint in the empty field; without it makers guess what to enter.',
          fix: 'Add a "description": one sentence on what to enter and what it does.',
        },
      },
    },
    'param-description-ends-punctuation': {
      title: 'A parameter’s description ends as a sentence does.',
      profiles: certifiedProfiles,
      mend: 'automatic',
      messages: {
        found: {
          what: 'The description of the parameter "{name}" of {owner} does not end in a full stop.',
          why: 'Descriptions are shown as sentences on the generated reference page.',
          fix: 'End it with a full stop.',
        },
      },
    },
    'param-description-differs-summary': {
      title: 'A parameter’s description says more than its summary.',
      profiles: certifiedProfiles,
      messages: {
        found: {
          what: 'The description of the parameter "{name}" of {owner} repeats its summary.',
          why: 'Makers see the label and the hint side by side and learn nothing from the second.',
          fix: 'Say what to enter, in which form, and what it does.',
        },
      },
    },
    'param-description-no-product-names': {
      title: 'A parameter’s description names no Power Platform product.',
      profiles: certifiedProfiles,
      deviation: 'no mend: what is left without the name may say something else',
      messages: {
        found: {
          what: 'The description of the parameter "{name}" of {owner} names "{product}".',
          why: 'The operation runs in several products, so the sentence is wrong in all but one.',
          fix: 'Say "flow" or "app", or leave the name out.',
        },
      },
    },
  },
  check({ report, connector }) {
    let audience: ParameterAudience | undefined
    return {
      definition(definition) {
        audience = audienceOf(definition)
      },
      parameter(parameter) {
        if (audience?.fillsIn(parameter) !== true) return
        const node = parameter.node.member('description')
        const description = node?.kind === 'string' ? String(node.value).trim() : ''
        const data = { name: labelOf(parameter), owner: ownerOf(parameter) }
        if (node === undefined || description === '') {
          if (node === undefined && isCutOff(connector, parameter.node)) return
          report('param-description-required', node ?? parameter.node, { data })
          return
        }
        if (!endsLikeSentence(description)) report('param-description-ends-punctuation', node, { data })
        const summary = parameter.node.text('x-ms-summary') ?? ''
        if (comparableText(summary) === comparableText(description)) {
          report('param-description-differs-summary', node, { data })
        }
        const product = findProductName(description)
        if (product !== undefined) report('param-description-no-product-names', node, { data: { ...data, product } })
      },
    }
  },
  mends: {
    'param-description-ends-punctuation': ({ node, edit }) => {
      const ended = withFullStop(String(node?.value ?? ''))
      if (node !== undefined && ended !== undefined) edit.set(node, ended)
    },
  },
})
