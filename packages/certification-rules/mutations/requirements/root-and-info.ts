import { hostIsFixed } from '../complaints/hosts-and-secrets.ts'
import { info as infoSpot, metadata as metadataEntries } from '../complaints/info.ts'
import { root } from '../json-walk.ts'
import type { MutableConnector } from '../mutable-connector.ts'
import { type Mutation, mutation, requirement } from '../mutation.ts'
import { at, child, put, rename, type Spot, text } from '../spot.ts'
import { appended, changed, removed, where } from './one-change.ts'

const rootOnly = (connector: MutableConnector): Spot[] => [root(connector) ?? []].flat()
const info = (connector: MutableConnector): Spot[] => [infoSpot(connector) ?? []].flat()
const contact = (connector: MutableConnector): Spot[] => [child(infoSpot(connector), 'contact') ?? []].flat()
const fixedHost = (connector: MutableConnector): Spot[] =>
  hostIsFixed(connector) ? rootOnly(connector).filter((one) => text(one, 'host') !== undefined) : []
const entry = (name: string) => (connector: MutableConnector) =>
  metadataEntries(connector).filter(({ value }) => value.propertyName === name)
const categories = entry('Categories')
const website = entry('Website')
const secureWebsite = where(website, ({ value }) => /^https:/.test(String(value.propertyValue)))
const secureContact = where(contact, ({ value }) => /^https:/.test(String(value.url)))
const plainInfo = where(info, ({ value }) => !/power|dataverse|copilot|flow|logic/i.test(String(value.description)))

/** Root, info, host and metadata. */
export const rootAndInfoRequirements: readonly Mutation[] = [
  changed('swagger-version-a-number', ['swagger-version-2'], rootOnly, 'swagger', 2),
  changed('swagger-version-2-1', ['swagger-version-2'], rootOnly, 'swagger', '2.1'),
  changed('root-key-unknown', ['swagger-root-keys'], rootOnly, 'pathes', {}),
  mutation(
    'root-key-in-other-case',
    requirement('requirements.json: swagger-root-keys'),
    ['swagger-root-keys'],
    (connector) => at(rename(root(connector), 'basePath', 'basepath'), ''),
  ),
  mutation(
    'root-keys-out-of-order',
    requirement('requirements.json: style-key-order'),
    ['style-key-order'],
    (connector) => {
      const { definition } = connector
      if (definition === undefined || !isOrdered(Object.keys(definition))) return undefined
      const { swagger, ...rest } = definition
      if (swagger === undefined) return undefined
      connector.definition = { ...rest, swagger }
      return at('', '/swagger', '/info')
    },
  ),
  mutation(
    'root-tag-repeated',
    requirement('requirements.json: swagger-tags-unique'),
    ['swagger-tags-unique'],
    (connector) => {
      if (connector.definition === undefined || connector.definition.tags !== undefined) return undefined
      const pointer = put(root(connector), 'tags', [{ name: 'Orders' }, { name: 'Bills' }, { name: 'Orders' }])
      return at(`${pointer}/2`, `${pointer}/2/name`, `${pointer}/0`, `${pointer}/0/name`, pointer ?? '')
    },
    { compound: true },
  ),
  changed('definition-off-schema', ['swagger-schema-valid', 'info-version-required'], info, 'version', ['1', '0']),
  changed(
    'title-with-leading-blank',
    ['info-title-trimmed'],
    where(info, titleUpTo(28)),
    'title',
    (one) => `  ${one.value.title}`,
  ),
  changed(
    'title-with-trailing-blank',
    ['info-title-trimmed', 'info-title-ends-alphanumeric'],
    where(info, titleUpTo(29)),
    'title',
    (one) => `${one.value.title} `,
  ),
  changed(
    'title-with-line-break',
    ['info-title-trimmed'],
    where(info, titleUpTo(29)),
    'title',
    (one) => `${one.value.title}\n`,
  ),
  changed('title-not-text', ['info-title-required', 'swagger-schema-valid'], info, 'title', 42),
  changed(
    'description-names-other-product',
    ['info-description-no-product-names'],
    plainInfo,
    'description',
    (one) => `${String(one.value.description).slice(0, 400)} It also feeds Power BI.`,
  ),
  changed(
    'description-with-word-api',
    ['info-description-no-api-word'],
    where(info, (one) => !/api/i.test(String(one.value.description))),
    'description',
    (one) => `${String(one.value.description).slice(0, 400)} It wraps our API.`,
  ),
  changed(
    'description-not-english',
    ['info-description-english'],
    info,
    'description',
    'Сервис для работы с заказами, счетами и складом предприятия.',
  ),
  changed(
    'description-without-full-stop',
    ['info-description-ends-punctuation'],
    where(info, (one) => /[a-z][.!?]$/.test(String(one.value.description))),
    'description',
    (one) => String(one.value.description).slice(0, -1),
  ),
  removed('version-missing', ['info-version-required'], info, 'version'),
  changed('version-in-words', ['info-version-numeric'], info, 'version', 'latest'),
  changed('contact-email-without-at', ['info-contact-email-valid'], contact, 'email', 'support.contoso-orders.example'),
  changed(
    'contact-email-not-ascii',
    ['info-contact-email-valid'],
    contact,
    'email',
    'поддержка@contoso-orders.example',
  ),
  changed('contact-url-relative', ['info-contact-url-valid'], contact, 'url', '/help'),
  changed('contact-url-in-words', ['info-contact-url-valid'], contact, 'url', 'ask our help desk'),
  changed(
    'contact-url-without-tls',
    ['info-contact-url-https'],
    secureContact,
    'url',
    'http://www.contoso-orders.example/help',
  ),
  changed('contact-name-empty', ['info-contact-name', 'no-empty-strings'], contact, 'name', ''),
  changed('info-key-unknown', ['info-known-keys'], info, 'summary', 'Orders and bills'),
  changed('host-with-path', ['host-format'], fixedHost, 'host', (one) => `${one.value.host}/orders`),
  changed('host-with-brace', ['host-format'], fixedHost, 'host', (one) => `{tenant}.${one.value.host}`),
  changed('host-with-blank', ['host-format'], fixedHost, 'host', 'api contoso-orders.example'),
  changed('host-with-backslash', ['host-format'], fixedHost, 'host', 'api.contoso-orders.example\\v1'),
  changed(
    'host-with-port',
    ['host-no-port'],
    where(fixedHost, (one) => !String(one.value.host).includes(':')),
    'host',
    (one) => `${one.value.host}:8443`,
  ),
  changed('host-an-address', ['host-not-ip'], fixedHost, 'host', '93.184.216.34'),
  changed('base-path-without-slash', ['host-base-path-slash'], rootOnly, 'basePath', 'v1'),
  changed(
    'base-path-with-trailing-slash',
    ['host-base-path-no-trailing-slash'],
    where(rootOnly, ({ value }) => typeof value.basePath === 'string' && !value.basePath.endsWith('/')),
    'basePath',
    '/v1/',
  ),
  removed('schemes-missing', ['host-schemes-required'], rootOnly, 'schemes'),
  changed('schemes-empty', ['host-schemes-required'], rootOnly, 'schemes', []),
  appended('scheme-unknown', ['host-schemes-valid'], rootOnly, 'schemes', 'ftp'),
  appended('scheme-websocket', ['host-schemes-no-websocket', 'host-schemes-valid'], rootOnly, 'schemes', 'wss'),
  ...metadataRequirements(),
]

