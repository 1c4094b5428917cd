import { readJson, resolvePointer } from '@sevenstep/located-json'
import { expect, test } from 'vitest'
import { phraseOf } from './describe-place.ts'

const { root } = readJson(
  JSON.stringify({
    definitions: {
      A: { allOf: [{ properties: { b: { items: { properties: { c: {} } } }, m: { additionalProperties: {} } } }] },
    },
    parameters: { P: { name: 'page', in: 'query', items: {} } },
    responses: { R: { schema: { properties: { d: {} } } } },
    paths: {
      '/x': {
        parameters: [{ name: 'q', in: 'query' }],
        'x-ms-notification-content': { schema: { properties: { e: {} } } },
        get: {
          operationId: 'Get',
          parameters: [
            { name: 'body', in: 'body', schema: { properties: { properties: { items: {} } } } },
            { name: 'ids', in: 'query', items: {} },
          ],
          responses: { 200: { schema: { properties: { f: {} } } } },
        },
        post: { responses: { 200: { schema: {} } } },
      },
    },
  }),
)

test.each([
  ['/definitions/A', 'the whole content of the shared schema `A`'],
  ['/definitions/A/allOf/0/properties/b/items/properties/c', '`b[]/c` of the shared schema `A`'],
  ['/definitions/A/allOf/0/properties/m/additionalProperties', '`m{}` of the shared schema `A`'],
  ['/parameters/P', '`page` of the shared parameters'],
  ['/parameters/P/items', '`page[]` of the shared parameters'],
  ['/responses/R/schema/properties/d', '`d` of the shared answer `R`'],
  ['/paths/~1x/parameters/0', '`q` of path `/x`'],
  ['/paths/~1x/x-ms-notification-content/schema/properties/e', '`e` of the webhook payload of `/x`'],
  ['/paths/~1x/get/parameters/0/schema/properties/properties/items', '`properties[]` of the body of `Get`'],
  ['/paths/~1x/get/parameters/1/items', '`ids[]` of `Get`'],
  ['/paths/~1x/get/responses/200/schema/properties/f', '`f` of the 200 answer of `Get`'],
  ['/paths/~1x/post/responses/200/schema', 'the whole content of the 200 answer of `POST /x`'],
])('%s', (pointer, expected) => {
  const node = root === undefined ? undefined : resolvePointer(root, pointer)
  expect(node === undefined ? 'nothing' : phraseOf(node)).toBe(expected)
})
