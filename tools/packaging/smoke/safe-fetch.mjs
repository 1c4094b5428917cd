import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { decodeBody, judgeAddress, safeFetch } from '@sevenstep/safe-fetch'

assert.equal(judgeAddress('169.254.169.254').allowed, false)
const server = createServer((_, response) => response.end('hello')).listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
try {
  const url = `http://127.0.0.1:${server.address().port}/`
  const refused = await safeFetch(url, { policy: { ports: 'any' } })
  assert.equal(refused.ok === false && refused.problem.code, 'address-private')
  const policy = { ports: 'any', permittedNetworks: ['127.0.0.0/8'] }
  const permitted = await safeFetch(url, { policy })
  assert.equal(permitted.ok && decodeBody(permitted.answer), 'hello')
} finally {
  server.close()
}
