import type { Cloud, CloudField } from '../src/clouds/cloud.ts'
import { knownClouds } from '../src/clouds/known-clouds.ts'
import { isDoubtful } from '../src/operations/index.ts'
import { knownLimits } from '../src/pipeline/service-limits.ts'

/** A page of the clouds and limits that are known, each value with where it comes from. */
export function cloudsPage(): string {
  return [
    '# Microsoft’s clouds as Sevenstep knows them',
    '',
    'Where each service answers and what its tokens are for, with the evidence for each value. Nobody here has tried the',
    'sovereign clouds. A value that is wrong is corrected in a JSON file (`parseCloudFile`) that names only what differs:',
    '',
    '```json',
    JSON.stringify(
      { id: 'my-gcc', basedOn: 'gcc', services: { 'power-apps': { audience: 'https://service.powerapps.us' } } },
      null,
      2,
    ),
    '```',
    '',
    ...Object.values(knownClouds).flatMap(section),
    ...limits(),
  ].join('\n')
}

function section(cloud: Cloud): string[] {
  const services = Object.entries(cloud.services).flatMap(([name, { address, audience, alsoAudiences }]) => [
    row(`${name}: address`, address),
    row(`${name}: audience`, audience),
    ...(alsoAudiences === undefined ? [] : [row(`${name}: audiences taken as well`, alsoAudiences)]),
  ])
  return [
    `## ${cloud.title} (\`${cloud.id}\`)`,
    '',
    '| field | value | known from | |',
    '| --- | --- | --- | --- |',
    row('login', cloud.login),
    ...services,
    row('organizationHosts', cloud.organizationHosts),
    row('environmentHosts', cloud.environmentHosts),
    row('environmentLabelLength', cloud.environmentLabelLength),
    row('storageHosts', cloud.storageHosts),
    ...(cloud.portal === undefined ? [] : [row('portal', cloud.portal)]),
    '',
  ]
}

function row(name: string, { value, sources, note = '' }: CloudField<unknown>): string {
  const known = sources.map(({ name: source }) => source).join('; ')
  const doubt = [isDoubtful(sources) ? 'Not verified.' : '', note].filter((text) => text !== '').join(' ')
  return `| ${name} | ${(Array.isArray(value) ? value : [value]).map((text) => `\`${text}\``).join(', ')} | ${known} | ${doubt} |`
}

function limits(): string[] {
  return [
    '## Limits',
    '',
    'Requests are held back so that a service need not refuse them. For one account, host and tenant:',
    '',
    '| service | requests | work together | at the same time | known from | |',
    '| --- | --- | --- | --- | --- | --- |',
    ...Object.entries(knownLimits).map(([service, limit]) => {
      const window = (part: typeof limit.requests, unit: (count: number) => string): string =>
        part === undefined ? '–' : `${unit(part.count)} in ${part.windowMs / 1000} s`
      return [
        '',
        service,
        window(limit.requests, (count) => count.toLocaleString('en-GB')),
        window(limit.execution, (count) => `${(count / 1000).toLocaleString('en-GB')} s`),
        String(limit.concurrent ?? '–'),
        limit.sources.map(({ name }) => name).join('; '),
        limit.note ?? '',
        '',
      ]
        .join(' | ')
        .trim()
    }),
    '',
  ]
}
