import { readConnector } from '@sevenstep/connector-schema'
import { expect, test } from 'vitest'
import { checkConnector } from './check-connector.ts'

test('of a file whose reading broke off no value is edited, only its text', () => {
  const whole = '{"properties": {"iconBrandColor": "1f6f5c", "iconBrandColor": "1f6f5c",, "publisher": "A "}}'
  const editsOf = (content: string): number[] =>
    checkConnector(readConnector([{ path: 'apiProperties.json', content }]), { withEdits: true })
      .subject.findings.flatMap(({ edits = [] }) => edits)
      .map(({ start }) => start)
  const stray = whole.indexOf(',,') + 1
  expect(editsOf(whole).length).toBeGreaterThan(1)
  expect(new Set(editsOf(whole.slice(0, -2)))).toEqual(new Set([stray]))
})
