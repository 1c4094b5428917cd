import type { Definition, Operation } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'
import { isWhole } from '../whole-file.ts'

/** The operation that tries a new connection out: `x-ms-capabilities.testConnection`. */
export const testConnection = defineRuleFamily({
  id: 'test-connection',
  rules: {
    'ext-test-connection-present': {
      title: 'The connector can try a new connection out.',
      profiles: certifiedProfiles,
      deviation:
        'Connectors without connection parameters are left out: there is nothing to try. No mend: which operation tells a good key from a bad one, only the author knows.',
      messages: {
        found: {
          what: 'No operation is named that tries a new connection out.',
          why: 'A wrong key is accepted when the connection is made and fails only when a flow runs.',
          fix: 'Name a GET operation without parameters in "x-ms-capabilities", under "testConnection".',
        },
      },
    },
    'ext-test-connection-operation-exists': {
      title: 'The operation that tries connections out exists.',
      messages: {
        found: {
          what: 'Connections are to be tried out with "{operation}", which does not exist.',
          why: 'Every new connection fails its test.',
          fix: 'Name an operation of this connector, exactly as its "operationId" is written.',
        },
        missing: {
          what: '"testConnection" names no operation.',
          why: 'Without an operation nothing can be tried out.',
          fix: 'Add "operationId".',
        },
      },
    },
    'ext-test-connection-get': {
      title: 'Connections are tried out with a GET.',
      messages: {
        found: {
          what: '"{operation}" tries connections out with {method}.',
          why: 'The test may run at any time and must not change anything.',
          fix: 'Name an operation that only reads.',
        },
      },
    },
    'ext-test-connection-parameters': {
      title: 'Connections can be tried out without asking the maker for anything.',
      deviation: 'No mend: which value to send, only the author knows.',
      messages: {
        found: {
          what: '"{operation}" tries connections out but needs "{parameter}", which is not given.',
          why: 'Nobody can be asked for it while the connection is made, so the test fails.',
          fix: 'Give it as a fixed value under "parameters" of "testConnection", or name an operation that needs none.',
        },
        reference: {
          what: 'The value of "{parameter}" is to come from another parameter.',
          why: 'There is no other parameter while a connection is made.',
          fix: 'Give a fixed value.',
        },
      },
    },
  },
  check(context) {
    return {
      definition(definition) {
        const test = definition.node.member('x-ms-capabilities')?.member('testConnection')
        if (test?.kind === 'object') checkTest(context, definition, test)
        else if (isWhole(definition) && needsConnection(context))
          context.report('ext-test-connection-present', test ?? definition.node)
      },
    }
  },
})

/** A connector without sign-in whose connections ask for nothing has nothing to try out. */
function needsConnection({ connector: { properties, definition } }: CheckContext): boolean {
  if (properties === undefined || properties.connectionParameters.length > 0) return true
  return (definition?.securityDefinitions?.children.length ?? 0) > 0
}

function checkTest({ report }: CheckContext, definition: Definition, test: JsonNode): void {
  const id = test.member('operationId')
  if (typeof id?.value !== 'string') {
    report('ext-test-connection-operation-exists', id ?? test, { message: 'missing' })
    return
  }
  const operation = definition.operation(id.value)
  if (operation === undefined) {
    if (isWhole(definition)) report('ext-test-connection-operation-exists', id, { data: { operation: id.value } })
    return
  }
  if (operation.method !== 'get') {
    const data = { operation: id.value, method: operation.method.toUpperCase() }
    report('ext-test-connection-get', id, { data })
  }
  checkParameters(report, operation, test)
}

function checkParameters(report: CheckContext['report'], operation: Operation, test: JsonNode): void {
  const given = test.member('parameters')
  for (const value of given?.kind === 'object' ? given.children : []) {
    if (value.member('parameter') !== undefined || value.member('parameterReference') !== undefined)
      report('ext-test-connection-parameters', value, { message: 'reference', data: { parameter: value.key ?? '' } })
  }
  for (const { name, node, isRequired } of operation.parameters) {
    if (!isRequired || name === undefined || node.member('default') !== undefined) continue
    if (given?.member(name) === undefined)
      report('ext-test-connection-parameters', test, { data: { operation: operation.label, parameter: name } })
  }
}
