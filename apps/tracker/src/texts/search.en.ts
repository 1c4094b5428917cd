import type { Formatting } from './formatting.ts'

/** Words of the search page. */
export const searchEn = (format: Formatting) => ({
  title: 'Search',
  headline: 'Find an ISV, a product, an item or a rule',
  found: (count: number, more: boolean, query: string) =>
    `${more ? 'More than ' : ''}${format.count(count, { one: 'result', other: 'results' })} for “${query}”`,
  nothing: (query: string) => `Nothing found for “${query}”`,
  label: 'What are you looking for?',
  hint: 'A name, an item’s number such as 2.5, a rule’s id, or an older name such as Azure AD.',
  submit: 'Search',
  emptyTitle: 'What search knows',
  emptyWhy:
    'Names and numbers of ISVs and products you have access to, items of the seven steps in English and Dutch, and the rules of the file check. Comments and evidence are not searched.',
  renamed: (before: string, now: string) => `${before} is called ${now} now`,
  groups: { isvs: 'ISVs', products: 'Products', items: 'Items', rules: 'Rules' },
  more: 'There are more. Add a word to narrow the search.',
  open: 'Open',
  ofIsv: (name: string) => `Product of ${name}`,
  externalId: (id: string) => `Number ${id}`,
  noPlaces: 'You have access to no product with this item.',
})
