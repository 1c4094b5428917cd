import { root } from '../json-walk.ts'
import type { JsonObject, MutableConnector } from '../mutable-connector.ts'
import { complaint, type Mutation, mutation, type Provenance, rejection, review } from '../mutation.ts'
import { choose } from '../seeded-random.ts'
import { at, child, drop, put, type Spot, text } from '../spot.ts'

const titleRules = rejection('seven-steps I: title and description rules')

/** Title, description, contact and metadata as they came back from review. */
export const infoComplaints: readonly Mutation[] = [
  titled(
    'title-ends-in-api',
    rejection('seven-steps H 1.7'),
    ['info-title-restricted-words'],
    (title) => `${title.slice(0, 26).trim()} API`,
  ),
  titled(
    'title-with-connector',
    review('PR #1095'),
    ['info-title-restricted-words'],
    (title) => `${title.slice(0, 20).trim()} Connector`,
  ),
  titled(
    'title-with-connector-in-lower-case',
    review('PR #1095'),
    ['info-title-restricted-words'],
    (title) => `connector ${title.slice(0, 20).trim()}`,
  ),
  titled(
    'title-names-product',
    titleRules,
    ['info-title-no-product-names'],
    (title) => `Power Apps ${title.slice(0, 18).trim()}`,
  ),
  titled(
    'title-too-long',
    rejection('seven-steps H 1.7'),
    ['info-title-max-length'],
    (title) => `${title} for every branch of the company`,
  ),
  titled('title-one-over-the-limit', rejection('seven-steps H 1.7'), ['info-title-max-length'], (title) =>
    title.slice(0, 31).padEnd(31, 'x'),
  ),
  titled('title-not-english', titleRules, ['info-title-english'], () => 'Поиск заявок'),
  titled(
    'title-ends-in-punctuation',
    titleRules,
    ['info-title-ends-alphanumeric'],
    (title) => `${title.slice(0, 28).trim()}!`,
  ),
  titled('title-empty', titleRules, ['info-title-required', 'no-empty-strings'], () => ''),
  mutation('title-missing', rejection('seven-steps H 1.7'), ['info-title-required'], (connector) =>
    drop(info(connector), 'title'),
  ),
  mutation('description-missing', complaint('issue #2877'), ['info-description-required'], (connector) =>
    drop(info(connector), 'description'),
  ),
  described(
    'description-empty',
    complaint('issue #2877'),
    ['info-description-required', 'info-description-min-length', 'no-empty-strings'],
    () => '',
  ),
  described(
    'description-too-short',
    rejection('seven-steps H 1.8'),
    ['info-description-min-length'],
    () => 'Reads and writes orders.',
  ),
  described('description-too-long', rejection('seven-steps H 1.8'), ['info-description-max-length'], (description) =>
    `${description} ${'It also works with the other records of the service. '.repeat(10)}`.trim(),
  ),
  described(
    'description-one-over-the-limit',
    rejection('seven-steps H 1.8'),
    ['info-description-max-length'],
    () => `${'Works with every record of the service. '.repeat(13).slice(0, 499)}k.`,
  ),
  ...['Power Apps', 'Power Automate', 'logic apps'].map((phrase) =>
    described(
      `description-names-${phrase.toLowerCase().replace(' ', '-')}`,
      review(phrase === 'logic apps' ? 'PR #3407' : 'PR #550'),
      ['info-description-restricted-words'],
      (description) => `${description.slice(0, 400)} Made for use with ${phrase}.`,
    ),
  ),
  mutation('description-repeats-title', titleRules, ['info-description-differs-title'], (connector) => {
    const title = text(info(connector), 'title')
    return title === undefined ? undefined : put(info(connector), 'description', title)
  }),
  mutation('contact-missing', review('PR #1095'), ['info-contact-required'], (connector) =>
    drop(info(connector), 'contact'),
  ),
  ...['name', 'url', 'email'].map((key) =>
    mutation(`contact-${key}-missing`, review('PR #683'), [`info-contact-${key}`], (connector) => {
      const contact = child(info(connector), 'contact')
      return text(contact, key) === undefined ? undefined : drop(contact, key)
    }),
  ),
  mutation(
    'contact-email-empty',
    rejection('seven-steps H 1.16'),
    ['info-contact-email', 'info-contact-email-valid', 'no-empty-strings'],
    (connector) => {
      const contact = child(info(connector), 'contact')
      return text(contact, 'email') === undefined ? undefined : at(put(contact, 'email', ''), contact?.pointer ?? '')
    },
  ),
  mutation('metadata-missing', review('PR #683'), ['metadata-required'], (connector) =>
    drop(root(connector), 'x-ms-connector-metadata'),
  ),
  mutation(
    'metadata-emptied',
    review('PR #683'),
    ['metadata-required', 'metadata-website', 'metadata-categories', 'metadata-privacy-policy'],
    (connector) => (metadata(connector).length === 0 ? undefined : put(root(connector), 'x-ms-connector-metadata', [])),
  ),
  entryMissing('Website', 'metadata-website'),
  entryMissing('Privacy policy', 'metadata-privacy-policy'),
  entryMissing('Categories', 'metadata-categories'),
  entryChanged('metadata-website-not-an-address', ['Website'], ['metadata-url-valid'], 'see our home page'),
  entryChanged(
    'metadata-privacy-policy-empty',
    ['Privacy policy'],
    ['metadata-url-valid', 'metadata-privacy-policy'],
    '',
  ),
  entryChanged('metadata-category-unknown', ['Categories'], ['metadata-categories-known'], 'Data;Spaceships'),
]

function titled(
  id: string,
  provenance: Provenance,
  expects: readonly string[],
  change: (title: string) => string,
): Mutation {
  return mutation(id, provenance, expects, (connector) => {
    const title = text(info(connector), 'title')
    return title === undefined ? undefined : put(info(connector), 'title', change(title))
  })
}

function described(
  id: string,
  provenance: Provenance,
  expects: readonly string[],
  change: (description: string) => string,
): Mutation {
  return mutation(id, provenance, expects, (connector) => {
    const description = text(info(connector), 'description')
    return description === undefined ? undefined : put(info(connector), 'description', change(description))
  })
}

function entryMissing(name: string, rule: string): Mutation {
  return mutation(`${rule}-missing`, review('PR #683'), [rule], (connector) => {
    const entries = metadata(connector)
    const index = entries.findIndex(({ value }) => isNamed(value, name))
    if (index < 0) return undefined
    const value = connector.definition?.['x-ms-connector-metadata']
    if (Array.isArray(value)) value.splice(index, 1)
    return '/x-ms-connector-metadata'
  })
}

function entryChanged(id: string, names: readonly string[], expects: readonly string[], to: string): Mutation {
  return mutation(id, rejection('seven-steps H 1.17 and 1.18'), expects, (connector, random) => {
    const entries = metadata(connector).filter(({ value }) => names.some((name) => isNamed(value, name)))
    const entry = choose(
      random,
      entries.filter((one) => text(one, 'propertyValue') !== undefined),
    )
    return entry === undefined ? undefined : at(put(entry, 'propertyValue', to), entry.pointer)
  })
}

function isNamed(value: JsonObject, name: string): boolean {
  return String(value.propertyName).toLowerCase() === name.toLowerCase()
}

export function info(connector: MutableConnector): Spot | undefined {
  return child(root(connector), 'info')
}

export function metadata(connector: MutableConnector): Spot[] {
  const value = connector.definition?.['x-ms-connector-metadata']
  if (!Array.isArray(value)) return []
  return value.flatMap((_, index) => child(root(connector), 'x-ms-connector-metadata', index) ?? [])
}
