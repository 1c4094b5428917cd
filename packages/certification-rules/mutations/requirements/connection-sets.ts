import { properties } from '../json-walk.ts'
import { type Mutation, mutation, requirement } from '../mutation.ts'
import { atProperties, below, child, children, put, text } from '../spot.ts'
import { changed, type Places, removed } from './one-change.ts'

const inProperties = { file: 'properties' } as const
const tenant: Places = (connector) =>
  children(properties(connector), 'connectionParameters').flatMap(({ key, spot }) =>
    key === 'token:TenantId' ? [spot] : [],
  )
const sets: Places = (connector) => [child(properties(connector), 'connectionParameterSets') ?? []].flat()
const values: Places = (connector) => sets(connector).flatMap((one) => children(one, 'values').map(({ spot }) => spot))
const multi = ['auth-multi-set']

/** The hidden tenant parameter, parts of a token, and several ways to sign in. */
export const connectionSetRequirements: readonly Mutation[] = [
  removed('tenant-without-metadata', ['auth-tenant-id-shape'], tenant, 'metadata', inProperties),
  changed(
    'tenant-shown',
    ['auth-tenant-id-shape'],
    (connector) => tenant(connector).flatMap((one) => child(one, 'uiDefinition', 'constraints') ?? []),
    'hidden',
    'false',
    inProperties,
  ),
  changed(
    'tenant-required',
    ['auth-tenant-id-shape'],
    (connector) => tenant(connector).flatMap((one) => child(one, 'uiDefinition', 'constraints') ?? []),
    'required',
    'true',
    inProperties,
  ),
  mutation(
    'token-part-without-token',
    requirement('requirements.json: auth-token-child'),
    ['auth-token-child'],
    (connector) => {
      const holder = child(properties(connector), 'connectionParameters')
      const hasToken = Object.keys(holder?.value ?? {}).some((key) => /^token(:|$)/.test(key))
      const part = {
        type: 'string',
        uiDefinition: {
          displayName: 'Region',
          description: 'The region.',
          tooltip: 'The region.',
          constraints: { required: 'false' },
        },
      }
      return hasToken || holder === undefined
        ? undefined
        : atProperties(put(holder, 'token:region', part), holder.pointer)
    },
  ),
  removed('sets-without-texts', multi, sets, 'uiDefinition', inProperties),
  changed(
    'sets-with-one-way',
    multi,
    sets,
    'values',
    ({ value }) => (Array.isArray(value.values) ? value.values.slice(0, 1) : []),
    inProperties,
  ),
  removed(
    'set-without-display-name',
    multi,
    (connector) => values(connector).flatMap((one) => child(one, 'uiDefinition') ?? []),
    'displayName',
    inProperties,
  ),
  removed('set-without-name', multi, values, 'name', inProperties),
  mutation('sets-with-same-name', requirement('requirements.json: auth-multi-set'), multi, (connector) => {
    const [first, second] = values(connector)
    const name = text(first, 'name')
    return name === undefined || first === undefined || second === undefined
      ? undefined
      : atProperties(put(second, 'name', name), second.pointer, below(first.pointer, 'name'), first.pointer)
  }),
]
