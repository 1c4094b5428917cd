import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Validator } from '@seriousme/openapi-schema-validator'
import { beforeAll, describe, expect, it } from 'vitest'
import { embeddedDatabases } from '../../testing/databases.ts'
import { openTracker, type TestTracker } from '../../testing/tracker.ts'
import { parametersOf } from './operation.ts'
import { operations } from './operations/index.ts'

/** Verbs that the API leaves out, each with its reason. */
const leftOut: Readonly<Record<string, string>> = {
  'evidence.expire': 'the tracker’s own work, asked for by time',
  'waiver.expire': 'the tracker’s own work, asked for by time',
  'waits.breach': 'the tracker’s own work, asked for by time',
  'organization.create': 'the operator’s own work, on the command line',
  'isvs.import': 'takes the plan that a page has shown; a program adds ISVs and products one by one',
  'isvs.assign': 'takes the plan that a page has shown; a program changes each ISV with its ETag',
}

interface AnyVerb {
  readonly name: string
}

/** Every verb in `src/verbs`, found in what the modules export. */
async function everyVerb(): Promise<readonly string[]> {
  const folder = fileURLToPath(new URL('../../verbs/', import.meta.url))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.includes('/') && file.endsWith('.ts') && !file.endsWith('.test.ts'),
  )
  const names: string[] = []
  for (const file of files) {
    const exported: Record<string, unknown> = await import(new URL(`../../verbs/${file}`, import.meta.url).href)
    for (const value of Object.values(exported)) {
      if (isVerb(value)) names.push(value.name)
      else if (typeof value === 'object' && value !== null) {
        names.push(...Object.values(value).flatMap((one: unknown) => (isVerb(one) ? [one.name] : [])))
      }
    }
  }
  return names
}

function isVerb(value: unknown): value is AnyVerb {
  return typeof value === 'object' && value !== null && 'run' in value && 'allowed' in value && 'input' in value
}

describe('the operations', () => {
  it('have every verb among them but those that are left out for a reason', async () => {
    const verbs = await everyVerb()
    expect(verbs.length).toBeGreaterThan(40)
    const routed = new Set(operations.map(({ verb }) => verb))
    expect(verbs.filter((name) => !routed.has(name) && !(name in leftOut))).toEqual([])
    expect(Object.keys(leftOut).filter((name) => routed.has(name) || !verbs.includes(name))).toEqual([])
  })

  it('have names and addresses of their own', () => {
    const ids = operations.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const routes = operations.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`)
    expect(routes.filter((route, index) => routes.indexOf(route) !== index)).toEqual([])
  })

  it('ask for nothing in the body that stands in the address', () => {
    for (const { id, path, body } of operations) {
      const twice = parametersOf(path).filter((name) => name in (body?.properties ?? {}))
      expect({ id, twice }).toEqual({ id, twice: [] })
    }
  })
})

describe('the document', () => {
  const open = embeddedDatabases()
  let tracker: TestTracker
  beforeAll(async () => {
    tracker = await openTracker(open)
  })

  it('is OpenAPI 3.1, holds every operation and names every schema it points at', async () => {
    const answer = await tracker.anonymous('/api/v1/openapi.json')
    expect(answer.status).toBe(200)
    const document = (await answer.json()) as {
      openapi: string
      paths: Record<string, Record<string, { operationId: string }>>
      components: { schemas: Record<string, unknown> }
    }
    expect(document.openapi).toMatch(/^3\.1\./)
    const verdict = await new Validator().validate(structuredClone(document))
    expect(verdict).toMatchObject({ valid: true })
    const described = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    )
    expect(described.toSorted()).toEqual(operations.map(({ id }) => id).toSorted())
    const named = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name = '']) => name,
    )
    expect(named.filter((name) => !(name in document.components.schemas))).toEqual([])
  })

  it('is explained on a page of our own, without any script or style in it', async () => {
    const answer = await tracker.anonymous('/api/reference')
    expect(answer.status).toBe(200)
    const html = await answer.text()
    for (const { id } of operations) expect(html).toContain(`id="${id}"`)
    expect(html).not.toMatch(/<script(?![^>]* src=)|<style| style=| on\w+=/)
    expect(answer.headers.get('Content-Security-Policy')).not.toContain('unsafe')
  })
})
