import type { Operation } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily, type MendContext } from '../../engine/rule-family.ts'
import { isCutOff } from '../cut-off.ts'
import { isEmptySchema } from './empty-schema.ts'

/** Which answers an operation names. */
export const responseCodes = defineRuleFamily({
  id: 'response-codes',
  rules: {
    'response-success-required': {
      title: 'Every operation names an answer that means success.',
      deviation: 'no mend of its own: where "default" stands alone, the mend of response-default-not-alone helps',
      messages: {
        found: {
          what: 'The operation "{operation}" has no response from 200 to 299.',
          why: 'Makers get the outputs of an action from its successful response.',
          fix: 'Add the code the API answers with when all went well, and the schema of its body.',
        },
      },
    },
    'response-default-not-alone': {
      title: 'The default response does not stand alone.',
      mend: 'proposed',
      deviation: 'the mend is proposed, not automatic, and only for a response with a schema: the code is a guess',
      messages: {
        found: {
          what: 'The operation "{operation}" has a default response only.',
          why: 'It stands for success and failure alike, so makers get outputs that may be those of an error.',
          fix: 'Name the code of success, such as "200", with its schema.',
        },
      },
    },
    'response-code-valid': {
      title: 'A response is named by a status code or "default".',
      messages: {
        found: {
          what: 'The operation "{operation}" has a response "{code}".',
          why: 'Responses are named by three digits from 100 to 599 or "default"; ranges such as "2XX" came later.',
          fix: 'Write the code the API answers with.',
        },
      },
    },
  },
  check(context) {
    return { operation: (operation) => checkCodes(context, operation) }
  },
  mends: { 'response-default-not-alone': renameDefault },
})

function checkCodes({ report, connector }: CheckContext, operation: Operation): void {
  const responses = operation.node.member('responses')
  if (responses?.kind !== 'object') return
  const data = { operation: operation.label }
  let count = 0
  let hasSuccess = false
  let hasInvalid = false
  let fallback: JsonNode | undefined
  for (const child of responses.children) {
    const code = child.key ?? ''
    if (code.startsWith('x-')) continue
    count++
    if (code === 'default') fallback = child
    else if (!/^[1-5]\d\d$/.test(code)) {
      hasInvalid = true
      report('response-code-valid', child, { onKey: true, data: { ...data, code } })
    } else if (code.startsWith('2')) hasSuccess = true
  }
  if (count === 0 || isCutOff(connector, responses)) return
  // A code that is none may have been meant for the success.
  if (!hasSuccess && !hasInvalid) report('response-success-required', responses, { data })
  if (fallback !== undefined && count === 1) report('response-default-not-alone', fallback, { onKey: true, data })
}

/** Only with a schema that says something: a successful response without one is the next finding. */
function renameDefault({ node, edit }: MendContext): void {
  const schema = node?.member('schema')
  if (node !== undefined && schema !== undefined && !isEmptySchema(schema)) edit.rename(node, '200')
}
