import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { swaggerRoot } from './swagger-root.ts'

const root = (members: object) => ({ definition: { swagger: '2.0', info: { title: 'x' }, paths: {}, ...members } })

testRuleFamily(swaggerRoot, import.meta.url, {
  passes: [
    {
      name: 'every known key',
      given: root({
        host: 'a',
        basePath: '/',
        schemes: [],
        consumes: [],
        produces: [],
        tags: [{ name: 'a' }, { name: 'b' }],
        'x-ms-capabilities': {},
      }),
    },
    {
      name: 'what a broken file does not show is not missing',
      given: { definition: '{"info": {}, "paths": {"/a": {' },
    },
  ],
  fails: [
    { name: 'a number', given: root({ swagger: 2 }), finds: [{ rule: 'swagger-version-2', at: '/swagger' }] },
    { name: 'none', given: { definition: '{"info":{}}' }, finds: [{ rule: 'swagger-version-2', at: '' }] },
    {
      name: 'OpenAPI 3',
      given: { definition: '{"openapi":"3.0.1","info":{}}' },
      finds: [{ rule: 'swagger-version-2', at: '/openapi', what: 'The definition is OpenAPI 3.0.1.' }],
    },
    {
      name: 'a key in other letters',
      given: root({ basepath: '/v1' }),
      finds: [{ rule: 'swagger-root-keys', at: '/basepath' }],
      mended: root({ basePath: '/v1' }),
    },
    {
      name: 'a key of OpenAPI 3',
      given: root({ servers: [] }),
      finds: [{ rule: 'swagger-root-keys', at: '/servers' }],
    },
    {
      name: 'a strange key in info',
      given: root({ info: { title: 'x', author: 'me' } }),
      finds: [{ rule: 'info-known-keys', at: '/info/author' }],
    },
    {
      name: 'a tag twice',
      given: root({ tags: [{ name: 'a' }, { name: 'a' }] }),
      finds: [{ rule: 'swagger-tags-unique', at: '/tags/1' }],
      mended: root({ tags: [{ name: 'a' }] }),
    },
  ],
})
