import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { testConnection } from './test-connection.ts'

const garage = { name: 'garage', in: 'query', type: 'string', required: true }
const tested = (testing: unknown, parameters: readonly object[] = [], method = 'get') => ({
  definition: {
    paths: { '/cars': { [method]: { operationId: 'ListCars', parameters } } },
    'x-ms-capabilities': { testConnection: testing },
  },
})
const at = '/x-ms-capabilities/testConnection'

testRuleFamily(testConnection, import.meta.url, {
  passes: [
    { name: 'a GET without parameters', given: tested({ operationId: 'ListCars' }) },
    { name: 'a fixed value', given: tested({ operationId: 'ListCars', parameters: { garage: 'all' } }, [garage]) },
    { name: 'a default', given: tested({ operationId: 'ListCars' }, [{ ...garage, default: 'all' }]) },
    {
      name: 'a connector without sign-in',
      given: { definition: { securityDefinitions: {} }, properties: { connectionParameters: {} } },
    },
  ],
  fails: [
    {
      name: 'a sign-in that the connection does not ask for yet',
      given: { properties: { connectionParameters: {} } },
      finds: [{ rule: 'ext-test-connection-present', at: '' }],
    },
    { name: 'no test', given: { definition: {} }, finds: [{ rule: 'ext-test-connection-present', at: '' }] },
    {
      name: 'a test that is no object',
      given: tested(true),
      finds: [{ rule: 'ext-test-connection-present', at }],
    },
    {
      name: 'an operation that does not exist',
      given: tested({ operationId: 'ListVans' }),
      finds: [{ rule: 'ext-test-connection-operation-exists', at: `${at}/operationId` }],
    },
    {
      name: 'no operation',
      given: tested({}),
      finds: [{ rule: 'ext-test-connection-operation-exists', at, what: '"testConnection" names no operation.' }],
    },
    {
      name: 'a POST',
      given: tested({ operationId: 'ListCars' }, [], 'post'),
      finds: [{ rule: 'ext-test-connection-get', at: `${at}/operationId` }],
    },
    {
      name: 'a value that is not given',
      given: tested({ operationId: 'ListCars' }, [garage]),
      finds: [{ rule: 'ext-test-connection-parameters', at }],
    },
    {
      name: 'a value from another parameter',
      given: tested({ operationId: 'ListCars', parameters: { garage: { parameter: 'depot' } } }, [garage]),
      finds: [{ rule: 'ext-test-connection-parameters', at: `${at}/parameters/garage` }],
    },
  ],
})
