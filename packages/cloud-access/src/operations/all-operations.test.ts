import { describe, expect, it } from 'vitest'
import { isFailureKey } from '../failures/catalogue.ts'
import { allOperations, operationById } from './all-operations.ts'

const cases = allOperations.map((operation) => [operation.id, operation] as const)

describe('every operation', () => {
  it('has an id that is its own', () => {
    const ids = allOperations.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(ids.length).toBeGreaterThan(100)
  })

  it.each(cases)('%s takes exactly the names in its path', (_id, { path, request, service }) => {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    // A signed address is given whole.
    expect(Object.keys(request.path?.shape ?? {}).sort()).toEqual(service === 'storage' ? [] : named.sort())
  })

  it.each(cases)('%s names failures that are worded', (_id, { failures }) => {
    expect(failures.map(({ failure }) => failure).filter((key) => !isFailureKey(key))).toEqual([])
  })

  it.each(cases)('%s says what to do where an application is not taken', (_id, { credentials }) => {
    if (credentials.application === 'refused' || credentials.application === 'registered')
      expect(credentials.alternative).toMatch(/\.$/)
  })

  it.each(cases)('%s is polled by an operation that is there', (_id, { completion }) => {
    if (completion !== undefined) expect(operationById(completion.polledBy)?.repetition).toBe('safe')
  })

  it.each(cases)('%s does not call a GET anything but safe, and its title is a sentence', (_id, operation) => {
    if (operation.method === 'GET') expect(operation.repetition).toBe('safe')
    expect(operation.title).toMatch(/^[A-Z].*\.$/)
    expect(operation.id).toMatch(/^[a-z-]+\.[a-z-]+$/)
  })

  it.each(cases)('%s has an array of items where it is paged', (_id, { paging, responses }) => {
    if (paging === undefined) return
    const page = responses[200]
    expect(page?.safeParse({ [paging.items]: [] }).success).toBe(true)
    expect(page?.safeParse({}).success).toBe(false)
  })
})
