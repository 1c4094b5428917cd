import type { JsonNode } from '@sevenstep/located-json'
import { categories, industries, listedCategories } from '../../data/categories.ts'
import { limitOf } from '../../data/field-limits.ts'
import type { CheckContext } from '../../engine/rule-family.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { entriesAt, textAt, textsAt } from '../fields.ts'

/** Where customers find the offer by browsing. */
export const offerCategories = defineRuleFamily({
  id: 'offer-categories',
  group: 'Offer',
  rules: {
    'category-count': {
      title: 'One or two categories, each with two subcategories at most.',
      setting: 'error',
      sources: ['dataverse-properties', 'listing-practices'],
      messages: {
        none: {
          what: 'The offer is in no category.',
          why: 'Partner Center demands a primary one; customers browse by it.',
          fix: 'Name one under "categories"; "Productivity" with "Workflow Automation" suits most integrations.',
        },
        found: {
          what: 'There are {count} {what}, where {limit} are taken.',
          why: 'Partner Center has no place for more.',
          fix: 'Keep the {limit} that say most.',
        },
      },
    },
    'category-known': {
      title: 'Every category and subcategory is one of the marketplace’s.',
      setting: 'error',
      sources: ['listing-practices'],
      messages: {
        found: {
          what: '"{name}" is none of the marketplace’s {kind}.',
          why: 'Only names of its list can be chosen.',
          fix: 'Use one of: {known}.',
        },
      },
    },
    'industry-count': {
      title: 'At most two industries, each with two verticals at most.',
      setting: 'error',
      sources: ['dataverse-properties'],
      messages: {
        found: {
          what: 'There are {count} {what}, where {limit} are taken.',
          why: 'Partner Center has no place for more.',
          fix: 'Keep the {limit} that fit best; none at all when the app is for any.',
        },
      },
    },
    'industry-known': {
      title: 'Every industry and vertical is one of the marketplace’s.',
      setting: 'warning',
      sources: ['listing-practices'],
      confidence: 'low',
      messages: {
        found: {
          what: '"{name}" is none of the {kind} we know.',
          why: 'Only names of the marketplace’s list can be chosen.',
          fix: 'Use one of: {known}.',
        },
      },
    },
  },
  check(context) {
    const { subject, report } = context
    const { root } = subject.offer
    if (entriesAt(root, 'categories').length === 0) {
      report('category-count', root.nearest('categories'), { message: 'none' })
    }
    judge(context, {
      path: 'categories',
      inner: 'subcategories',
      counts: 'category-count',
      names: 'category-known',
      known: categories,
      isListed: (name) => listedCategories.has(name),
    })
    if (root.member('industries') === undefined) {
      const lacking = 'The offer does not say for which industries it is.'
      const handIn = 'Add "industries", as an empty list where it is for any.'
      for (const rule of ['industry-count', 'industry-known']) context.notChecked(rule, lacking, handIn)
    }
    judge(context, {
      path: 'industries',
      inner: 'verticals',
      counts: 'industry-count',
      names: 'industry-known',
      known: industries,
      isListed: () => true,
    })
  },
})

interface Tree {
  readonly path: 'categories' | 'industries'
  readonly inner: 'subcategories' | 'verticals'
  readonly counts: string
  readonly names: string
  readonly known: Readonly<Record<string, readonly string[]>>
  isListed(name: string): boolean
}

function judge(context: CheckContext, tree: Tree): void {
  const { subject, report, edition } = context
  const entries = entriesAt(subject.offer.root, tree.path)
  const count = (nodes: readonly JsonNode[], holder: JsonNode | undefined, field: Tree['path'] | Tree['inner']) => {
    const limit = limitOf(field, edition)
    if (nodes.length <= limit || holder === undefined) return
    report(tree.counts, holder, { data: { count: nodes.length, what: field, limit } })
  }
  count(entries, subject.offer.root.member(tree.path), tree.path)
  for (const entry of entries) {
    count(entriesAt(entry, tree.inner), entry.member(tree.inner), tree.inner)
    const name = textAt(entry, 'name')
    if (name === undefined) continue
    const below = Object.hasOwn(tree.known, name.text) ? tree.known[name.text] : undefined
    if (below === undefined) {
      const known = Object.keys(tree.known).join(', ')
      report(tree.names, name.node, { data: { name: name.text, kind: tree.path, known } })
      continue
    }
    if (!tree.isListed(name.text)) continue
    for (const { node, text } of textsAt(entry, tree.inner)) {
      if (below.some((one) => one.toLowerCase() === text.toLowerCase())) continue
      const known = below.join(', ') || 'none'
      report(tree.names, node, { data: { name: text, kind: `${tree.inner} of ${name.text}`, known } })
    }
  }
}
