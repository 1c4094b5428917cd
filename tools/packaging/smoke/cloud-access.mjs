import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import {
  CloudFailure,
  createCloudClient,
  createGivenTokenCredential,
  getConnector,
  knownClouds,
  overrideCloud,
} from '@sevenstep/cloud-access'
import { allOperations } from '@sevenstep/cloud-access/operations'

assert.ok(allOperations.some(({ id }) => id === 'connectors.get'))
const server = createServer((_, response) => {
  response.statusCode = 404
  response.end(JSON.stringify({ error: { code: 'EnvironmentNotFound', message: 'No such environment.' } }))
}).listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
try {
  const client = createCloudClient({
    cloud: overrideCloud(knownClouds.public, { through: `http://127.0.0.1:${server.address().port}/https` }),
    tenant: 'contoso.example',
    credential: createGivenTokenCredential('not-a-real-token'),
  })
  const input = { path: { connector: 'shared_x' }, query: { $filter: "environment eq 'gone'" } }
  const failure = await client.call(getConnector, input).catch((error) => error)
  assert.ok(failure instanceof CloudFailure)
  assert.equal(failure.code, 'environment-not-found')
} finally {
  server.close()
  server.closeAllConnections()
}
