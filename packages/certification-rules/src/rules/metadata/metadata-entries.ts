import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'

const names = {
  'metadata-website': 'Website',
  'metadata-privacy-policy': 'Privacy policy',
  'metadata-categories': 'Categories',
} as const

/** The entries of `x-ms-connector-metadata`. */
export const metadataEntries = defineRuleFamily({
  id: 'metadata-entries',
  rules: {
    'metadata-required': {
      title: 'The definition has connector metadata.',
      profiles: certifiedProfiles,
      deviation: 'no mend: website, privacy policy and categories are the author’s to give',
      messages: {
        found: {
          what: 'The definition has no "x-ms-connector-metadata".',
          why: 'Website, privacy policy and categories on the connector’s page come from it; every connector accepted since 2021 has it.',
          fix: 'Add a list with the entries Website, Privacy policy and Categories, each { "propertyName": …, "propertyValue": … }.',
        },
      },
    },
    'metadata-website': {
      title: 'The metadata names the website.',
      profiles: certifiedProfiles,
      deviation: 'no mend: the address is the author’s to give',
      messages: {
        found: {
          what: 'The metadata has no entry "Website".',
          why: 'The connector’s page links to it.',
          fix: 'Add { "propertyName": "Website", "propertyValue": "https://…" }.',
        },
      },
    },
    'metadata-privacy-policy': {
      title: 'The metadata names the privacy policy.',
      profiles: certifiedProfiles,
      deviation: 'no mend: the address is the author’s to give',
      messages: {
        found: {
          what: 'The metadata has no entry "Privacy policy".',
          why: 'Administrators need to know what happens to their data before they allow a connector.',
          fix: 'Add { "propertyName": "Privacy policy", "propertyValue": "https://…" }.',
        },
      },
    },
    'metadata-categories': {
      title: 'The metadata names one or two categories.',
      profiles: certifiedProfiles,
      deviation: 'no mend: the categories are the author’s to choose',
      messages: {
        found: {
          what: 'The metadata has no entry "Categories".',
          why: 'The gallery groups connectors by it.',
          fix: 'Add { "propertyName": "Categories", "propertyValue": "Data;Productivity" } with one or two of the known categories.',
        },
      },
    },
    'metadata-property-name-case': {
      title: 'The names of metadata entries are spelt exactly.',
      profiles: certifiedProfiles,
      mend: 'automatic',
      messages: {
        found: {
          what: 'The entry is called "{name}" instead of "{expected}".',
          why: 'Readers that compare letter by letter miss the entry.',
          fix: 'Spell it "{expected}".',
        },
      },
    },
    'metadata-known-property-names': {
      title: 'The metadata has no entries beyond the three.',
      profiles: certifiedProfiles,
      deviation: 'no mend: whether the entry is needed elsewhere is for the author to say',
      messages: {
        found: {
          what: 'The entry "{name}" is not one that is used.',
          why: 'Only Website, Privacy policy and Categories are shown anywhere.',
          fix: 'Remove it, or correct its name.',
        },
      },
    },
  },
  check(context) {
    return {
      definition({ node }) {
        const metadata = node.member('x-ms-connector-metadata')
        if (metadata?.kind !== 'array') context.report('metadata-required', metadata ?? node)
        else checkEntries(context, metadata)
      },
    }
  },
  mends: {
    'metadata-property-name-case': ({ node, data, edit }) => {
      if (node !== undefined) edit.set(node, String(data.expected))
    },
  },
})

function checkEntries({ report }: CheckContext, metadata: JsonNode): void {
  const expected = Object.entries(names)
  const seen = new Set<string>()
  for (const entry of metadata.children) {
    const node = entry.member('propertyName')
    const name = entry.text('propertyName')
    if (node === undefined || name === undefined) continue
    const known = expected.find(([, one]) => one.toLowerCase() === name.trim().toLowerCase())?.[1]
    if (known === undefined) report('metadata-known-property-names', node, { data: { name } })
    else {
      seen.add(known)
      if (known !== name) report('metadata-property-name-case', node, { data: { name, expected: known } })
    }
  }
  for (const [rule, name] of expected) if (!seen.has(name)) report(rule, metadata)
}
