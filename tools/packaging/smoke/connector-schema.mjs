import assert from 'node:assert/strict'
import { readConnector } from '@sevenstep/connector-schema'

const connector = readConnector([{ path: 'apiDefinition.swagger.json', content: '{"swagger":"2.0","paths":{}}' }], {
  name: 'shop',
})
assert.equal(connector.name, 'shop')
assert.deepEqual(connector.paths, ['apiDefinition.swagger.json'])
