import { expect, test } from 'vitest'
import { settingKeys } from '../data/widget-catalogue.ts'
import { nearest, someOf } from './nearest.ts'

const ofTemplates = settingKeys.templatesSettings ?? []

test('those that hold the word are named, or else those that are spelled most like it', () => {
  expect(someOf('category', ofTemplates)).toBe('dietCategory, oneClickCategory, templateCategory and 15 more')
  expect(someOf('searchText', ofTemplates)).toMatch(/^searchTerm, (?:\w+, ){3}\w+ and 13 more$/)
  expect(someOf('x', ['b', 'a'])).toBe('a, b')
})

test('a long word takes no longer', () => {
  expect(someOf('x'.repeat(1_000_000), ofTemplates).split(', ').length).toBe(5)
  expect(nearest('x'.repeat(1_000_000), ofTemplates)).toBeUndefined()
})
