import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { metadataValues } from './metadata-values.ts'

const at = '/x-ms-connector-metadata/0/propertyValue'
const entry = (propertyName: string, propertyValue: unknown) => ({
  definition: { 'x-ms-connector-metadata': [{ propertyName, propertyValue }] },
})

testRuleFamily(metadataValues, import.meta.url, {
  passes: [
    { name: 'two categories', given: entry('Categories', 'Data;Sales and CRM') },
    { name: 'a semicolon at the end', given: entry('Categories', 'Data;') },
    { name: 'an address', given: entry('Website', 'https://fleetdesk.example/') },
    { name: 'a category with "and" in its name', given: entry('Categories', 'Content and Files') },
  ],
  fails: [
    {
      name: 'another category',
      given: entry('Categories', 'Cars'),
      finds: [{ rule: 'metadata-categories-known', at }],
    },
    {
      name: 'a category in other letters',
      given: entry('Categories', 'Data;sales and crm'),
      finds: [{ rule: 'metadata-categories-known', at }],
      mended: entry('Categories', 'Data;Sales and CRM'),
    },
    {
      name: 'three',
      given: entry('Categories', 'Data;Finance;AI'),
      finds: [{ rule: 'metadata-categories-max-two', at, what: 'There are 3 categories; at most two are allowed.' }],
    },
    {
      name: 'commas',
      given: entry('Categories', 'Data, Finance'),
      finds: [{ rule: 'metadata-categories-delimiter', at }],
      mended: entry('Categories', 'Data;Finance'),
    },
    {
      name: 'a list',
      given: entry('Categories', ['Data', 'AI']),
      finds: [{ rule: 'metadata-categories-delimiter', at }],
      mended: entry('Categories', 'Data;AI'),
    },
    { name: 'no scheme', given: entry('Website', 'fleetdesk.example'), finds: [{ rule: 'metadata-url-valid', at }] },
    {
      name: 'a blank behind',
      given: entry('Website', 'https://fleetdesk.example/ '),
      finds: [{ rule: 'metadata-url-valid', at, what: 'There is a blank before or behind the address of "Website".' }],
      mended: entry('Website', 'https://fleetdesk.example/'),
    },
    {
      name: 'a blank inside',
      given: entry('Privacy policy', 'https://fleetdesk.example/our policy'),
      finds: [{ rule: 'metadata-url-valid', at }],
    },
    {
      name: 'http',
      given: entry('Website', 'http://fleetdesk.example'),
      finds: [{ rule: 'metadata-url-https', at }],
      mended: entry('Website', 'https://fleetdesk.example'),
    },
  ],
})
