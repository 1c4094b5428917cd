import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { metadataEntries } from './metadata-entries.ts'

const at = '/x-ms-connector-metadata'
const entries = (...names: unknown[]) => ({
  definition: { 'x-ms-connector-metadata': names.map((propertyName) => ({ propertyName, propertyValue: 'x' })) },
})

testRuleFamily(metadataEntries, import.meta.url, {
  passes: [
    { name: 'the three', given: entries('Website', 'Privacy policy', 'Categories') },
    {
      name: 'own connectors need none',
      given: { definition: { 'x-ms-connector-metadata': undefined }, profile: 'custom' },
    },
  ],
  fails: [
    {
      name: 'none',
      given: { definition: { 'x-ms-connector-metadata': undefined } },
      finds: [{ rule: 'metadata-required', at: '' }],
    },
    {
      name: 'an object',
      given: { definition: { 'x-ms-connector-metadata': {} } },
      finds: [{ rule: 'metadata-required', at }],
    },
    {
      name: 'an empty list',
      given: entries(),
      finds: [
        { rule: 'metadata-website', at },
        { rule: 'metadata-privacy-policy', at },
        { rule: 'metadata-categories', at },
      ],
    },
    {
      name: 'other letters',
      given: entries('Website', 'Privacy Policy', 'categories'),
      finds: [
        { rule: 'metadata-property-name-case', at: `${at}/1/propertyName` },
        { rule: 'metadata-property-name-case', at: `${at}/2/propertyName` },
      ],
      mended: entries('Website', 'Privacy policy', 'Categories'),
    },
    {
      name: 'one more',
      given: entries('Website', 'Privacy policy', 'Categories', 'Terms'),
      finds: [{ rule: 'metadata-known-property-names', at: `${at}/3/propertyName` }],
    },
  ],
})
