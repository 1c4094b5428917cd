import type { Operation } from '@sevenstep/connector-schema'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'
import { isCutOff } from '../cut-off.ts'
import { findProductName } from '../texts/product-names.ts'
import { comparableText, endsLikeSentence, withFullStop } from '../texts/sentence-end.ts'
import { type VisibleText, visibleText } from './visible-operation.ts'

const maxLength = 1000

/** What makers read about an operation: `description`. */
export const operationDescription = defineRuleFamily({
  id: 'operation-description',
  rules: {
    'op-description-required': {
      title: 'Every operation that makers see has a description.',
      profiles: certifiedProfiles,
      deviation: 'no mend: the summary again is not a description, and nothing else is known',
      messages: {
        found: {
          what: 'The operation "{operation}" has no description.',
          why: 'The description is what makers read before they choose an action, and what the reference page shows.',
          fix: 'Add a "description": one or two sentences on what the operation does and returns.',
        },
      },
    },
    'op-description-ends-punctuation': {
      title: 'A description ends as a sentence does.',
      profiles: certifiedProfiles,
      mend: 'automatic',
      messages: {
        found: {
          what: 'The description of "{operation}" does not end in a full stop.',
          why: 'Descriptions are shown as sentences on the generated reference page.',
          fix: 'End it with a full stop.',
        },
      },
    },
    'op-description-differs-summary': {
      title: 'A description says more than the summary.',
      profiles: certifiedProfiles,
      messages: {
        found: {
          what: 'The description of "{operation}" repeats its summary.',
          why: 'Makers see both below each other and learn nothing from the second.',
          fix: 'Say what the operation returns, needs or changes.',
        },
      },
    },
    'op-description-no-product-names': {
      title: 'A description names no Power Platform product.',
      profiles: certifiedProfiles,
      deviation: 'no mend: what is left without the name may say something else',
      messages: {
        found: {
          what: 'The description of "{operation}" names "{product}".',
          why: 'The operation runs in several products, so the sentence is wrong in all but one.',
          fix: 'Say "flow" or "app", or describe the operation without them.',
        },
      },
    },
    'op-description-max-length-1000': {
      title: 'A description has at most 1000 characters.',
      profiles: certifiedProfiles,
      messages: {
        found: {
          what: 'The description of "{operation}" is {length} characters long; more than {max} are hardly read.',
          why: 'The designer shows it in a tooltip, where long texts cannot be scrolled.',
          fix: 'Keep the first sentences and move the rest to your documentation.',
        },
      },
    },
  },
  check(context) {
    return {
      operation(operation) {
        const description = visibleText(operation, 'description')
        if (description !== undefined) checkDescription(context, operation, description)
        else if (!operation.isInternal) {
          const node = operation.node.member('description')
          if (node !== undefined || !isCutOff(context.connector, operation.node)) {
            context.report('op-description-required', node ?? operation.node, { data: { operation: operation.label } })
          }
        }
      },
    }
  },
  mends: {
    'op-description-ends-punctuation': ({ node, edit }) => {
      const text = String(node?.value ?? '')
      const ended = text.trim().length < maxLength ? withFullStop(text) : undefined
      if (node !== undefined && ended !== undefined) edit.set(node, ended)
    },
  },
})

function checkDescription({ report }: CheckContext, operation: Operation, { node, text }: VisibleText): void {
  const label = operation.label
  if (!endsLikeSentence(text)) report('op-description-ends-punctuation', node, { data: { operation: label } })
  const { summary } = operation
  if (summary !== undefined && comparableText(summary) === comparableText(text)) {
    report('op-description-differs-summary', node, { data: { operation: label } })
  }
  const product = findProductName(text)
  if (product !== undefined) report('op-description-no-product-names', node, { data: { operation: label, product } })
  if (text.length > maxLength) {
    report('op-description-max-length-1000', node, {
      data: { operation: label, length: text.length, max: maxLength },
    })
  }
}
