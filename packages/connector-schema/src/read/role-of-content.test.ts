import { expect, test } from 'vitest'
import { roleOfContent } from './role-of-content.ts'

test.each([
  ['{ "swagger": "2.0" }', 'definition'],
  ['{ "openapi": "3.0.0" }', 'definition'],
  ['{ "paths": {} }', 'definition'],
  ['{ "properties": { "iconBrandColor": "#112233" } }', 'properties'],
  ['{ "properties": { "definition": {}, "connectionReferences": {} } }', undefined],
  ['{ "properties": [] }', undefined],
  ['{}', undefined],
  ['<html>', undefined],
  ['', undefined],
])('%s is %s', (text, role) => {
  expect(roleOfContent(new TextEncoder().encode(text))).toBe(role)
})
