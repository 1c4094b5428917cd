import type { Source } from '../operations/evidence.ts'
import type { Cloud, CloudField, FixedService, ServiceEndpoint } from './cloud.ts'

/** Values that replace those of one service. */
export interface EndpointOverrides {
  readonly address?: string
  readonly audience?: string
  readonly alsoAudiences?: readonly string[]
}

/** Values that replace those of a cloud; whatever is left out stays as it was. */
export interface CloudOverrides {
  readonly id?: string
  readonly title?: string
  readonly login?: string
  readonly services?: Readonly<Partial<Record<FixedService, EndpointOverrides>>>
  readonly organizationHosts?: readonly string[]
  readonly environmentHosts?: string
  readonly environmentLabelLength?: number
  readonly storageHosts?: readonly string[]
  readonly portal?: string
  readonly through?: string
}

/**
 * A cloud with single fields replaced.
 *
 * @param source where the new values come from; shown wherever the fields are.
 */
export function overrideCloud(
  cloud: Cloud,
  overrides: CloudOverrides,
  source: Source = { name: 'Set by the user', confidence: 'run' },
): Cloud {
  const replaced = <Value>(field: CloudField<Value>, value: Value | undefined): CloudField<Value> =>
    value === undefined ? field : { value, sources: [source] }
  const service = (name: FixedService): ServiceEndpoint => ({
    address: replaced(cloud.services[name].address, overrides.services?.[name]?.address),
    audience: replaced(cloud.services[name].audience, overrides.services?.[name]?.audience),
    ...alsoOf(cloud.services[name], overrides.services?.[name]?.alsoAudiences, source),
  })
  const portal = overrides.portal === undefined ? cloud.portal : field(overrides.portal, source)
  const through = overrides.through === undefined ? cloud.through : field(overrides.through, source)
  return {
    id: overrides.id ?? cloud.id,
    title: overrides.title ?? cloud.title,
    login: replaced(cloud.login, overrides.login),
    services: {
      'business-applications': service('business-applications'),
      'power-apps': service('power-apps'),
      flow: service('flow'),
      'power-platform': service('power-platform'),
      graph: service('graph'),
      'partner-center': service('partner-center'),
      management: service('management'),
    },
    organizationHosts: replaced(cloud.organizationHosts, overrides.organizationHosts),
    environmentHosts: replaced(cloud.environmentHosts, overrides.environmentHosts),
    environmentLabelLength: replaced(cloud.environmentLabelLength, overrides.environmentLabelLength),
    storageHosts: replaced(cloud.storageHosts, overrides.storageHosts),
    ...(portal === undefined ? {} : { portal }),
    ...(through === undefined ? {} : { through }),
  }
}

function alsoOf(endpoint: ServiceEndpoint, value: readonly string[] | undefined, source: Source) {
  if (value !== undefined) return { alsoAudiences: { value, sources: [source] as const } }
  return endpoint.alsoAudiences === undefined ? {} : { alsoAudiences: endpoint.alsoAudiences }
}

function field(value: string, source: Source): CloudField {
  return { value, sources: [source] }
}
