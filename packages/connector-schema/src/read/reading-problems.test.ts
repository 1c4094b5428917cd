import { describe, expect, test } from 'vitest'
import { referenceProblems } from '../model/reference-problems.ts'
import { readConnector } from './read-connector.ts'
import { readingProblems } from './reading-problems.ts'

const path = 'apiDefinition.swagger.json'

function problemsOf(content: string | Uint8Array) {
  return readingProblems(readConnector([{ path, content }]))
}

describe('readingProblems', () => {
  test.each([
    ['{"a":1,}', 'file-json-valid', 'trailing-comma', 6],
    ['{"a":', 'file-json-valid', 'unterminated-text', 4],
    ['{/* */}', 'file-json-no-comments', 'comment', 1],
    ['{"a":1,"a":2}', 'file-json-no-duplicate-keys', 'duplicate-key', 7],
    ['\ufeff{}', 'file-json-no-bom', 'byte-order-mark', 0],
    ['[]', 'file-json-valid', 'not-object', 0],
    [new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d]), 'file-json-utf8', 'wrong-encoding', 2],
    [new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]), 'file-json-utf8', 'wrong-encoding', 0],
    [new Uint8Array([0x7b, 0, 0x7d, 0]), 'file-json-utf8', 'wrong-encoding', 0],
  ])('of %j', (content, rule, problem, start) => {
    expect(problemsOf(content)).toMatchObject([{ rule, problem, path, start }])
  })

  test('of a sound file there are none, and none of files that were not given', () => {
    expect(problemsOf('{"a":1}')).toEqual([])
    expect(readingProblems(readConnector([]))).toEqual([])
  })

  test('the last one tells how many more there were', () => {
    const problems = problemsOf(`{"a":[1${',,1'.repeat(150)}]}`)
    expect(problems).toHaveLength(100)
    expect(problems.at(-1)?.data.more).toBe(50)
    expect(problems[0]?.data.more).toBeUndefined()
  })
})

describe('referenceProblems', () => {
  test('missing, foreign and circular ones, and no data', () => {
    const content = JSON.stringify({
      definitions: {
        Good: { properties: { default: { $ref: '#/definitions/Nowhere' } } },
        Loop: { $ref: '#/definitions/Pool' },
        Pool: { $ref: '#/definitions/Loop' },
        Far: { $ref: 'other.json#/x' },
        Tree: { properties: { child: { $ref: '#/definitions/Tree' } }, example: { $ref: '#/nowhere' } },
        Indirect: { $ref: '#/definitions/Far' },
      },
    })
    const { definition } = readConnector([{ path, content }])
    if (definition === undefined) throw new Error('not read')
    const found = referenceProblems(definition).map(({ is, ref, node, at }) => [is, ref, node.pointer(), at.pointer()])
    expect(found).toEqual([
      [
        'missing',
        '#/definitions/Nowhere',
        '/definitions/Good/properties/default/$ref',
        '/definitions/Good/properties/default/$ref',
      ],
      ['circular', '#/definitions/Pool', '/definitions/Loop/$ref', '/definitions/Loop/$ref'],
      ['circular', '#/definitions/Loop', '/definitions/Pool/$ref', '/definitions/Pool/$ref'],
      ['foreign', 'other.json#/x', '/definitions/Far/$ref', '/definitions/Far/$ref'],
      ['foreign', '#/definitions/Far', '/definitions/Indirect/$ref', '/definitions/Far/$ref'],
    ])
  })

  test('deep nesting is no trouble', () => {
    const content = `{"definitions":${'{"a":'.repeat(480)}{"$ref":"#/x"}${'}'.repeat(480)}}`
    const { definition } = readConnector([{ path, content }])
    expect(definition && referenceProblems(definition)).toHaveLength(1)
  })
})
