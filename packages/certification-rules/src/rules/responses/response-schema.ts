import type { Operation, Response } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily, type MendContext } from '../../engine/rule-family.ts'
import { isCutOff } from '../cut-off.ts'
import { isWhole } from '../whole-file.ts'
import { isEmptySchema } from './empty-schema.ts'

/** What answers look like: the schemas of responses. */
export const responseSchema = defineRuleFamily({
  id: 'response-schema',
  rules: {
    'response-default-no-schema': {
      title: 'The default response has no schema.',
      mend: 'proposed',
      deviation: 'the mend is proposed, not automatic: outputs that flows use may come from this schema',
      messages: {
        found: {
          what: 'The default response of "{operation}" has a schema.',
          why: 'The default describes errors; its fields show up among the outputs of a success.',
          fix: 'Move the schema to the code of success, or remove it if it describes an error.',
        },
      },
    },
    'response-single-schema': {
      title: 'Only one response of an operation has a schema.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The operation "{operation}" has {count} responses with a schema.',
          why: 'The designer shows the outputs of one response and ignores the others.',
          fix: 'Keep the schema of the successful response and remove the others.',
        },
      },
    },
    'response-success-schema': {
      title: 'A successful response says what it holds.',
      deviation:
        'operations that name no 200 or 201 are left to response-success-required; no mend: only the author knows the answer',
      messages: {
        found: {
          what: 'The {code} response of "{operation}" has no schema.',
          why: 'Without it makers get no outputs to work with in the steps that follow.',
          fix: 'Add the schema of the body; answer 204 or 202 where there is none.',
        },
      },
    },
    'response-schema-not-empty': {
      title: 'The schema of a successful response has fields.',
      deviation:
        'internal operations are left alone, though the measurement counts them: makers never see their outputs',
      messages: {
        found: {
          what: 'The schema of the {code} response of "{operation}" is empty.',
          why: 'An empty schema gives makers no outputs, and reviewers send it back each time.',
          fix: 'List the fields under "properties", or use "x-ms-dynamic-schema" where they differ from call to call.',
        },
      },
    },
    'response-204-no-schema': {
      title: 'A response without content has no schema.',
      mend: 'proposed',
      deviation: 'the mend is proposed, not automatic: flows may use outputs that come from this schema',
      messages: {
        found: {
          what: 'The 204 response of "{operation}" has a schema.',
          why: '204 means that there is no body, so the outputs it promises are always empty.',
          fix: 'Remove the schema, or name the code the API really answers with.',
        },
      },
    },
  },
  check(context) {
    return {
      response: (response, operation) => checkResponse(context, response, operation),
      operation: (operation) => checkTogether(context, operation),
    }
  },
  mends: {
    'response-default-no-schema': removeDefaultSchema,
    'response-204-no-schema': removeSchema,
    'response-single-schema': removeOtherSchemas,
  },
})

function checkResponse(
  { report, connector: { definition } }: CheckContext,
  response: Response,
  operation: Operation,
): void {
  const { schema, code } = response
  if (schema === undefined) return
  const data = { operation: operation.label, code }
  const at = placeOf(response, schema)
  if (code === 'default') report('response-default-no-schema', at, { onKey: true, data })
  else if (code === '204') report('response-204-no-schema', at, { onKey: true, data })
  else if (response.isSuccess && !operation.isInternal && isEmptySchema(schema)) {
    // What it refers to may go on where the file was cut off.
    if (definition !== undefined && isWhole(definition)) report('response-schema-not-empty', at, { data })
  }
}

function checkTogether({ report, connector }: CheckContext, operation: Operation): void {
  const { responses } = operation
  const data = { operation: operation.label }
  const described = responses.filter((response) => response.schema !== undefined)
  if (described.length > 1) {
    const kept = described.find((response) => response.isSuccess) ?? described[0]
    const [second, ...others] = described.filter((response) => response !== kept)
    if (second?.schema !== undefined) {
      report('response-single-schema', placeOf(second, second.schema), {
        onKey: true,
        data: { ...data, count: described.length },
        related: others.map(({ site }) => ({ at: site, note: 'It has a schema too.' })),
      })
    }
  }
  if (operation.isInternal || operation.pathItem.notificationContent !== undefined) return
  const answers = responses.filter(({ code }) => code === '200' || code === '201')
  const [bare] = answers
  if (bare === undefined || answers.some(({ schema }) => schema !== undefined)) return
  if (!isCutOff(connector, bare.node))
    report('response-success-schema', bare.site, { data: { ...data, code: bare.code } })
}

/** Where the schema stands, unless the response is a shared one: then where the operation refers to it. */
function placeOf({ site, node }: Response, schema: JsonNode): JsonNode {
  return site === node ? schema : site
}

/** Only beside another response with a schema: otherwise it is the only one makers have outputs from. */
function removeDefaultSchema({ node, edit }: MendContext): void {
  const responses = node?.key === 'schema' ? node.parent?.parent : undefined
  const hasOther = responses?.children.some((other) => other !== node?.parent && other.member('schema') !== undefined)
  if (node !== undefined && hasOther === true) edit.remove(node)
}

function removeSchema({ node, edit }: MendContext): void {
  if (node?.key === 'schema') edit.remove(node)
}

/** Removes the schemas of errors and of the default; among several successes a person has to choose. */
function removeOtherSchemas({ node, edit }: MendContext): void {
  const responses = node?.key === 'schema' ? node.parent?.parent : node?.parent
  const described = responses?.children.filter((response) => response.member('schema') !== undefined) ?? []
  const isSuccess = ({ key = '' }: JsonNode): boolean => key.startsWith('2')
  if (described.filter(isSuccess).length !== 1) return
  for (const response of described) {
    const schema = response.member('schema')
    if (schema !== undefined && !isSuccess(response)) edit.remove(schema)
  }
}
