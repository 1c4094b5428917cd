import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { dynamicReferences } from './dynamic-references.ts'

const garage = { name: 'garage', in: 'query', type: 'string' }
const body = (properties: object) => ({ name: 'body', in: 'body', schema: { type: 'object', properties } })
const values = (parameter: string) => ({
  'x-ms-dynamic-values': { operationId: 'A', parameters: { garage: { parameter } } },
})
const list = (parameterReference: string) => ({
  'x-ms-dynamic-list': { operationId: 'A', parameters: { garage: { parameterReference } } },
})
const asking = (extension: object, ...sources: readonly object[]) => ({
  definition: {
    paths: {
      '/drives': { post: { parameters: [{ name: 'car', in: 'query', type: 'string', ...extension }, ...sources] } },
    },
  },
})
const at = '/paths/~1drives/post/parameters/0'
const older = `${at}/x-ms-dynamic-values/parameters/garage/parameter`
const newer = `${at}/x-ms-dynamic-list/parameters/garage/parameterReference`
const text = { type: 'string' }

testRuleFamily(dynamicReferences, import.meta.url, {
  passes: [
    { name: 'a parameter', given: asking(values('garage'), garage) },
    {
      name: 'a parameter of the path',
      given: {
        definition: {
          paths: { '/a': { parameters: [garage], get: asking(values('garage')).definition.paths['/drives'].post } },
        },
      },
    },
    {
      name: 'a property of the body',
      given: asking(list('body/depot/garage'), body({ depot: { properties: { garage: text } } })),
    },
    {
      name: 'a property, made clear beside',
      given: asking({ ...values('garage'), ...list('body/garage') }, body({ garage: text })),
    },
    {
      name: 'a body that may hold anything',
      given: asking(list('body/garage'), { name: 'body', in: 'body', schema: {} }),
    },
    {
      name: 'a schema no operation uses',
      given: { definition: { definitions: { Car: { type: 'string', ...values('garage') } } } },
    },
    {
      name: 'a named schema, used by an operation that has the parameter',
      given: {
        definition: {
          definitions: { Car: { properties: { id: { type: 'string', ...values('garage') } } } },
          paths: {
            '/a': { post: { parameters: [garage, { name: 'b', in: 'body', schema: { $ref: '#/definitions/Car' } }] } },
          },
        },
      },
    },
  ],
  fails: [
    {
      name: 'a parameter that does not exist',
      given: asking(values('depot'), garage),
      finds: [
        {
          rule: 'ext-dynamic-source-parameter-exists',
          at: older,
          what: 'A value is to come from "depot", which "POST /drives" does not have.',
        },
      ],
    },
    {
      name: 'a property that does not exist',
      given: asking(list('body/depot'), body({ garage: text })),
      finds: [{ rule: 'ext-dynamic-source-parameter-exists', at: newer }],
    },
    {
      name: 'an internal parameter',
      given: asking(values('garage'), { ...garage, 'x-ms-visibility': 'internal' }),
      finds: [{ rule: 'ext-dynamic-source-internal', at: older }],
    },
    {
      name: 'a property inside an internal one',
      given: asking(
        list('body/depot/garage'),
        body({ depot: { 'x-ms-visibility': 'internal', properties: { garage: text } } }),
      ),
      finds: [{ rule: 'ext-dynamic-source-internal', at: newer }],
    },
    {
      name: 'a parameter and a property of one name',
      given: asking(values('garage'), garage, body({ garage: text })),
      finds: [{ rule: 'ext-dynamic-reference-ambiguous', at: older }],
    },
    {
      name: 'a property only',
      given: asking(values('garage'), body({ garage: text })),
      finds: [
        {
          rule: 'ext-dynamic-reference-ambiguous',
          at: older,
          what: '"garage" is a property of the body, which this extension cannot refer to.',
        },
      ],
    },
  ],
})
