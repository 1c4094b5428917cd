import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { everySetting } from './read-configuration.ts'

const root = new URL('../../../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

const service = z.object({
  environment: z.record(z.string(), z.string()).default({}),
  secrets: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  read_only: z.boolean().default(false),
})
const compose = z
  .object({
    services: z.object({ database: service, migrate: service, tracker: service }),
    secrets: z.record(z.string(), z.object({ file: z.string() })),
  })
  .parse(parse(read('compose.yaml')))

it('sets only what the tracker knows', () => {
  const known = new Set(everySetting().flatMap(({ name, fromFile }) => (fromFile ? [name, `${name}_FILE`] : [name])))
  const { migrate, tracker } = compose.services
  const names = [...Object.keys(migrate.environment), ...Object.keys(tracker.environment)]
  expect(names.filter((name) => !known.has(name))).toEqual([])
  const image = [...read('Dockerfile').matchAll(/^\s*(?:ENV )?([A-Z_]+)=\S*(?: \\)?$/gm)].map(([, name = '']) => name)
  expect(image.filter((name) => !known.has(name) && name !== 'NODE_ENV')).toEqual([])
  expect(image).toContain('HOST')
})

it('gives each service the secrets it names and no others, all made by one script', () => {
  const made = [...read('deploy/make-secrets.sh').matchAll(/> secrets\/(\w+)/g)].map(([, name = '']) => name)
  expect(Object.keys(compose.secrets).toSorted()).toEqual(made.toSorted())
  for (const [name, { file }] of Object.entries(compose.secrets)) expect(file).toBe(`./secrets/${name}`)
  for (const { environment, secrets } of Object.values(compose.services)) {
    const named = Object.values(environment).flatMap((value) => /^\/run\/secrets\/(\w+)$/.exec(value)?.[1] ?? [])
    expect(named.filter((name) => !secrets.includes(name))).toEqual([])
  }
  // Who serves never has the owner's way in.
  expect(compose.services.tracker.secrets).not.toContain('database_owner_url')
  expect(read('deploy/roles.sh')).toContain('roles.sql.in')
  expect(compose.services.database.volumes.join()).toContain('roles.sql:/docker-entrypoint-initdb.d/roles.sql.in')
  expect(compose.services.tracker).toMatchObject({
    read_only: true,
    depends_on: { migrate: { condition: 'service_completed_successfully' } },
  })
})
