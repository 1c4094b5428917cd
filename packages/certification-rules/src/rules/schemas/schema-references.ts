import { type Connector, type Parameter, refOf, resolve, type Schema } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { isWhole } from '../whole-file.ts'

/** Where each `$ref` leads, and whether it may lead there. */
export const schemaReferences = defineRuleFamily({
  id: 'schema-references',
  rules: {
    'schema-ref-resolves': {
      title: 'Every reference leads to something that exists.',
      messages: {
        found: {
          what: '"{ref}" leads to nothing in this definition.',
          why: 'The part that is meant stays empty, and the definition is refused when the connector is created.',
          fix: 'Add what is missing under that name, or point to a name that exists.',
        },
      },
    },
    'schema-ref-location': {
      title: 'A reference points straight at a named schema or response of this file.',
      messages: {
        found: {
          what: '"{ref}" is not a reference of the form "#/{section}/<name>".',
          why: 'Connectors are read as one file, and only names directly under "{section}" can be pointed at.',
          fix: 'Move what is meant under "{section}" and write "#/{section}/<name>".',
        },
        text: {
          what: 'The value of "$ref" is not text.',
          why: 'A reference that is no text leads nowhere.',
          fix: 'Write "#/{section}/<name>".',
        },
      },
    },
    'schema-no-ref-siblings': {
      title: 'Nothing stands beside "$ref" in a schema.',
      mend: 'proposed',
      deviation: 'Mended only after a look: what stands beside "$ref" is ignored, but the author may want to keep it.',
      messages: {
        found: {
          what: '"{key}" stands beside "$ref".',
          why: 'Everything beside a reference is ignored, so what it says never reaches the maker.',
          fix: 'Move it into the schema that is pointed at, or remove it.',
        },
      },
    },
    'schema-ref-loop': {
      title: 'A named parameter, response or schema does not lead back to itself.',
      deviation: 'For schemas, only loops are reported: a name that merely stands for another one can be read.',
      messages: {
        found: {
          what: '"{name}" consists of a reference that leads back to "{name}".',
          why: 'Following it never ends, so the definition cannot be read.',
          fix: 'Replace the reference by what "{name}" really is.',
        },
        alias: {
          what: 'The shared {kind} "{name}" is only a reference to another one.',
          why: 'The validator follows a shared {kind} one step only and refuses chains.',
          fix: 'Use the other {kind} directly, or write this one out.',
        },
      },
    },
  },
  check(context) {
    return {
      definition(definition) {
        for (const node of definition.sharedResponses?.children ?? []) judgeNamed(context, node, 'response')
        for (const node of definition.sharedParameters?.children ?? []) judgeNamed(context, node, 'parameter')
      },
      parameterReference(parameter: Parameter) {
        if (parameter.owner === undefined) return
        const result = resolve(parameter.site)
        if (result.is === 'missing' && isAllRead(context.connector))
          context.report('schema-ref-resolves', parameter.site.member('$ref') ?? result.at, {
            data: { ref: result.ref },
          })
      },
      response(response) {
        const ref = response.site.member('$ref')
        if (ref !== undefined) judgeReference(context, ref, 'responses')
      },
      schemaKeyword: {
        $ref: (value, schema) => judgeSchemaReference(context, value, schema),
      },
    }
  },
  mends: {
    'schema-no-ref-siblings': ({ node, edit }) => {
      if (node !== undefined) edit.remove(node)
    },
  },
})

function judgeSchemaReference(context: CheckContext, value: JsonNode, schema: Schema): void {
  if (schema.place === 'parameter' || schema.place === 'header') return
  const { node } = schema
  if (judgeReference(context, value, 'definitions') && isNamed(schema) && resolve(node).is === 'circular') {
    context.report('schema-ref-loop', value, { data: { name: node.key ?? '' } })
  }
  if (node.children.length === 1) return
  for (const sibling of node.children) {
    const { key } = sibling
    if (key !== undefined && key !== '$ref')
      context.report('schema-no-ref-siblings', sibling, { onKey: true, data: { key } })
  }
}

/** False for a truncated file: what is pointed at may stand behind its end. */
function isAllRead({ definition }: Connector): boolean {
  return definition !== undefined && isWhole(definition)
}

function isNamed({ node, depth }: Schema): boolean {
  return depth === 0 && node.parent?.key === 'definitions'
}

/** Judges one `$ref`; true when its form is right and its first step leads to something. */
function judgeReference(
  { report, connector }: CheckContext,
  value: JsonNode,
  section: 'definitions' | 'responses',
): boolean {
  if (typeof value.value !== 'string') {
    report('schema-ref-location', value, { message: 'text', data: { section } })
    return false
  }
  const ref = value.value
  const prefix = section === 'definitions' ? '#/definitions/' : '#/responses/'
  if (!ref.startsWith(prefix) || ref.length === prefix.length || ref.indexOf('/', prefix.length) >= 0) {
    report('schema-ref-location', value, { data: { ref, section } })
    return false
  }
  const { parent } = value
  if (parent === undefined) return false
  const result = resolve(parent)
  if (result.is !== 'missing') return true
  if (result.at === value && isAllRead(connector)) report('schema-ref-resolves', value, { data: { ref } })
  return false
}

function judgeNamed({ report, connector }: CheckContext, node: JsonNode, kind: 'parameter' | 'response'): void {
  const ref = node.member('$ref')
  if (ref === undefined || refOf(node) === undefined) return
  const name = node.key ?? ''
  const result = resolve(node)
  if (result.is === 'circular') report('schema-ref-loop', ref, { data: { name } })
  else if (result.is !== 'missing') report('schema-ref-loop', ref, { message: 'alias', data: { name, kind } })
  else if (result.at === ref && isAllRead(connector)) report('schema-ref-resolves', ref, { data: { ref: result.ref } })
}
