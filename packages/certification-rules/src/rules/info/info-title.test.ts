import { readConnector } from '@sevenstep/connector-schema'
import { expect, test } from 'vitest'
import { checkConnector } from '../../engine/check-connector.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { infoTitle } from './info-title.ts'

const titled = (title: unknown) => ({ definition: { info: { title, version: '1.0' } } })

testRuleFamily(infoTitle, import.meta.url, {
  passes: [
    { name: 'a plain name', given: titled('Fleet Desk') },
    {
      name: 'a name in a file of the wrong encoding, which file-json-utf8 speaks of',
      given: titled('Br\ufffdnn\ufffdy Register'),
    },
    { name: 'a name that holds a restricted word inside', given: titled('OptiAPI Connectors24') },
    { name: 'exactly thirty characters', given: titled('A'.repeat(30)) },
    { name: 'nothing is said about a title that is no text beyond that it is missing', given: titled('Fleet 2') },
    { name: 'a title that does not exist yet', given: { ...titled('Fleet'), knownTitles: ['Fleet Desk'] } },
  ],
  fails: [
    {
      name: 'a title that exists',
      given: { ...titled('Fleet'), knownTitles: ['fleet'] },
      finds: [{ rule: 'info-title-unique', at: '/info/title' }],
    },
    {
      name: 'an independent publisher without the suffix',
      given: { ...titled('Fleet'), profile: 'independent-publisher' },
      finds: [{ rule: 'info-title-independent-suffix', at: '/info/title' }],
    },
    { name: 'no title', given: { definition: { info: {} } }, finds: [{ rule: 'info-title-required', at: '/info' }] },
    { name: 'no info', given: { definition: { info: 3 } }, finds: [{ rule: 'info-title-required', at: '' }] },
    { name: 'a number', given: titled(7), finds: [{ rule: 'info-title-required', at: '/info/title' }] },
    {
      name: 'thirty-one characters',
      given: titled('A'.repeat(31)),
      finds: [
        {
          rule: 'info-title-max-length',
          at: '/info/title',
          what: 'The title is 31 characters long; at most 30 are allowed.',
        },
      ],
    },
    {
      name: 'the word API, and a mend that leaves it out',
      given: titled('Fleet API'),
      finds: [{ rule: 'info-title-restricted-words', at: '/info/title' }],
      mended: titled('Fleet'),
    },
    {
      name: 'a product of Microsoft',
      given: titled('Fleet for Power BI'),
      finds: [{ rule: 'info-title-no-product-names', at: '/info/title' }],
    },
    {
      name: 'a full stop at the end',
      given: titled('Fleet.'),
      finds: [{ rule: 'info-title-ends-alphanumeric', at: '/info/title' }],
      mended: titled('Fleet'),
    },
    { name: 'an umlaut', given: titled('Flotte für Alle'), finds: [{ rule: 'info-title-english', at: '/info/title' }] },
    {
      name: 'blanks around it',
      given: titled(' Fleet '),
      finds: [{ rule: 'info-title-trimmed', at: '/info/title' }],
      mended: titled('Fleet'),
    },
  ],
})

test('a title of many signs takes no longer than its length', () => {
  const begun = process.cpuUsage().user
  const content = JSON.stringify({
    swagger: '2.0',
    info: { title: `${'.'.repeat(200_000)}x` },
    paths: { [`/{${'='.repeat(200_000)}`]: {} },
  })
  checkConnector(readConnector([{ path: 'apiDefinition.swagger.json', content }]))
  expect(process.cpuUsage().user - begun).toBeLessThan(5_000_000)
})
