import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { schemaReferences } from './schema-references.ts'

const schemas = (definitions: unknown) => ({ definition: { definitions } })
const holding = (driver: unknown) => schemas({ Car: { properties: { driver } }, Driver: { type: 'object' } })
const at = '/definitions/Car/properties/driver/$ref'

testRuleFamily(schemaReferences, import.meta.url, {
  passes: [
    { name: 'a reference to a named schema', given: holding({ $ref: '#/definitions/Driver' }) },
    { name: 'a property that is called $ref', given: schemas({ Car: { properties: { $ref: { type: 'string' } } } }) },
    {
      name: 'a name with escaped characters',
      given: schemas({ 'A/b c': {}, Car: { $ref: '#/definitions/A~1b%20c' } }),
    },
    { name: 'a name that stands for another one', given: schemas({ Car: { $ref: '#/definitions/Van' }, Van: {} }) },
    {
      name: 'a shared response and a shared parameter',
      given: {
        definition: {
          responses: { Gone: { description: 'Gone.' } },
          parameters: { Page: { name: 'page', in: 'query', type: 'integer' } },
          paths: {
            '/cars': {
              get: {
                parameters: [{ $ref: '#/parameters/Page' }],
                responses: { 404: { $ref: '#/responses/Gone' } },
              },
            },
          },
        },
      },
    },
    {
      name: 'a name that may stand behind the end of a truncated file',
      given: { definition: '{"swagger":"2.0","definitions":{"Car":{"items":{"$ref":"#/definitions/Van"}},' },
    },
  ],
  fails: [
    {
      name: 'a name that does not exist',
      given: holding({ $ref: '#/definitions/Pilot' }),
      finds: [{ rule: 'schema-ref-resolves', at, what: '"#/definitions/Pilot" leads to nothing in this definition.' }],
    },
    {
      name: 'shared parts that do not exist',
      given: {
        definition: {
          paths: {
            '/cars': {
              get: {
                parameters: [{ $ref: '#/parameters/Page' }],
                responses: { 404: { $ref: '#/responses/Gone' } },
              },
            },
          },
        },
      },
      finds: [
        { rule: 'schema-ref-resolves', at: '/paths/~1cars/get/parameters/0/$ref' },
        { rule: 'schema-ref-resolves', at: '/paths/~1cars/get/responses/404/$ref' },
      ],
    },
    {
      name: 'a place of OpenAPI 3',
      given: holding({ $ref: '#/components/schemas/Driver' }),
      finds: [{ rule: 'schema-ref-location', at }],
    },
    {
      name: 'another file',
      given: holding({ $ref: 'driver.json#/definitions/Driver' }),
      finds: [{ rule: 'schema-ref-location', at }],
    },
    {
      name: 'part of a named schema',
      given: holding({ $ref: '#/definitions/Driver/properties/name' }),
      finds: [{ rule: 'schema-ref-location', at }],
    },
    { name: 'a number', given: holding({ $ref: 7 }), finds: [{ rule: 'schema-ref-location', at }] },
    {
      name: 'texts beside a reference',
      given: holding({ $ref: '#/definitions/Driver', description: 'Who drives.' }),
      finds: [{ rule: 'schema-no-ref-siblings', at: '/definitions/Car/properties/driver/description' }],
      mended: holding({ $ref: '#/definitions/Driver' }),
    },
    {
      name: 'names that lead to each other',
      given: schemas({ Car: { $ref: '#/definitions/Van' }, Van: { $ref: '#/definitions/Car' } }),
      finds: [
        { rule: 'schema-ref-loop', at: '/definitions/Car/$ref' },
        { rule: 'schema-ref-loop', at: '/definitions/Van/$ref' },
      ],
    },
    {
      name: 'a shared response that is only another one',
      given: { definition: { responses: { Lost: { $ref: '#/responses/Gone' }, Gone: { description: 'Gone.' } } } },
      finds: [{ rule: 'schema-ref-loop', at: '/responses/Lost/$ref' }],
    },
    {
      name: 'a shared parameter that is itself',
      given: { definition: { parameters: { Page: { $ref: '#/parameters/Page' } } } },
      finds: [{ rule: 'schema-ref-loop', at: '/parameters/Page/$ref' }],
    },
  ],
})
