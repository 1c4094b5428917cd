import type { Schema } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'
import { isCutOff } from '../cut-off.ts'
import { comparableText, endsLikeSentence, withFullStop } from '../texts/sentence-end.ts'

const maxSummary = 80

/** What makers read about a property. */
export const schemaTexts = defineRuleFamily({
  id: 'schema-texts',
  rules: {
    'schema-request-property-summary': {
      title: 'Every visible property of a request has a display name.',
      profiles: certifiedProfiles,
      deviation: 'No mend: a display name is for the author to choose.',
      messages: {
        found: {
          what: 'The property "{name}" of a request has no display name.',
          why: 'Makers see the raw key as the label of the field.',
          fix: 'Add "x-ms-summary" with a short name in Title Case.',
        },
      },
    },
    'schema-request-property-description': {
      title: 'Every visible property of a request has a description.',
      profiles: certifiedProfiles,
      deviation: 'No mend: a description is for the author to write.',
      messages: {
        found: {
          what: 'The property "{name}" of a request has no description.',
          why: 'Makers see an empty field without a hint of what belongs in it.',
          fix: 'Add "description" with one sentence on what to enter.',
        },
      },
    },
    'schema-response-property-summary': {
      title: 'Every visible property of a response has a display name.',
      profiles: certifiedProfiles,
      deviation:
        'A schema that requests use too is reported there only. No mend: a display name is for the author to choose.',
      messages: {
        found: {
          what: 'The property "{name}" of a response has no display name.',
          why: 'Makers see the raw key in the list of values they can pick from.',
          fix: 'Add "x-ms-summary" with a short name in Title Case.',
        },
      },
    },
    'schema-response-property-description': {
      title: 'Every visible property of a response has a description.',
      profiles: certifiedProfiles,
      deviation:
        'A schema that requests use too is reported there only. No mend: a description is for the author to write.',
      messages: {
        found: {
          what: 'The property "{name}" of a response has no description.',
          why: 'Makers cannot tell what the value means without trying it out.',
          fix: 'Add "description" with one sentence on what the value is.',
        },
      },
    },
    'schema-summary-differs-description': {
      title: 'The description of a property says more than its display name.',
      profiles: certifiedProfiles,
      messages: {
        found: {
          what: 'The description of "{name}" only repeats its display name.',
          why: 'Makers read the same words twice and learn nothing.',
          fix: 'Say in the description what the value is, its form, or where to find it.',
        },
      },
    },
    'schema-summary-max-length': {
      title: 'The display name of a property has at most 80 characters.',
      profiles: certifiedProfiles,
      deviation: 'No mend: how to say it shorter is for the author to choose.',
      messages: {
        found: {
          what: 'The display name of "{name}" is {length} characters long; at most {max} are allowed.',
          why: 'The designer cuts longer labels off.',
          fix: 'Shorten it and move the rest to the description.',
        },
      },
    },
    'schema-description-ends-punctuation': {
      title: 'The description of a property ends as a sentence does.',
      profiles: certifiedProfiles,
      mend: 'automatic',
      messages: {
        found: {
          what: 'The description of "{name}" does not end in a full stop.',
          why: 'Reviewers ask for whole sentences, and texts with and without look careless side by side.',
          fix: 'Add a full stop.',
        },
      },
    },
  },
  check(context) {
    return {
      schema(schema) {
        if (schema.place === 'property' && !schema.isInternal) checkTexts(context, schema)
      },
    }
  },
  mends: {
    'schema-description-ends-punctuation': ({ node, edit }) => {
      const text = node === undefined ? undefined : withFullStop(String(node.value))
      if (node !== undefined && text !== undefined) edit.set(node, text)
    },
  },
})

function checkTexts(context: CheckContext, schema: Schema): void {
  if (schema.ref !== undefined) return
  const { node, isRequest, isResponse } = schema
  let summary: JsonNode | undefined
  let title: JsonNode | undefined
  let description: JsonNode | undefined
  for (const child of node.children) {
    if (child.key === 'x-ms-summary') summary = child
    else if (child.key === 'title') title = child
    else if (child.key === 'description') description = child
  }
  const name = node.key ?? ''
  const hasLabel = isText(summary) || isText(title)
  const isSilent = (!hasLabel || !isText(description)) && isCutOff(context.connector, node)
  if (!hasLabel && !isSilent) {
    if (isRequest) context.report('schema-request-property-summary', node, { data: { name } })
    else if (isResponse) context.report('schema-response-property-summary', node, { data: { name } })
  }
  if (!isText(description) && !isSilent) {
    if (isRequest) context.report('schema-request-property-description', node, { data: { name } })
    else if (isResponse) context.report('schema-response-property-description', node, { data: { name } })
  }
  judgeTexts(context, name, { summary, title, description })
}

function judgeTexts(
  { report }: CheckContext,
  name: string,
  { summary, title, description }: Readonly<Record<'summary' | 'title' | 'description', JsonNode | undefined>>,
): void {
  const length = typeof summary?.value === 'string' ? summary.value.length : 0
  const label = isText(summary) ? summary?.value : title?.value
  const text = description?.value
  if (length > maxSummary && summary !== undefined)
    report('schema-summary-max-length', summary, { data: { name, length, max: maxSummary } })
  if (typeof text !== 'string' || description === undefined || text === '') return
  if (!endsLikeSentence(text)) report('schema-description-ends-punctuation', description, { data: { name } })
  if (typeof label === 'string' && isSame(label, text))
    report('schema-summary-differs-description', description, { data: { name } })
}

function isText(node: JsonNode | undefined): boolean {
  return typeof node?.value === 'string' && node.value !== ''
}

function isSame(label: string, text: string): boolean {
  // Most differ in length by more than punctuation and blanks explain; only the rest is compared.
  return Math.abs(label.length - text.length) <= 4 && comparableText(label) === comparableText(text)
}
