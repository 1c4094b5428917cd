import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { reservedParameter } from './reserved-parameter.ts'

const at = '/paths/~1cars/get/parameters/0/name'
const listed = (name: unknown, place = 'header') => ({
  definition: { paths: { '/cars': { get: { parameters: [{ name, in: place, type: 'string' }] } } } },
})
const none = { definition: { paths: { '/cars': { get: { parameters: [] } } } } }

const asking = {
  definition: {
    paths: {
      '/vans': { get: { operationId: 'ListVans', parameters: [{ name: 'Accept', in: 'header', type: 'string' }] } },
    },
    definitions: {
      Van: { 'x-ms-dynamic-values': { operationId: 'ListVans', parameters: { Accept: 'text/plain' } } },
    },
  },
}

testRuleFamily(reservedParameter, import.meta.url, {
  passes: [
    { name: 'another header', given: listed('X-Region') },
    { name: 'a query parameter of that name', given: listed('Accept', 'query') },
    { name: 'a name that holds a reserved one', given: listed('Accept-Language') },
    { name: 'no name', given: listed(3) },
  ],
  fails: [
    {
      name: 'the id of the connection',
      given: listed('ConnectionID', 'query'),
      finds: [{ rule: 'param-not-connection-id', at, what: 'A parameter of "GET /cars" is called "ConnectionID".' }],
    },
    {
      name: 'Authorization',
      given: listed('authorization'),
      finds: [{ rule: 'param-no-authorization-header', at }],
      mended: none,
    },
    {
      name: 'Content-Type',
      given: listed('Content-Type'),
      finds: [{ rule: 'param-no-content-type-header', at }],
      mended: none,
    },
    { name: 'Accept', given: listed('accept'), finds: [{ rule: 'param-no-content-type-header', at }] },
    {
      name: 'a parameter that choices hand over stays',
      given: asking,
      finds: [{ rule: 'param-no-content-type-header', at: '/paths/~1vans/get/parameters/0/name' }],
      mended: asking,
    },
    {
      name: 'a shared parameter stays',
      given: { definition: { parameters: { Accept: { name: 'Accept', in: 'header', type: 'string' } } } },
      finds: [{ rule: 'param-no-content-type-header', at: '/parameters/Accept/name' }],
      mended: { definition: { parameters: { Accept: { name: 'Accept', in: 'header', type: 'string' } } } },
    },
  ],
})
