import { policies } from '../complaints/hosts-and-secrets.ts'
import { operations, properties } from '../json-walk.ts'
import type { MutableConnector } from '../mutable-connector.ts'
import { type Mutation, mutation, requirement } from '../mutation.ts'
import { choose } from '../seeded-random.ts'
import { at, atProperties, below, child, put, text } from '../spot.ts'
import { changed, type Places, removed, where } from './one-change.ts'

const file = { file: 'properties' } as const
const all: Places = (connector) => [properties(connector) ?? []].flat()
const ofKind =
  (kind: MutableConnector['kind'], places: Places): Places =>
  (connector) =>
    connector.kind === kind ? places(connector) : []
const verified = { ...file, profile: 'verified-publisher' } as const
const independent = { ...file, profile: 'independent-publisher' } as const
const policyList: Places = (connector) => policies(connector)
const template =
  (name: string): Places =>
  (connector) =>
    policies(connector)
      .filter(({ value }) => String(value.templateId).toLowerCase() === name)
      .flatMap((one) => child(one, 'parameters') ?? [])
const parameters: Places = (connector) => policies(connector).flatMap((one) => child(one, 'parameters') ?? [])
const own = (key: string): string => `x-ms-apimTemplateParameter.${key}`

/** Publisher, capabilities and policies. */
export const propertiesRequirements: readonly Mutation[] = [
  changed(
    'properties-root-key-unknown',
    ['props-root'],
    (connector) => (connector.properties === undefined ? [] : [{ pointer: '', value: connector.properties }]),
    'kind',
    'connector',
    file,
  ),
  changed('properties-key-unknown', ['props-known-keys'], all, 'brandColour', '#1a2b3c', file),
  changed('properties-off-schema', ['props-schema', 'props-capabilities-values'], all, 'capabilities', 'actions', file),
  changed('publisher-with-symbols', ['props-publisher-alphanumeric'], all, 'publisher', 'Contoso <Orders> ★', file),
  changed(
    'publisher-other-than-owner',
    ['props-publisher-equals-stack-owner'],
    ofKind(
      'verified-publisher',
      where(all, (one) => text(one, 'stackOwner') !== undefined),
    ),
    'publisher',
    'Fabrikam',
    { ...verified, beside: 'stackOwner' },
  ),
  changed(
    'publisher-same-as-owner',
    ['props-publisher-differs-independent'],
    ofKind(
      'independent-publisher',
      where(all, (one) => text(one, 'stackOwner') !== undefined),
    ),
    'publisher',
    ({ value }) => String(value.stackOwner),
    { ...independent, beside: 'stackOwner' },
  ),
  changed(
    'capability-unknown',
    ['props-capabilities-values'],
    where(all, ({ value }) => Array.isArray(value.capabilities)),
    'capabilities',
    ['teleport'],
    { ...file, within: [0], compound: true },
  ),
  changed('policy-template-unknown', ['policy-known-template'], policyList, 'templateId', 'brewcoffee', file),
  removed('policy-without-title', ['policy-title'], policyList, 'title', file),
  ...(
    [
      ['setheader', 'name'],
      ['setheader', 'value'],
      ['setqueryparameter', 'name'],
      ['routerequesttoendpoint', 'newPath'],
      ['dynamichosturl', 'urlTemplate'],
      ['updatenextlink', 'nextLinkPropertyName'],
      ['pollingtrigger', 'triggerConfig'],
    ] as const
  ).map(([name, key]) =>
    removed(
      `policy-${name}-without-${key.toLowerCase()}`,
      ['policy-required-parameters'],
      template(name),
      own(key),
      file,
    ),
  ),
  changed('policy-parameter-unknown', ['policy-unknown-parameters'], parameters, own('nobodyKnowsThis'), 'yes', file),
  changed(
    'policy-operations-as-text',
    ['policy-operation-name-array'],
    parameters,
    'x-ms-apimTemplate-operationName',
    'ReadRecord',
    file,
  ),
  changed(
    'policy-exists-action-unknown',
    ['policy-exists-action'],
    template('setheader'),
    own('existsAction'),
    'replace',
    file,
  ),
  changed(
    'policy-exists-action-in-capitals',
    ['policy-exists-action'],
    template('setqueryparameter'),
    own('existsAction'),
    'OVERWRITE',
    file,
  ),
  changed('policy-section-unknown', ['policy-section'], parameters, 'x-ms-apimTemplate-policySection', 'Both', file),
  changed(
    'policy-failure-section-elsewhere',
    ['policy-section'],
    template('setqueryparameter'),
    'x-ms-apimTemplate-policySection',
    'Failure',
    file,
  ),
  changed(
    'policy-host-without-tls',
    ['policy-host-url-https'],
    template('dynamichosturl'),
    own('urlTemplate'),
    ({ value }) =>
      String(value[own('urlTemplate')])
        .replace(/^https:/, 'http:')
        .replace(/^@/, 'http://@'),
    file,
  ),
  mutation(
    'policy-connection-parameter-missing',
    requirement('requirements.json: policy-connection-parameter-exists'),
    ['policy-connection-parameter-exists'],
    (connector, random) => {
      const uses = policies(connector).flatMap((one) => {
        const holder = child(one, 'parameters')
        return Object.entries(holder?.value ?? {}).flatMap(([key, value]) =>
          holder !== undefined && typeof value === 'string' && /@connectionParameters\('\w+'/.test(value)
            ? [{ holder, key, value }]
            : [],
        )
      })
      const use = choose(random, uses)
      if (use === undefined) return undefined
      const changedText = use.value.replace(/@connectionParameters\('\w+'/, "@connectionParameters('nobodyAsksForThis'")
      return atProperties(put(use.holder, use.key, changedText), use.holder.pointer)
    },
  ),
  mutation(
    'pageable-without-policy',
    requirement('requirements.json: policy-pageable-updatenextlink'),
    ['policy-pageable-updatenextlink'],
    (connector, random) => {
      const hasPolicy = policies(connector).some(
        ({ value }) => String(value.templateId).toLowerCase() === 'updatenextlink',
      )
      const operation = choose(
        random,
        operations(connector).filter(({ value, verb }) => verb === 'get' && value['x-ms-pageable'] === undefined),
      )
      if (hasPolicy || operation === undefined) return undefined
      return at(put(operation, 'x-ms-pageable', { nextLinkName: 'nextLink' }), operation.pointer)
    },
  ),
  mutation(
    'script-operation-missing',
    requirement('requirements.json: script-operations-exist'),
    ['script-operations-exist'],
    (connector) => {
      const names = properties(connector)?.value.scriptOperations
      if (!Array.isArray(names)) return undefined
      names.push('OperationNobodyKnows')
      return atProperties(below('/properties/scriptOperations', names.length - 1), '/properties/scriptOperations')
    },
  ),
]
