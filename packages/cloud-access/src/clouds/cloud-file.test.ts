import { expect, test } from 'vitest'
import { CloudFailure } from '../failures/cloud-failure.ts'
import { isDoubtful } from '../operations/evidence.ts'
import type { CloudField } from './cloud.ts'
import { parseCloudFile } from './cloud-file.ts'
import { knownClouds } from './known-clouds.ts'

test('a file replaces single fields and says where they come from', () => {
  const cloud = parseCloudFile(
    JSON.stringify({
      id: 'rehearsal',
      basedOn: 'gcc-high',
      login: 'https://localhost:8443',
      services: { flow: { audience: 'https://flow.rehearsal/' } },
      environmentLabelLength: 2,
    }),
    'cloud.json',
  )
  expect(cloud.id).toBe('rehearsal')
  expect(cloud.services.flow.audience).toEqual({
    value: 'https://flow.rehearsal/',
    sources: [{ name: 'cloud.json', confidence: 'run' }],
  })
  expect(cloud.services.flow.address).toEqual(knownClouds['gcc-high'].services.flow.address)
  expect(cloud.environmentLabelLength.value).toBe(2)
  expect(cloud.through).toBeUndefined()
})

test.each<[string, unknown, string]>([
  ['no JSON', '{"id":', 'cloud.json: '],
  ['no id', {}, 'cloud.json: id: '],
  ['an unknown field', { id: 'x', loginn: 'https://a' }, 'cloud.json: the file: Unrecognized key: "loginn"'],
  ['an unknown service', { id: 'x', services: { flows: {} } }, 'cloud.json: services: Unrecognized key: "flows"'],
  [
    'plain http',
    { id: 'x', login: 'http://login.example.com' },
    'cloud.json: login: must be https unless it is this machine',
  ],
  ['a slash at the end', { id: 'x', login: 'https://a.example/' }, 'cloud.json: login: must not end in a slash'],
  [
    'no address',
    { id: 'x', services: { flow: { address: 'api.flow' } } },
    'cloud.json: services.flow.address: must be an address such as https://api.example.com',
  ],
  ['no number', { id: 'x', environmentLabelLength: 0 }, 'cloud.json: environmentLabelLength: '],
  ['an unknown base', { id: 'x', basedOn: 'mars' }, 'cloud.json: basedOn: '],
])('%s is refused with its place', (_, content, place) => {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  let failure: unknown
  try {
    parseCloudFile(text, 'cloud.json')
  } catch (error) {
    failure = error
  }
  expect(failure).toBeInstanceOf(CloudFailure)
  const { code, details } = failure as CloudFailure
  expect(code).toBe('cloud-file-invalid')
  expect(details.join('\n')).toContain(place)
})

test('every field of every cloud names its sources, and what rests on weak ones says so', () => {
  const fields = (value: unknown): CloudField<unknown>[] => {
    if (typeof value !== 'object' || value === null) return []
    return 'sources' in value && 'value' in value
      ? [value as CloudField<unknown>]
      : Object.values(value).flatMap(fields)
  }
  for (const cloud of Object.values(knownClouds)) {
    const all = fields(cloud)
    expect(all.length).toBeGreaterThan(15)
    for (const field of all) expect(field.sources.length).toBeGreaterThan(0)
  }
  expect(isDoubtful(knownClouds.china.organizationHosts.sources)).toBe(true)
  expect(isDoubtful(knownClouds.dod.environmentLabelLength.sources)).toBe(true)
  expect(knownClouds.gcc.services['power-apps'].audience.note).toContain('https://service.powerapps.us')
})
