import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { apiAnnotations } from './api-annotations.ts'

const operations = (...list: readonly object[]) => ({
  definition: { paths: Object.fromEntries(list.map((operation, index) => [`/v${index + 1}`, { get: operation }])) },
})
const listed = (operationId: string, annotation: object, extra: object = {}) => ({
  operationId,
  ...extra,
  'x-ms-api-annotation': { family: 'List', ...annotation },
})
const at = (version: number, rest = '') => `/paths/~1v${version}/get${rest}`

testRuleFamily(apiAnnotations, import.meta.url, {
  passes: [
    { name: 'two revisions', given: operations(listed('List', { revision: 1 }), listed('List_V2', { revision: 2 })) },
    { name: 'a suffix without the underscore', given: operations(listed('ListV2', { revision: 2 })) },
    {
      name: 'the first without a number is told apart',
      given: operations({ operationId: 'A', 'x-ms-api-annotation': { status: 'Preview' } }),
    },
    {
      name: 'three revisions, one deprecated',
      given: operations(
        listed('List', { revision: 1, status: 'Production' }, { deprecated: true }),
        listed('List_V2', { revision: 2, status: 'Production' }),
        listed('List_V3', { revision: 3, status: 'Preview' }),
      ),
    },
  ],
  fails: [
    {
      name: 'a number in quotes',
      given: operations(listed('List', { revision: '1' })),
      finds: [{ rule: 'annotation-revision-integer', at: at(1, '/x-ms-api-annotation/revision') }],
      mended: operations(listed('List', { revision: 1 })),
    },
    {
      name: 'zero and a fraction',
      given: operations(listed('List', { revision: 0 }), listed('List_V2', { revision: 1.5 })),
      finds: [
        { rule: 'annotation-revision-integer', at: at(1, '/x-ms-api-annotation/revision') },
        { rule: 'annotation-revision-integer', at: at(2, '/x-ms-api-annotation/revision') },
      ],
    },
    {
      name: 'no revision',
      given: operations(listed('List', {})),
      finds: [{ rule: 'annotation-revision-present', at: at(1, '/x-ms-api-annotation') }],
      mended: operations(listed('List', { revision: 1 })),
    },
    {
      name: 'two without a revision',
      given: operations(listed('List', {}), listed('ListAll', {})),
      finds: [
        { rule: 'annotation-revision-present', at: at(1, '/x-ms-api-annotation') },
        { rule: 'annotation-revision-present', at: at(2, '/x-ms-api-annotation') },
        { rule: 'annotation-one-empty-revision', at: at(2, '/x-ms-api-annotation') },
      ],
      dependsOnOrder: true,
    },
    {
      name: 'one number twice',
      given: operations(listed('List', { revision: 1 }), listed('ListAll', { revision: 1 })),
      finds: [{ rule: 'annotation-revision-unique', at: at(2, '/x-ms-api-annotation/revision') }],
      dependsOnOrder: true,
    },
    {
      name: 'three that are not deprecated, of which the oldest is mended',
      given: operations(
        listed('List', { revision: 1 }),
        listed('List_V2', { revision: 2 }),
        listed('List_V3', { revision: 3 }),
      ),
      finds: [{ rule: 'annotation-max-two-active', at: at(1) }],
      mended: operations(
        listed('List', { revision: 1 }, { deprecated: true }),
        listed('List_V2', { revision: 2 }),
        listed('List_V3', { revision: 3 }),
      ),
    },
    {
      name: 'two in production',
      given: operations(
        listed('List', { revision: 1, status: 'Production' }),
        listed('List_V2', { revision: 2, status: 'Production' }),
      ),
      finds: [{ rule: 'annotation-one-active-production', at: at(1) }],
    },
    {
      name: 'an id that does not say the revision',
      given: operations(listed('ListAll', { revision: 2 })),
      finds: [{ rule: 'annotation-id-suffix', at: at(1, '/operationId') }],
    },
  ],
})
