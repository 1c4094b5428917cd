import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { operationExtensions } from './operation-extensions.ts'

const operation = (extra: object) => ({
  definition: { paths: { '/cars': { get: { operationId: 'ListCars', ...extra } } } },
})
const simulated = (operationId: unknown) => operation({ 'x-ms-operation-context': { simulate: { operationId } } })
const at = '/paths/~1cars/get'

testRuleFamily(operationExtensions, import.meta.url, {
  passes: [
    { name: 'content in parts', given: operation({ 'x-ms-capabilities': { chunkTransfer: false } }) },
    { name: 'an operation that exists', given: simulated('ListCars') },
    { name: 'a context without a simulation', given: operation({ 'x-ms-operation-context': {} }) },
  ],
  fails: [
    {
      name: 'true in quotes',
      given: operation({ 'x-ms-capabilities': { chunkTransfer: 'True' } }),
      finds: [{ rule: 'ext-operation-capabilities', at: `${at}/x-ms-capabilities/chunkTransfer` }],
      mended: operation({ 'x-ms-capabilities': { chunkTransfer: true } }),
    },
    {
      name: 'a capability of connectors',
      given: operation({ 'x-ms-capabilities': { testConnection: {} } }),
      finds: [{ rule: 'ext-operation-capabilities', at: `${at}/x-ms-capabilities/testConnection` }],
    },
    {
      name: 'an operation that does not exist',
      given: simulated('TryCars'),
      finds: [{ rule: 'ext-operation-context-exists', at: `${at}/x-ms-operation-context/simulate/operationId` }],
    },
  ],
})
