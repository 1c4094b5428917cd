import assert from 'node:assert/strict'
import { checkConnector } from '@sevenstep/certification-rules'
import { readConnector } from '@sevenstep/connector-schema'

const connector = readConnector([{ path: 'apiDefinition.swagger.json', content: '{"swagger":"2.0","paths":{}}' }])
const { subject } = checkConnector(connector, { path: 'shop' })
assert.equal(subject.path, 'shop')
assert.ok(Array.isArray(subject.findings))
