import { readConnector } from '@sevenstep/connector-schema'
import { expect, test } from 'vitest'
import { checkConnector } from './check-connector.ts'

const definition = {
  path: 'apiDefinition.swagger.json',
  content: '{"swagger":"2.0","info":{"title":"Cars"},"paths":{}}',
}
const properties = { path: 'apiProperties.json', content: '{"properties":{"iconBrandColor":"#123456"}}' }
const broken = { ...definition, content: '[]' }

/** What is said of a rule that could not look. */
function unseen(rule: string, ...files: Parameters<typeof readConnector>[0]) {
  const { notChecked = [] } = checkConnector(readConnector(files)).subject
  const note = notChecked.find(({ rules }) => rules.includes(rule))
  return note === undefined ? undefined : [note.reason, note.handIn]
}

test('rules about a file that was not read had nothing to look at', () => {
  const reason = ['No apiDefinition.swagger.json was read.', 'Hand in apiDefinition.swagger.json too.']
  for (const rule of ['info-title-max-length', 'param-description-required', 'op-id-unique']) {
    expect(unseen(rule, properties), rule).toEqual(reason)
    expect(unseen(rule, properties, definition), rule).toBeUndefined()
  }
  expect(unseen('props-brand-color-hex', definition)).toEqual([
    'No apiProperties.json was read.',
    'Hand in apiProperties.json too.',
  ])
  expect(unseen('props-brand-color-hex', properties)).toBeUndefined()
})

test('a file that was given and is no JSON object cannot be told anything of', () => {
  expect(unseen('info-title-max-length', broken, properties)).toEqual([
    'No apiDefinition.swagger.json was understood.',
    undefined,
  ])
})