function metadataRequirements(): Mutation[] {
  const named = (from: string, to: string) =>
    changed(
      `metadata-${to.toLowerCase().replaceAll(' ', '-')}-misspelt`,
      ['metadata-property-name-case'],
      entry(from),
      'propertyName',
      to,
    )
  return [
    changed('metadata-not-a-list', ['metadata-required', 'swagger-schema-valid'], rootOnly, 'x-ms-connector-metadata', {
      Website: 'https://contoso-orders.example',
    }),
    named('Privacy policy', 'Privacy Policy'),
    named('Website', 'website'),
    named('Categories', 'categories'),
    mutation(
      'metadata-entry-unknown',
      requirement('requirements.json: metadata-known-property-names'),
      ['metadata-known-property-names'],
      (connector) => {
        const entries = connector.definition?.['x-ms-connector-metadata']
        if (!Array.isArray(entries)) return undefined
        entries.push({ propertyName: 'Terms of use', propertyValue: 'https://contoso-orders.example/terms' })
        const pointer = `/x-ms-connector-metadata/${entries.length - 1}`
        return at(`${pointer}/propertyName`, pointer)
      },
    ),
    changed(
      'metadata-three-categories',
      ['metadata-categories-max-two'],
      categories,
      'propertyValue',
      'Data;Finance;Security',
    ),
    changed(
      'metadata-categories-by-comma',
      ['metadata-categories-delimiter', 'metadata-categories-known'],
      categories,
      'propertyValue',
      'Data, Finance',
    ),
    changed(
      'metadata-categories-as-list',
      ['metadata-categories-delimiter', 'metadata-categories-known'],
      categories,
      'propertyValue',
      ['Data', 'Finance'],
    ),
    changed(
      'metadata-website-with-blank',
      ['metadata-url-valid'],
      website,
      'propertyValue',
      'https://contoso orders.example',
    ),
    changed(
      'metadata-website-without-scheme',
      ['metadata-url-valid'],
      website,
      'propertyValue',
      'www.contoso-orders.example',
    ),
    changed(
      'metadata-website-without-tls',
      ['metadata-url-https'],
      secureWebsite,
      'propertyValue',
      'http://www.contoso-orders.example',
    ),
  ]
}

function titleUpTo(length: number): (one: Spot) => boolean {
  return (one) => (text(one, 'title')?.length ?? Number.POSITIVE_INFINITY) <= length
}

/** The root keys stand in the order the guidance gives, as far as it gives one. */
function isOrdered(keys: readonly string[]): boolean {
  const order = ['swagger', 'info', 'host', 'schemes', 'consumes', 'produces', 'paths', 'definitions', 'parameters']
  const places = keys.map((key) => order.indexOf(key)).filter((place) => place >= 0)
  return places[0] === 0 && places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0))
}
